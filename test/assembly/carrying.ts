// SPDX-License-Identifier: AGPL-3.0-or-later
/** An open vote, and the ways to carry ballots to it. */
import { expect } from 'chai'
import { ethers, networkHelpers, time } from '../kit/chain.ts'
import { Kind } from '../kit/charter.ts'
import { carryOut, founded } from '../kit/house.ts'
import { ballots, openVote, type Paper, paperOf, type Signing, signChange } from './desk.ts'

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

/** A wallet of this kind as a member, in an open vote. */
export async function withWallet(kind: string, args: unknown[] = []) {
  const house = await founded()
  const account = await ethers.deployContract(kind, args)
  const address = await account.getAddress()
  const apply = house.membership.interface.encodeFunctionData('applyFor', [
    1,
    ethers.ZeroHash,
    BigInt(await time.latest()) + 1_000n,
  ])
  await account.getFunction('act')(await house.membership.getAddress(), 0n, apply)
  const filed = await house.membership.applicationOf(address)
  const { document, deadline } = filed
  const applied = { wallet: address, class: 1, document, deadline, signature: '0x' }
  const data = house.membership.interface.encodeFunctionData('admit', [[applied]])
  await carryOut(house, Kind.SPECIAL, [{ target: house.membership, data }])
  await networkHelpers.mine()
  const id = await openVote(house, 'Buy flour together')
  return { house, id, paper: await paperOf(house, id), account, address }
}

type ChangedBallot = {
  wallet: string
  choice: number
  change: bigint
  signature: string
}

/** A change as it is sent. */
export async function changed(
  paper: Paper,
  who: Signing,
  choice: number,
  change: bigint,
): Promise<ChangedBallot> {
  const signature = await signChange(paper, who, choice, change)
  return { wallet: who.address, choice, change, signature }
}

/** Ballots of `who`, for one choice, that were carried and counted. */
export async function carriedBy(it: Opened, who: readonly Signing[], choice = 1): Promise<void> {
  const { counted } = await cast(it, await ballots(it.paper, who, () => choice))
  expect(counted).to.equal(BigInt(who.length))
}

/** Sends changes as the carrier, and says what came of it. */
export async function change({ house, id }: Opened, changes: readonly ChangedBallot[]) {
  const carrier = house.assembly.connect(house.who.carrier)
  const [counted, bitmap] = await carrier.castChanges.staticCall(id, [...changes])
  const sent = await carrier.castChanges(id, [...changes])
  return { counted, bitmap, sent }
}

/** Sends changes of which none may count, and nothing may have moved. */
export async function changesNothing(it: Opened, ...changes: ChangedBallot[]) {
  const before = await it.house.assembly.talliesOf(it.id)
  const { counted, sent } = await change(it, changes)
  expect(counted).to.equal(0n)
  await expect(sent).to.not.emit(it.house.assembly, 'BallotsChanged')
  expect(await it.house.assembly.talliesOf(it.id)).to.deep.equal(before)
}

/** For, against, abstain, object of each class. */
export async function sums({ house, id }: Pick<Opened, 'house' | 'id'>): Promise<number[][]> {
  const tallies = await house.assembly.talliesOf(id)
  return tallies.map((t) =>
    [t.votesFor, t.votesAgainst, t.abstentions, t.objections].map((n) => Number(n)),
  )
}
