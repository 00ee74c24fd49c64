// SPDX-License-Identifier: AGPL-3.0-or-later
import { statementOf } from '../../sdk/src/chapters/budget/model.ts'
import { GROUND } from '../../sdk/src/chapters/cooperative/enums.ts'
import { Budget__factory, Statutes__factory } from '../../types/ethers-contracts/index.ts'
import type { Part } from './part.ts'
import type { World } from './world.ts'

const COOP = 'la-osa'
const DAY = 86_400

/** In the order of the lines, which are numbered from 1. */
const WAGES = 1n

/** La Osa plans its year by a founding rule, and pays a wage from it by an everyday decision. */
export const budget: Part = {
  async first(world) {
    const coop = world.coop(COOP)
    const statutes = Statutes__factory.createInterface()
    const at = world.implementation('Budget')
    const target = await coop.account.statutes()
    const landlord = await world.person('Mercado de Ventas', 0n)
    const lines = await linesOf(world, landlord.wallet.address)
    const sum = lines.reduce((all, { ceiling }) => all + ceiling, 0n)
    const stated = statementOf(sum, world.coin.decimals, await world.cash.symbol())
    const title = `Pay from a budget: ${stated} for a year`
    const adopt = Budget__factory.createInterface().encodeFunctionData('adopt', [title, lines])
    return [
      await coop.propose(coop.member(1), `# ${title}`, [
        { target, data: statutes.encodeFunctionData('openChapter', [at]) },
        { target, data: statutes.encodeFunctionData('setCoverage', [at]) },
        { target: at, data: adopt },
      ]),
    ]
  },

  async second(world) {
    const coop = world.coop(COOP)
    const worker = coop.member(0)
    const data = coop.account.interface.encodeFunctionData('pay', [
      world.coin.address,
      worker.wallet.address,
      world.euro(1_850),
      GROUND.WAGE,
      world.documents.text('Payslip of the month, 1 850 euro net.\n'),
      WAGES,
    ])
    const title = `# Pay ${worker.name} the wage of the month`
    return [await coop.propose(coop.member(1), title, [{ target: coop.address, data }])]
  },
}

async function linesOf(world: World, landlord: string) {
  const from = await world.chain.now()
  const all = { asset: world.coin.address, from, to: from + 365 * DAY }
  return [
    { ...all, ground: GROUND.WAGE, ceiling: world.euro(22_200), name: 'Wages', payees: [] },
    {
      ...all,
      ground: GROUND.INVOICE,
      ceiling: world.euro(9_600),
      name: 'Rent of the shop',
      payees: [landlord],
    },
    { ...all, ground: GROUND.EXPENSE, ceiling: world.euro(1_200), name: 'Travel', payees: [] },
  ]
}
