// SPDX-License-Identifier: AGPL-3.0-or-later
import { NoticeBoard__factory, Statutes__factory } from '../../types/ethers-contracts/index.ts'
import type { Part } from './part.ts'
import type { World } from './world.ts'

const COOP = 'la-cagette'

const NOTICES = [
  {
    title: 'We look for growers of sunflower and rape',
    text: 'The oil press comes in autumn. Whoever grows on the plain and wants to press with us writes to the shop.\n',
  },
  {
    title: 'Closed on the last Saturday of the month',
    text: 'We count what is on the shelves. On Monday at nine the doors are open again.\n',
  },
] as const

/** La cagette opens the chapter for notices by a founding rule, and posts two by everyday decisions. */
export const notice: Part = {
  async first(world) {
    const coop = world.coop(COOP)
    const data = Statutes__factory.createInterface().encodeFunctionData('openChapter', [
      board(world),
    ])
    const action = { target: await coop.account.statutes(), data }
    return [await coop.propose(coop.member(2), '# Open the chapter for notices', [action])]
  },

  async second(world) {
    const coop = world.coop(COOP)
    const votes = []
    for (const { title, text } of NOTICES) {
      const document = world.documents.text(text)
      const data = NoticeBoard__factory.createInterface().encodeFunctionData('post', [
        document,
        title,
      ])
      const action = { target: board(world), data }
      votes.push(await coop.propose(coop.member(2), `# Post the notice: ${title}`, [action]))
    }
    return votes
  },
}

const board = (world: World): string => world.implementation('NoticeBoard')
