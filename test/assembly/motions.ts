// SPDX-License-Identifier: AGPL-3.0-or-later
/** Motions that pass or are lost, for the tests of proposals. */
import { type House, type Motion, type Organs, propose } from '../kit/house.ts'
import { closes, motion, opens, Support } from './desk.ts'

/** Votes of the seven founders: for, against or nothing by place. */
export async function all(
  { assembly, who }: House,
  id: bigint,
  choices: readonly (number | null)[],
) {
  const seven = [who.ada, who.bo, who.chi, who.dee, who.eli, who.fay, who.gus]
  for (const [i, choice] of choices.entries()) {
    const member = seven[i]
    if (choice === null || !member) continue
    const reason = choice === Support.OBJECT ? 'It harms the river.' : ''
    await assembly.connect(member).castVoteWithReason(id, choice, reason)
  }
}

export const FOR = [1, 1, 1, 1, 1, 1, 1]

export function setName({ statutes }: Pick<Organs, 'statutes'>, name: string) {
  return { target: statutes, data: statutes.interface.encodeFunctionData('setName', [name]) }
}

export async function give(house: House, value: bigint): Promise<Motion> {
  return motion('Help the school', [{ target: house.who.pia.address, value }])
}

export async function pass(house: House, it: Motion, kind?: number): Promise<bigint> {
  const id = await propose(house, it, kind)
  await opens(house, id)
  await all(house, id, FOR)
  await closes(house, id)
  return id
}

export async function lose(
  house: House,
  it: Motion,
  choices: readonly (number | null)[],
  kind?: number,
) {
  const id = await propose(house, it, kind)
  await opens(house, id)
  await all(house, id, choices)
  await closes(house, id)
  return id
}
