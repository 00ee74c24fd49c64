// SPDX-License-Identifier: AGPL-3.0-or-later
import { CHOICE } from '@phyle/sdk/chapters/assembly/enums'
import { id } from 'ethers'
import { Statutes__factory } from '../../types/ethers-contracts/index.ts'
import { mined } from './chain.ts'
import type { Action, ExampleCoop, Vote } from './coop.ts'
import type { World } from './world.ts'

export type RootDecision = { readonly description: string; readonly actions: readonly Action[] }

/** Whom the federation accepts to check the social accounts of its co-ops. */
export const attesterIn = (world: World) => world.coop('superquinquin').member(2)

/**
 * The federation will stand behind the oil press, which will be series 3, sets the least levy, and accepts
 * somebody who checks social accounts.
 */
export function standBehindThePress(world: World): RootDecision {
  const { bonds, phyle } = world.singletons()
  return {
    description: '# Stand behind the oil press of La cagette\n\nIt serves the whole plain.',
    actions: [
      { target: world.house.bonds, data: bonds.interface.encodeFunctionData('endorse', [3]) },
      {
        target: world.house.phyle,
        data: phyle.interface.encodeFunctionData('setLeastLevy', [world.euro(100)]),
      },
      {
        target: world.house.phyle,
        data: phyle.interface.encodeFunctionData('acceptAttester', [
          attesterIn(world).wallet.address,
          true,
        ]),
      },
    ],
  }
}

/** A co-op decides to put a proposal before the federation. */
export async function proposeToRoot(
  world: World,
  coop: ExampleCoop,
  { description, actions }: RootDecision,
): Promise<Vote> {
  const { assembly } = world.root
  const data = assembly.interface.encodeFunctionData('propose', [
    actions.map((action) => action.target),
    actions.map(() => 0n),
    actions.map((action) => action.data),
    description,
  ])
  const title = description.split('\n')[0]?.replace(/^#\s*/, '') ?? ''
  return coop.propose(coop.member(0), `# Put before the federation: ${title}`, [
    { target: await assembly.getAddress(), data },
  ])
}

/** These co-ops use the chapters of the federation by their own floors, and pay into them by one act. */
const ACCEPTING = ['superquinquin', 'la-cagette', 'scopeli', 'camilla', 'la-osa']

/** Some co-ops are to decide that they accept the chapters of the federation, by a founding rule. */
export async function acceptChapters(world: World): Promise<Vote[]> {
  const data = Statutes__factory.createInterface().encodeFunctionData('joinFederation', [
    world.house.phyle,
  ])
  const votes = []
  for (const key of ACCEPTING) {
    const coop = world.coop(key)
    const action = { target: await coop.account.statutes(), data }
    const title = 'Accept the chapters of the Federation of Open Markets'
    votes.push(await coop.propose(coop.member(3), `# ${title}`, [action]))
  }
  return votes
}

/** Every co-op but the last two is to decide that it votes for a proposal of the federation. */
export async function voteInRoot(world: World, rootProposal: bigint): Promise<Vote[]> {
  const { assembly } = world.root
  const target = await assembly.getAddress()
  const data = assembly.interface.encodeFunctionData('castVote', [rootProposal, CHOICE.for])
  const votes = []
  for (const coop of [...world.coops.values()].slice(0, -2)) {
    const title = `Vote for decision ${rootProposal} of the federation`
    votes.push(await coop.propose(coop.member(1), `# ${title}`, [{ target, data }]))
  }
  return votes
}

/** Carries out what the federation decided. */
export async function carryOutRoot(
  world: World,
  rootProposal: bigint,
  { description, actions }: RootDecision,
): Promise<void> {
  const { assembly } = world.root
  const { eta } = await assembly.proposalOf(rootProposal)
  await world.chain.moveTo(Number(eta) + 1)
  await mined(
    assembly.execute(
      actions.map((action) => action.target),
      actions.map(() => 0n),
      actions.map((action) => action.data),
      id(description),
    ),
  )
}
