// SPDX-License-Identifier: AGPL-3.0-or-later
/** A roll that goes on where another ended: what everybody was is what they are. */
import { expect } from 'chai'
import { application, type Signing } from '../assembly/desk.ts'
import { DAY, ethers, loadFixture, NOBODY, type Signer, time } from '../kit/chain.ts'
import { Admission, CLASSES, className, Kind } from '../kit/charter.ts'
import { carryOut, founded, foundedAs, type House, type Organs } from '../kit/house.ts'
import type { Name } from '../kit/people.ts'
import { adoption, organsFor, succeeded } from '../kit/successors.ts'

const LONGEST_VOTE = (42 + 60 + 14) * DAY
const [WORKER, USER, FRIEND] = [0, 1, 3]
const FOUNDERS = ['ada', 'bo', 'chi', 'dee', 'eli', 'fay', 'gus'] as const
/** A class of no cooperators after the three. */
const FRIENDS = { name: className('friends'), shareBps: 0, flags: 0 }
const WITH_FRIENDS = { classes: [...CLASSES, FRIENDS] }

async function withFriends() {
  return foundedAs(WITH_FRIENDS)
}

/** The house with the organs that it moved to. */
async function moved(house: House, changes: Parameters<typeof succeeded>[1] = {}): Promise<House> {
  return { ...house, ...(await succeeded(house, changes)) }
}

async function admits(house: House, ...who: readonly Signing[]): Promise<void> {
  const all = await Promise.all(who.map((one) => application(house, one, WORKER)))
  const data = house.membership.interface.encodeFunctionData('admit', [all])
  await carryOut(house, Kind.SPECIAL, [{ target: house.membership, data }])
}

async function moves(house: House, member: Signing, to: number): Promise<void> {
  const it = await application(house, member, to)
  const data = house.membership.interface.encodeFunctionData('changeClass', [it])
  await carryOut(house, Kind.SPECIAL, [{ target: house.membership, data }])
}

/** All that a roll says of people. */
async function everything({ membership }: Pick<Organs, 'membership'>, who: readonly Signer[]) {
  const [now, lastId] = [await time.latest(), await membership.lastId()]
  const people = who.map(async (one) => [
    await membership.wordOf(one),
    await membership.memberOf(one),
    await membership.isMember(one),
    await membership.leftCooperatorsAt(one, (await membership.memberOf(one)).id, 0),
    ...(await Promise.all(
      [1, 3 * DAY, LONGEST_VOTE].map((ago) => membership.memberAt(one, now - ago)),
    )),
  ])
  const ids = Array.from({ length: Number(lastId) }, async (_, i) => [
    await membership.formerMember(i + 1),
    await membership.formerWordOf(i + 1),
    await membership.movesOf(i + 1),
  ])
  return {
    counts: await membership.counts(),
    total: await membership.total(),
    lastId,
    people: String(await Promise.all(people)),
    ids: String(await Promise.all(ids)),
    words: String(await membership.wordsOf(who.map(({ address }) => address))),
  }
}

