// SPDX-License-Identifier: AGPL-3.0-or-later
/** An open vote, and the ways to carry ballots to it. */
import { expect } from 'chai'
import { founded } from '../kit/house.ts'
import { openVote, paperOf } from './desk.ts'

export const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

export async function opened() {
  const house = await founded()
  const id = await openVote(house, 'Buy flour together')
  return { house, id, paper: await paperOf(house, id) }
}

type Opened = Awaited<ReturnType<typeof opened>>

/** Counts `records` as the carrier, and says what came of it. */
export async function cast({ house, id }: Opened, records: string, accounts: TailBallot[] = []) {
  const { assembly, who } = house
  const carrier = assembly.connect(who.carrier)
  const [counted, bitmap] = await carrier.castBallots.staticCall(id, records, accounts)
  const sent = await carrier.castBallots(id, records, accounts)
  return { counted, bitmap, sent }
}

type TailBallot = { wallet: string; choice: number; reason: string; signature: string }

/** Counts a batch that must not count anything, and nothing may have moved. */
export async function passesOver(it: Opened, records: string) {
  const before = await it.house.assembly.talliesOf(it.id)
  const { counted, sent } = await cast(it, records)
  expect(counted).to.equal(0n)
  await expect(sent).to.not.emit(it.house.assembly, 'BallotsCounted')
  expect(await it.house.assembly.talliesOf(it.id)).to.deep.equal(before)
}

/** For, against, abstain, object of each class. */
export async function sums({ house, id }: Opened): Promise<number[][]> {
  const tallies = await house.assembly.talliesOf(id)
  return tallies.map((t) =>
    [t.votesFor, t.votesAgainst, t.abstentions, t.objections].map((n) => Number(n)),
  )
}
