// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { DAY, loadFixture, type Signer, setBalance, time } from '../kit/chain.ts'
import { Kind, RULES, rules } from '../kit/charter.ts'
import { carryOut, founded, foundedAs, type House, type Motion, propose } from '../kit/house.ts'
import {
  admitAll,
  application,
  closes,
  content,
  motion,
  opens,
  Support,
  walletsOf,
} from './desk.ts'

const COOLING = BigInt(90 * DAY)

async function give({ who }: House): Promise<Motion> {
  return motion('Help the school', [{ target: who.pia.address, value: 1n }])
}

function seven({ who }: House): Signer[] {
  return [who.ada, who.bo, who.chi, who.dee, who.eli, who.fay, who.gus]
}

/** Puts it, and everybody of the founders still on the roll chooses the same. */
async function lose(house: House, it: Motion, choice: number = Support.AGAINST, kind?: number) {
  const { assembly, membership } = house
  const id = await propose(house, it, kind)
  await opens(house, id)
  for (const member of seven(house)) {
    if (await membership.isMember(member)) {
      await assembly.connect(member).castVoteWithReason(id, choice, 'It harms the river.')
    }
  }
  await closes(house, id)
  return id
}

async function lost() {
  const house = await founded()
  const it = await give(house)
  return { house, it, id: await lose(house, it) }
}

/** Cooling for so long that who leaves can return meanwhile. */
async function lostForAYear() {
  const house = await foundedAs({
    coolingPeriod: 365 * DAY,
    rules: rules({ consent: RULES.consent }),
  })
  const it = await give(house)
  return { house, it, id: await lose(house, it) }
}

async function rests(house: House, it: Motion, id: bigint, kind?: number) {
  const { until } = await house.assembly.asksOf(id)
  await expect(propose(house, it, kind))
    .to.be.revertedWithCustomError(house.assembly, 'StillCooling')
    .withArgs(id, until)
}

async function counts({ assembly }: House, id: bigint, asked: number, needed: number) {
  const found = await assembly.asksOf(id)
  expect([found.asked, found.needed]).to.deep.equal([BigInt(asked), BigInt(needed)])
}

async function joins(house: House, who: Signer) {
  const data = house.membership.interface.encodeFunctionData('admit', [
    [await application(house, who, 0)],
  ])
  await carryOut(house, Kind.SPECIAL, [{ target: house.membership, data }])
}