describe('A roll that follows another', () => {
  it('G14 MEM-9 starts with everybody as they are: ids, classes, times and counts', async () => {
    const house = await loadFixture(founded)
    const { who } = house
    await house.membership.connect(who.gus).resign()
    await time.increase(5 * DAY)
    const all = Object.values(who)
    const before = await everything(house, all)
    const next = await moved(house)
    expect(await everything(next, all)).to.deep.equal(before)
    expect(await next.membership.toCarry()).to.equal(7n)

    await admits(next, who.hal)
    expect((await next.membership.memberOf(who.hal)).id).to.equal(8n)
    await expect(admits(next, who.ada)).to.be.revertedWithCustomError(next.coop, 'ActionFailed')
    const seen = await everything(next, all)
    await next.membership.carry(all.map(({ address }) => address))
    expect(await everything(next, all)).to.deep.equal(seen)
  })

  it('G14 answers for every time across the seam', async () => {
    const house = await loadFixture(founded)
    const { who, membership: old } = house
    const founding = Number((await old.memberOf(who.ada)).joined)
    await time.increase(DAY)
    await old.connect(who.ada).resign()
    await time.increase(DAY)
    const { membership } = await moved(house)
    const seam = await time.latest()
    await membership.connect(who.bo).resign()
    await time.increase(DAY)
    const at = async (t: number) => [
      await membership.getPastVotes(who.ada, t),
      await membership.getPastVotes(who.bo, t),
      await membership.getPastVotes(who.chi, t),
      await membership.getPastTotalSupply(t),
    ]
    expect(await at(founding - 1)).to.deep.equal([0n, 0n, 0n, 0n])
    expect(await at(founding)).to.deep.equal([1n, 1n, 1n, 7n])
    expect(await at(seam - 1)).to.deep.equal([0n, 1n, 1n, 6n])
    expect(await at(seam)).to.deep.equal([0n, 1n, 1n, 6n])
    expect(await at(seam + 1)).to.deep.equal([0n, 0n, 1n, 5n])
    expect(await membership.countsAt(seam - 1)).to.equal(await old.countsAt(seam - 1))
  })

  it('G14 goes on over two moves in a row, with nothing carried in between', async () => {
    const house = await loadFixture(founded)
    const { who } = house
    const all = Object.values(who)
    const second = await moved(house)
    await admits(second, who.hal)
    await second.membership.connect(who.bo).resign()
    await time.increase(DAY)
    const before = await everything(second, all)
    const third = await moved(second, { name: 'The Mill, once more' })
    expect(await everything(third, all)).to.deep.equal(before)
    expect(await third.membership.links()).to.equal(2n)
    await third.membership.connect(who.ada).resign()
    await admits(third, who.ivy)
    expect((await third.membership.memberOf(who.ada)).id).to.equal(1n)
    expect((await third.membership.memberOf(who.ivy)).id).to.equal(9n)

    await third.membership.carry(all.map(({ address }) => address))
    expect(await third.membership.links()).to.equal(0n)
    expect((await third.membership.memberOf(who.hal)).id).to.equal(8n)
    expect(await third.membership.total()).to.equal(7n)
  })

  it('G14 knows who left and came back, before the move and after it', async () => {
    const house = await loadFixture(founded)
    const { who } = house
    const all = Object.values(who)
    await house.membership.connect(who.gus).resign()
    await time.increase(LONGEST_VOTE + 1)
    await admits(house, who.gus)
    await house.membership.connect(who.bo).resign()
    await time.increase(DAY)
    const before = await everything(house, all)
    const next = await moved(house)
    expect(await everything(next, all)).to.deep.equal(before)

    await expect(admits(next, who.bo)).to.be.revertedWithCustomError(next.coop, 'ActionFailed')
    await time.increase(LONGEST_VOTE)
    await admits(next, who.bo)
    const { membership } = next
    expect((await membership.memberOf(who.bo)).id).to.equal(9n)
    expect((await membership.formerMember(2n)).left).not.to.equal(0n)
    expect((await membership.formerMember(7n)).id).to.equal(7n)
    expect(
      await membership.getPastVotes(who.bo, (await time.latest()) - 2 * LONGEST_VOTE),
    ).to.equal(1n)
    await membership.connect(who.gus).resign()
    expect((await membership.memberOf(who.gus)).id).to.equal(8n)
    const left = await membership.toCarry()
    await membership.carry(all.map(({ address }) => address))
    // Bo has one membership of before, Gus two: they were carried when they were written.
    expect(left).to.equal(8n - 3n)
    expect(await membership.toCarry()).to.equal(0n)
  })

  it('G14 knows in which class everybody was, before the move and after it', async () => {
    const house = await loadFixture(withFriends)
    const { who } = house
    const all = Object.values(who)
    await moves(house, who.ada, FRIEND)
    const out = BigInt(await time.latest())
    await time.increase(LONGEST_VOTE + 1)
    await moves(house, who.ada, WORKER)
    await time.increase(DAY)
    const before = await everything(house, all)
    const next = await moved(house, WITH_FRIENDS)
    expect(await everything(next, all)).to.deep.equal(before)
    const soon = moves(next, who.ada, USER)
    await expect(soon).to.be.revertedWithCustomError(next.coop, 'ActionFailed')

    await time.increase(LONGEST_VOTE)
    await moves(next, who.ada, USER)
    const { membership } = next
    expect(await membership.leftCooperatorsAt(who.ada, 1n, 0n)).to.equal(out)
    expect(await membership.leftCooperatorsAt(who.ada, 1n, out + 1n)).to.equal(0n)
    expect((await membership.memberOf(who.ada)).classBefore).to.equal(BigInt(WORKER))
    expect((await membership.movesOf(1n)).length).to.equal(2)
    expect((await membership.memberAt(who.ada, out)).class).to.equal(BigInt(WORKER))
  })

  it('G11 MEM-9 remembers who came in lately', async () => {
    const house = await loadFixture(founded)
    const { who } = house
    await admits(house, who.hal, who.ivy)
    const left = await house.membership.admissionsLeft(WORKER)
    const next = await moved(house)
    expect(await next.membership.admissionsLeft(WORKER)).to.deep.equal(left)
    const both = [who.jan, who.kim].map((one) => application(next, one, WORKER))
    const data = next.membership.interface.encodeFunctionData('admit', [await Promise.all(both)])
    await expect(
      carryOut(next, Kind.ORDINARY, [{ target: next.membership, data }]),
    ).to.be.revertedWithCustomError(next.coop, 'ActionFailed')
  })

  it('MEM-8 the roll before stands still, whoever calls', async () => {
    const house = await loadFixture(founded)
    const { membership: old, who } = house
    const it = await application(house, who.hal, WORKER)
    const next = await moved(house)
    const { interface: of } = old
    const far = BigInt((await time.latest()) + DAY)
    for (const send of [
      () => old.connect(who.ada).resign(),
      () => old.connect(who.hal).applyFor(WORKER, ethers.ZeroHash, far),
      () => old.connect(who.hal).withdrawApplication(far),
      () => old.connect(who.ada).withdrawSponsorship(who.hal, WORKER, far),
      () => old.admitBySponsors(it, [], []),
      () => old.leaveByRegister(who.ada),
    ]) {
      await expect(send()).to.be.revertedWithCustomError(old, 'RollNotInForce')
    }
    const inner = of.encodeErrorResult('RollNotInForce')
    for (const data of [
      of.encodeFunctionData('admit', [[it]]),
      of.encodeFunctionData('changeClass', [it]),
      of.encodeFunctionData('refuse', [it.wallet, ethers.id('no')]),
      of.encodeFunctionData('enrolFounders', [[]]),
      of.encodeFunctionData('standDown'),
    ]) {
      await expect(carryOut(next, Kind.ENTRENCHED, [{ target: old, data }]))
        .to.be.revertedWithCustomError(next.coop, 'ActionFailed')
        .withArgs(0, old.target, inner)
    }
    expect(await old.isMember(who.ada)).to.equal(true)
  })

  it('MEM-8 a roll that is built and not adopted is written by nobody', async () => {
    const house = await loadFixture(founded)
    const { coop, who, membership: first } = house
    const built = await organsFor(house)
    const roll = await ethers.getContractAt('SuccessorRoll', built.membership)
    await expect(roll.connect(who.ada).resign()).to.be.revertedWithCustomError(
      roll,
      'RollNotInForce',
    )
    await expect(roll.carry([who.ada])).to.be.revertedWithCustomError(roll, 'RollNotInForce')
    const { interface: of } = roll
    const calls = [
      { data: of.encodeFunctionData('takeOver'), send: () => roll.takeOver() },
      { data: of.encodeFunctionData('standDown'), send: () => roll.standDown() },
    ]
    for (const { data, send } of calls) {
      await expect(carryOut(house, Kind.ENTRENCHED, [{ target: roll, data }]))
        .to.be.revertedWithCustomError(coop, 'ActionFailed')
        .withArgs(0, roll.target, of.encodeErrorResult('RollNotInForce'))
      await expect(send()).to.be.revertedWithCustomError(coop, 'NotTheCooperative')
    }
    // What happens in between is not lost: it starts where the other is when the co-op moves.
    await first.connect(who.bo).resign()
    await admits(house, who.hal)
    expect(await roll.total()).to.equal(7n)
    await carryOut(house, Kind.ENTRENCHED, [await adoption(house, built)])
    expect([await roll.isMember(who.bo), (await roll.memberOf(who.hal)).id]).to.deep.equal([
      false,
      8n,
    ])
    expect(await roll.toCarry()).to.equal(8n)
  })

  it('MEM-8 G13 the roll of a co-op is not told to stand down, nor to take over again', async () => {
    const house = await loadFixture(founded)
    const { coop, membership: first } = house
    const { interface: of } = first
    const down = of.encodeFunctionData('standDown')
    await expect(carryOut(house, Kind.ENTRENCHED, [{ target: first, data: down }]))
      .to.be.revertedWithCustomError(coop, 'ActionFailed')
      .withArgs(0, first.target, of.encodeErrorResult('RollInForce'))
    for (const call of ['takeOver', 'carry'] as const) {
      const sent = call === 'carry' ? first.carry([]) : first.takeOver()
      await expect(sent).to.be.revertedWithCustomError(first, 'NoPredecessor')
    }
    expect([await first.predecessor(), await first.links()]).to.deep.equal([NOBODY, 0n])
    const { membership } = await moved(house)
    const again = of.encodeFunctionData('takeOver')
    await expect(carryOut(house, Kind.ENTRENCHED, [{ target: membership, data: again }]))
      .to.be.revertedWithCustomError(coop, 'ActionFailed')
      .withArgs(0, membership.target, of.encodeErrorResult('TookOverAlready'))
  })

  it('G14 a link whose words are all carried falls away', async () => {
    const house = await loadFixture(founded)
    const { who, membership: old } = house
    const { membership } = await moved(house)
    const roll = await ethers.getContractAt('SuccessorRoll', membership)
    const [first, ...others] = FOUNDERS.map((name) => who[name].address)
    await expect(roll.carry([first ?? '', who.pia.address, first ?? '']))
      .to.emit(roll, 'Carried')
      .withArgs(first, 1n)
      .and.to.emit(roll, 'Transfer')
      .withArgs(NOBODY, first, BigInt(first ?? 0))
    expect([await roll.toCarry(), await roll.links()]).to.deep.equal([6n, 1n])
    await roll.carry(others)
    expect([await roll.toCarry(), await roll.links()]).to.deep.equal([0n, 0n])

    await ethers.provider.send('hardhat_setCode', [old.target, '0xfe'])
    for (const [i, name] of FOUNDERS.entries()) {
      expect((await roll.memberOf(who[name])).id).to.equal(BigInt(i + 1))
    }
    expect(await roll.isMember(who.pia)).to.equal(false)
    expect((await roll.wordsOf([who.pia, who.ada])).map((word) => word === 0n)).to.deep.equal([
      true,
      false,
    ])
  })

  it('G14 a co-op moves on only while few rolls have to be asked, and anyone may carry', async () => {
    const house = await loadFixture(founded)
    const { who, coop } = house
    let now: House = house
    for (const name of ['B', 'C', 'D', 'E']) now = await moved(now, { name })
    expect(await now.membership.links()).to.equal(4n)
    const next = await organsFor(now, { name: 'F' })
    const { interface: of } = now.membership
    await expect(carryOut(now, Kind.ENTRENCHED, [await adoption(now, next)]))
      .to.be.revertedWithCustomError(coop, 'ActionFailed')
      .withArgs(0, coop.target, of.encodeErrorResult('WordsNotCarried', [now.membership.target]))
    const wallets = FOUNDERS.map((name) => who[name].address)
    await now.membership.connect(who.pia).carry(wallets)
    now = await moved(now, { name: 'F' })
    expect(await now.membership.links()).to.equal(1n)
    expect((await now.membership.memberOf(who.gus)).id).to.equal(7n)
  })

  it('G4 G14 ballots of people whose words are carried and not carried count alike', async () => {
    const house = await loadFixture(founded)
    const { who } = house
    const next = await moved(house)
    await next.membership.carry([who.ada.address, who.bo.address])
    const { assembly, membership } = next
    await assembly.connect(who.ada).propose([], [], [], 'We go on')
    const { voteStart } = await assembly.proposalOf(1n)
    await time.increaseTo(voteStart)
    for (const name of ['ada', 'bo', 'chi', 'dee'] satisfies Name[]) {
      await assembly.connect(who[name]).castVote(1n, 1)
    }
    const tallies = await assembly.talliesOf(1n)
    expect(tallies.map(({ votesFor }) => votesFor)).to.deep.equal([2n, 1n, 1n])
    expect(tallies.map(({ members }) => members)).to.deep.equal([3n, 2n, 2n])
    const words = await membership.wordsOf([who.ada, who.chi, who.pia])
    expect(words.map((word) => word & 0xffffffffn)).to.deep.equal([1n, 3n, 0n])
  })

  it('MEM-10 G14 nobody is silent for what was heard before the move', async () => {
    const house = await loadFixture(founded)
    const { who } = house
    await time.increase(700 * DAY)
    await house.membership.connect(who.ada).speakUp()
    const { membership } = await moved(house)
    await time.increase(700 * DAY)
    await expect(membership.noteSilence(who.ada)).to.be.revertedWithCustomError(
      membership,
      'NotSilent',
    )
    await time.increase(31 * DAY)
    await membership.noteSilence(who.ada)
    await time.increase(60 * DAY)
    await expect(membership.strikeOff(who.ada))
      .to.emit(membership, 'Resigned')
      .withArgs(who.ada.address, 1n)
    expect(await membership.isMember(who.ada)).to.equal(false)
    expect(await membership.toCarry()).to.equal(6n)
  })

  it('MEM-6 sponsors whose words are not carried still speak for their class', async () => {
    const sponsored = { admission: Admission.BY_SPONSORS, sponsors: 2 }
    const house = await moved(await foundedAs(sponsored), sponsored)
    expect(await house.membership.admissionsLeft(WORKER)).to.deep.equal([3n, 1n])
    expect(await house.membership.isMember(house.who.ada)).to.equal(true)
  })
})
