// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import {
  admitAll,
  application,
  closes,
  domainOf,
  motion,
  opens,
  SPONSORSHIP_TYPES,
  walletsOf,
} from '../assembly/desk.ts'
import { DAY, loadFixture, type Signer, time } from '../kit/chain.ts'
import { Admission } from '../kit/charter.ts'
import { entered } from '../kit/federation.ts'
import { founded, foundedAs, type House, propose } from '../kit/house.ts'

const TWO_YEARS = 730 * DAY

/** Seven founders of two years' standing, of whom nobody was heard. */
async function old() {
  const house = await founded()
  await time.increase(TWO_YEARS)
  return house
}

async function joinedOf({ membership }: House, who: Signer): Promise<bigint> {
  return (await membership.memberOf(who)).joined
}

/** A vote in which one member takes part, over by now. */
async function votes(house: House, who: Signer): Promise<bigint> {
  const id = await propose(house, await motion('Close on Mondays'), undefined, house.who.bo)
  await opens(house, id)
  await house.assembly.connect(who).castVote(id, 1)
  await closes(house, id)
  return id
}

describe('Silence', () => {
  it('MEM-10 notice is given to a member of two years’ standing, by anyone', async () => {
    const house = await founded()
    const { membership, who } = house
    const from = (await joinedOf(house, who.gus)) + BigInt(TWO_YEARS)
    await expect(membership.connect(who.carrier).noteSilence(who.gus))
      .to.be.revertedWithCustomError(membership, 'NotSilent')
      .withArgs(who.gus.address, from)
    await time.increaseTo(from - 1n)
    await expect(membership.connect(who.carrier).noteSilence(who.gus))
      .to.emit(membership, 'SilenceNoted')
      .withArgs(who.gus.address, 7n, who.carrier.address)
    expect((await membership.silenceOf(who.gus)).noticed).to.equal(await time.latest())
    await expect(membership.noteSilence(who.gus)).to.be.revertedWithCustomError(
      membership,
      'NoticeGiven',
    )
    await expect(membership.noteSilence(who.hal))
      .to.be.revertedWithCustomError(membership, 'NotOnTheRoll')
      .withArgs(who.hal.address)
  })

  it('MEM-10 who is silent for 60 days after it is struck off, without a vote', async () => {
    const house = await loadFixture(old)
    const { membership, who } = house
    await expect(membership.strikeOff(who.gus))
      .to.be.revertedWithCustomError(membership, 'NoNotice')
      .withArgs(who.gus.address)
    await membership.noteSilence(who.gus)
    const from = BigInt(await time.latest()) + BigInt(60 * DAY)
    await expect(membership.strikeOff(who.gus))
      .to.be.revertedWithCustomError(membership, 'NoticeRuns')
      .withArgs(who.gus.address, from)
    await time.increaseTo(from - 1n)
    await expect(membership.connect(who.carrier).strikeOff(who.gus))
      .to.emit(membership, 'StruckOff')
      .withArgs(who.gus.address, 7n)
      .and.to.emit(membership, 'Resigned')
      .withArgs(who.gus.address, 7n)
    expect(await membership.isMember(who.gus)).to.equal(false)
    expect(await membership.total()).to.equal(6n)
  })

  it('MEM-10 the word of the member ends it, and no other comes for two years', async () => {
    const { membership, who } = await loadFixture(old)
    await membership.noteSilence(who.gus)
    await membership.connect(who.gus).speakUp()
    const heard = BigInt(await time.latest())
    expect(await membership.silenceOf(who.gus)).to.deep.equal([heard, 0n])
    await time.increase(60 * DAY)
    await expect(membership.strikeOff(who.gus)).to.be.revertedWithCustomError(
      membership,
      'NoNotice',
    )
    await expect(membership.noteSilence(who.gus))
      .to.be.revertedWithCustomError(membership, 'NotSilent')
      .withArgs(who.gus.address, heard + BigInt(TWO_YEARS))
    await expect(membership.connect(who.hal).speakUp()).to.be.revertedWithCustomError(
      membership,
      'NotOnTheRoll',
    )
  })

  it('MEM-10 so does any act of theirs at the roll', async () => {
    const { membership, who } = await loadFixture(old)
    const ends = async (by: Signer, act: Promise<unknown>) => {
      await act
      expect((await membership.silenceOf(by)).noticed).to.equal(0n)
    }
    const until = BigInt(await time.latest()) + BigInt(30 * DAY)
    for (const one of [who.ada, who.bo]) await membership.noteSilence(one)
    const document = `0x${'11'.repeat(32)}`
    await ends(who.ada, membership.connect(who.ada).applyFor(1, document, until))
    await ends(who.bo, membership.connect(who.bo).withdrawSponsorship(who.hal, 1, until))
    // an act without a notice writes nothing
    await membership.connect(who.chi).applyFor(1, document, until)
    expect((await membership.silenceOf(who.chi)).heard).to.equal(0n)
  })

  it('MEM-10 anybody ends it who shows a vote of theirs, or a proposal, of the last two years', async () => {
    const house = await loadFixture(old)
    const { membership, assembly, who } = house
    const id = await votes(house, who.gus)
    const { snapshot } = await assembly.proposalOf(id)
    for (const one of [who.gus, who.bo, who.fay]) await membership.noteSilence(one)
    await expect(membership.connect(who.carrier).showVote(who.fay, id))
      .to.be.revertedWithCustomError(membership, 'NoVoteToShow')
      .withArgs(who.fay.address, id)
    await expect(membership.connect(who.carrier).showVote(who.gus, id))
      .to.emit(membership, 'Heard')
      .withArgs(who.gus.address, 7n, snapshot)
    await membership.connect(who.carrier).showVote(who.bo, id)
    await time.increase(60 * DAY)
    for (const one of [who.gus, who.bo]) {
      await expect(membership.strikeOff(one)).to.be.revertedWithCustomError(membership, 'NoNotice')
    }
    await membership.strikeOff(who.fay)
    // what is shown counts from when it was, not from when it is shown
    await time.increaseTo(snapshot + BigInt(TWO_YEARS) - 2n)
    await expect(membership.noteSilence(who.gus)).to.be.revertedWithCustomError(
      membership,
      'NotSilent',
    )
    await membership.noteSilence(who.gus)
    await expect(membership.showVote(who.gus, id)).to.be.revertedWithCustomError(
      membership,
      'NoVoteToShow',
    )
  })

  it('MEM-10 a notice that nobody acts on is over after a year', async () => {
    const { membership, who } = await loadFixture(old)
    await membership.noteSilence(who.gus)
    await time.increase(365 * DAY)
    expect((await membership.silenceOf(who.gus)).noticed).to.equal(0n)
    await expect(membership.strikeOff(who.gus)).to.be.revertedWithCustomError(
      membership,
      'NoNotice',
    )
    await membership.noteSilence(who.gus)
    await expect(membership.strikeOff(who.gus)).to.be.revertedWithCustomError(
      membership,
      'NoticeRuns',
    )
  })

  it('G5 MEM-11 at most one, or a tenth, is struck off in 30 days', async () => {
    const house = await founded()
    const { membership, who } = house
    const many = walletsOf(15)
    await admitAll(house, many)
    await time.increase(TWO_YEARS)
    const all = [...many.slice(0, 4).map(({ address }) => address), who.gus.address]
    for (const one of all) await membership.noteSilence(one)
    await time.increase(60 * DAY)
    // 22 members: two, then of 20 two already
    await membership.strikeOff(all[0] as string)
    await membership.strikeOff(all[1] as string)
    await expect(membership.strikeOff(all[2] as string))
      .to.be.revertedWithCustomError(membership, 'StrikeLimit')
      .withArgs(3n, 2n)
    await time.increase(35 * DAY)
    await membership.strikeOff(all[2] as string)
    await expect(membership.strikeOff(all[3] as string))
      .to.be.revertedWithCustomError(membership, 'StrikeLimit')
      .withArgs(2n, 1n)
  })

  it('G6 who is struck off still counts in the votes that were open', async () => {
    const house = await loadFixture(old)
    const { membership, assembly, who } = house
    await membership.noteSilence(who.gus)
    await time.increase(60 * DAY)
    const id = await propose(house, await motion('Close on Mondays'))
    await membership.strikeOff(who.gus)
    await opens(house, id)
    await assembly.connect(who.gus).castVote(id, 0)
    const sum = (await assembly.talliesOf(id)).reduce((all, { members }) => all + members, 0n)
    expect(sum).to.equal(7n)
  })

  it('MEM-10 a new membership of the same wallet has no old notice', async () => {
    const house = await loadFixture(old)
    const { membership, who } = house
    await membership.noteSilence(who.gus)
    await membership.connect(who.gus).resign()
    await time.increase(117 * DAY)
    await admitAll(house, [who.gus])
    await expect(membership.strikeOff(who.gus)).to.be.revertedWithCustomError(
      membership,
      'NoNotice',
    )
  })

  it('MEM-10 a sponsor’s word counts as an act', async () => {
    const house = await foundedAs({ admission: Admission.BY_SPONSORS, sponsors: 1 })
    const { membership, who } = house
    await time.increase(TWO_YEARS)
    await membership.noteSilence(who.ada)
    const it = await application(house, who.hal, 0)
    const word = await who.ada.signTypedData(await domainOf(membership), SPONSORSHIP_TYPES, {
      cooperative: await house.statutes.name(),
      applicant: who.hal.address,
      class: 0,
      sponsor: who.ada.address,
      deadline: it.deadline,
    })
    await membership.admitBySponsors(it, [who.ada.address], [word])
    expect((await membership.silenceOf(who.ada)).noticed).to.equal(0n)
  })

  it('P5 MEM-11 a silent co-op of a federation is given notice in its register', async () => {
    const { phyle, mill, root } = await loadFixture(entered)
    const coop = mill.coop.target as string
    await time.increase(TWO_YEARS)
    await root.membership.noteSilence(coop)
    await time.increase(60 * DAY)
    const struck = root.membership.strikeOff(coop)
    await expect(struck).to.emit(root.membership, 'StruckOff')
    await expect(struck).to.emit(phyle, 'CoopGaveNotice')
    expect(await root.membership.isMember(coop)).to.equal(true)
    expect(await phyle.isCoop(coop)).to.equal(true)
    await time.increase(90 * DAY)
    await phyle.depart(coop)
    expect(await root.membership.isMember(coop)).to.equal(false)
  })
})
