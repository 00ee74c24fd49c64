// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { ethers, loadFixture } from '../kit/chain.ts'
import { expectCost } from '../kit/gas.ts'
import { asCarryingOut, founded } from '../kit/house.ts'
import { changed } from './carrying.ts'
import {
  admitAll,
  application,
  applications,
  ballots,
  openVote,
  paperOf,
  Support,
  walletsOf,
} from './desk.ts'

/** Limits of the network for one transaction (EIP-7825, and what nodes pass on). */
const MOST_GAS = 16_777_216n
const MOST_BYTES = 131_072

const BATCH = 500

/** A vote in which a batch was counted before: three classes, ids without gaps. */
async function halfCounted() {
  const house = await founded()
  const members = walletsOf(100 + 100 + BATCH)
  await admitAll(house, members)
  const id = await openVote(house, 'Buy flour together')
  const paper = await paperOf(house, id)
  const earlier = await ballots(paper, members.slice(0, 100), (i) => i % 3)
  await house.assembly.castBallots(id, earlier, [])
  return { house, members, id, paper }
}

async function opened() {
  const house = await founded()
  const id = await openVote(house, 'Buy flour together')
  return { house, id }
}

/** The roll as the account speaks to it, and every class has been entered before. */
async function admitting() {
  const house = await founded()
  const roll = await asCarryingOut(house)
  await roll.admit(await applications(house, walletsOf(9, 1_000)))
  return { house, roll }
}

describe('What the assembly costs', () => {
  it('a relayed ballot, batch of 100: at most 9 640 gas each', async () => {
    const { house, members, id, paper } = await loadFixture(halfCounted)
    const records = await ballots(paper, members.slice(100, 200), (i) => i % 3)
    const sent = house.assembly.connect(house.who.carrier).castBallots(id, records, [])
    await expectCost('relayed ballot, batch of 100', sent, 100)
  })

  it('a relayed ballot, batch of 500: at most 9 240 gas each, within a transaction', async () => {
    const { house, members, id, paper } = await loadFixture(halfCounted)
    const records = await ballots(paper, members.slice(200), (i) => i % 3)
    const sent = await house.assembly.connect(house.who.carrier).castBallots(id, records, [])
    await expectCost('relayed ballot, batch of 500', sent, BATCH)
    expect((await sent.wait())?.gasUsed).to.be.below(MOST_GAS)
    const raw = ethers.Transaction.from({ ...sent, signature: sent.signature }).serialized
    expect(ethers.dataLength(raw)).to.be.below(MOST_BYTES)
  })

  it('a direct vote: at most 90 000 gas for the first in a proposal, 50 000 later', async () => {
    const { house, id } = await loadFixture(opened)
    const { ada, chi } = house.who
    const first = house.assembly.connect(ada).castVote(id, Support.FOR)
    await expectCost('direct vote, first in a proposal', first)
    await expectCost('direct vote, later', house.assembly.connect(chi).castVote(id, Support.FOR))
  })

  it('changing a counted vote by signature: at most 105 000 gas for one, 45 000 each of 20', async () => {
    const { house, members, id, paper } = await loadFixture(halfCounted)
    const carrier = house.assembly.connect(house.who.carrier)
    const [first, ...others] = await Promise.all(
      members.slice(0, 21).map((member, i) => changed(paper, member, (i + 1) % 3, 1n)),
    )
    if (!first) throw new Error('21 members')
    await expectCost('change a counted vote, one', carrier.castChanges(id, [first]))
    const sent = carrier.castChanges(id, others)
    await expectCost('change a counted vote, each of 20', sent, 20)
  })

  it('admitting one: at most 102 000 gas, the signature checked', async () => {
    const { house, roll } = await loadFixture(admitting)
    const one = await application(house, house.who.hal, 1)
    await expectCost('admit one', roll.admit([one]))
  })

  it('admitting a hundred: at most 42 000 gas each, the signatures checked', async () => {
    const { house, roll } = await loadFixture(admitting)
    const hundred = await applications(house, walletsOf(100))
    await expectCost('admit each of 100', roll.admit(hundred), 100)
  })
})