describe('ASM-6 Asking to vote again', () => {
  it('brings a motion back when a tenth ask for it, and two at least', async () => {
    const { house, it: again, id } = await loadFixture(lost)
    const { assembly, who } = house
    const { voteEnd } = await assembly.proposalOf(id)
    expect((await assembly.asksOf(id)).until).to.equal(voteEnd + COOLING)
    await expect(assembly.connect(who.bo).askAgain(id))
      .to.emit(assembly, 'AskedAgain')
      .withArgs(id, who.bo.address)
    await counts(house, id, 1, 2)
    await rests(house, again, id)
    await assembly.connect(who.chi).askAgain(id)
    await counts(house, id, 2, 2)
    // put by anybody, under any kind and in other words
    expect(
      await propose(house, { ...again, description: 'Once more' }, Kind.SPECIAL, who.gus),
    ).to.equal(id + 1n)
  })

  it('is no way for one member alone, not even for the proposer', async () => {
    const { house, it: again, id } = await loadFixture(lost)
    const { assembly, who } = house
    await assembly.connect(who.ada).askAgain(id)
    await expect(assembly.connect(who.ada).askAgain(id))
      .to.be.revertedWithCustomError(assembly, 'AlreadyAsked')
      .withArgs(id, who.ada.address)
    await rests(house, again, id)
  })

  it('is for who is alone on the roll', async () => {
    const { house, it: again, id } = await loadFixture(lost)
    const [ada, ...others] = seven(house)
    for (const other of others) await house.membership.connect(other).resign()
    await counts(house, id, 0, 1)
    await rests(house, again, id)
    await house.assembly.connect(ada).askAgain(id)
    expect(await propose(house, again)).to.equal(id + 1n)
  })

  it('takes a tenth of the members there are now, rounded up', async () => {
    const { house, it: again, id } = await loadFixture(lost)
    const { assembly } = house
    const [a, b, c] = seven(house) as [Signer, Signer, Signer]
    await assembly.connect(a).askAgain(id)
    await assembly.connect(b).askAgain(id)
    await admitAll(house, walletsOf(13))
    await counts(house, id, 2, 2)
    const [extra] = walletsOf(1, 13)
    if (extra) await admitAll(house, [extra])
    await counts(house, id, 2, 3)
    await rests(house, again, id)
    await assembly.connect(c).askAgain(id)
    expect(await propose(house, again)).to.equal(id + 1n)
  })

  it('is not for who joined after the vote was opened, nor for who never did', async () => {
    const { house, it: again, id } = await loadFixture(lost)
    const { assembly, who } = house
    const many = walletsOf(20)
    await admitAll(house, many)
    for (const one of [...many.slice(0, 3), who.hal]) {
      await setBalance(one.address, 10n ** 18n)
      await expect(assembly.connect(one).askAgain(id))
        .to.be.revertedWithCustomError(assembly, 'NotAMember')
        .withArgs(one.address)
    }
    await rests(house, again, id)
  })

  it('goes on counting who left since, and lets nobody ask who came back', async () => {
    const { house, it: again, id } = await loadFixture(lostForAYear)
    const { assembly, membership, who } = house
    await assembly.connect(who.bo).askAgain(id)
    await membership.connect(who.bo).resign()
    await membership.connect(who.chi).resign()
    await counts(house, id, 1, 2)
    await time.increase(117 * DAY)
    await joins(house, who.bo)
    await joins(house, who.chi)
    for (const back of [who.bo, who.chi]) {
      await expect(assembly.connect(back).askAgain(id))
        .to.be.revertedWithCustomError(assembly, 'NotAMember')
        .withArgs(back.address)
    }
    await rests(house, again, id)
    await assembly.connect(who.eli).askAgain(id)
    expect(await propose(house, again)).to.equal(id + 1n)
  })

  it('counts for that defeat alone', async () => {
    const { house, it: again, id } = await loadFixture(lost)
    const { assembly, who } = house
    await assembly.connect(who.bo).askAgain(id)
    await assembly.connect(who.chi).askAgain(id)
    const next = await lose(house, again)
    await counts(house, next, 0, 2)
    await rests(house, again, next)
    // more of the same for the older one change nothing
    await assembly.connect(who.dee).askAgain(id)
    await rests(house, again, next)
    await assembly.connect(who.bo).askAgain(next)
    await assembly.connect(who.chi).askAgain(next)
    expect(await propose(house, again)).to.equal(next + 1n)
  })

  it('goes on counting while the motion was only taken back', async () => {
    const { house, it: again, id } = await loadFixture(lost)
    const { assembly, who } = house
    await assembly.connect(who.bo).askAgain(id)
    await assembly.connect(who.chi).askAgain(id)
    await propose(house, again)
    await assembly.connect(who.ada).cancel(...content(again))
    expect(await propose(house, again, undefined, who.bo)).to.equal(id + 2n)
    await assembly.connect(who.bo).cancel(...content(again))
    expect((await assembly.asksOf(id)).asked).to.equal(2n)
  })

  it('costs the same however often the motion was put and taken back before', async () => {
    const { house, it: again, id } = await loadFixture(lost)
    const { assembly, who } = house
    await assembly.connect(who.bo).askAgain(id)
    await assembly.connect(who.chi).askAgain(id)
    const costs: bigint[] = []
    for (let round = 0; round < 12; round += 1) {
      const before = await assembly.proposalCount()
      const proposer = seven(house)[round % 7] as Signer
      await time.increase(DAY)
      await propose(house, again, undefined, proposer)
      const block = await time.latestBlock()
      const [made] = await assembly.queryFilter(assembly.filters.ProposalCreated(), block, block)
      expect(made?.args.proposalId).to.equal(before + 1n)
      costs.push((await made?.getTransactionReceipt())?.gasUsed ?? 0n)
      await assembly.connect(proposer).cancel(...content(again))
    }
    // From the eighth on everybody has put it before.
    const [eighth, ...later] = costs.slice(7)
    for (const cost of later) expect(cost - (eighth ?? 0n)).to.be.within(-2_000n, 2_000n)
  })

  it('lets a consent decision come back as one', async () => {
    const { house } = await loadFixture(lostForAYear)
    const { assembly, who } = house
    const it = await motion('Close on Mondays')
    const id = await lose(house, it, Support.OBJECT, Kind.CONSENT)
    await rests(house, it, id, Kind.CONSENT)
    await assembly.connect(who.bo).askAgain(id)
    await assembly.connect(who.chi).askAgain(id)
    expect(await propose(house, it, Kind.CONSENT)).to.equal(id + 1n)
  })

  it('is of no use, and refused, where nothing keeps the motion away', async () => {
    const { house, id } = await loadFixture(lost)
    const { assembly, who } = house
    const refused = async (proposal: bigint) => {
      await expect(assembly.connect(who.bo).askAgain(proposal))
        .to.be.revertedWithCustomError(assembly, 'NotCooling')
        .withArgs(proposal)
      expect((await assembly.asksOf(proposal)).until).to.equal(0n)
    }
    const pending = await propose(house, await motion('Close on Mondays'))
    await refused(pending)
    await opens(house, pending)
    await refused(pending)
    await closes(house, pending)
    // nobody voted: no quorum
    await refused(pending)
    await refused(await lose(house, await motion('Open on Sundays'), Support.FOR))
    await expect(assembly.connect(who.bo).askAgain(99n))
      .to.be.revertedWithCustomError(assembly, 'GovernorNonexistentProposal')
      .withArgs(99n)
    await assembly.connect(who.bo).askAgain(id)
    await time.increaseTo((await assembly.asksOf(id)).until)
    await refused(id)
  })
})
