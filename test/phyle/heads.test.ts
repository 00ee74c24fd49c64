// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { DAY, digestOf, loadFixture, type Signer, time } from '../kit/chain.ts'
import { className, Kind } from '../kit/charter.ts'
import { accountOf, EPOCH, entered, leavesNow, toEpoch } from '../kit/federation.ts'
import { carryOut, type Organs } from '../kit/house.ts'

const OPEN = 2n ** 32n - 1n

async function seatAll(house: Awaited<ReturnType<typeof entered>>, names: readonly string[]) {
  const { phyle, mill, who } = house
  for (const name of names) {
    await phyle.seat(mill.coop.target, who[name as keyof typeof who].address)
  }
}

/** Applies for the first class, and is admitted by decision. */
async function joins(organs: Organs, applicant: Signer): Promise<void> {
  const { membership } = organs
  const document = digestOf('who I am')
  const deadline = (await time.latest()) + 30 * DAY
  await membership.connect(applicant).applyFor(0, document, deadline)
  const data = membership.interface.encodeFunctionData('admit', [
    [{ wallet: applicant.address, class: 0, document, deadline, signature: '0x' }],
  ])
  await carryOut(organs, Kind.SPECIAL, [{ target: membership, data }])
}

/** Adds a class, number 3, whose members are no cooperators. */
async function addFriends(organs: Organs): Promise<void> {
  const { statutes } = organs
  const friends = { name: className('friends'), shareBps: 0, flags: 0 }
  const data = statutes.interface.encodeFunctionData('addClass', [friends])
  await carryOut(organs, Kind.ENTRENCHED, [{ target: statutes, data }])
}

/** Applies for another class, and is moved by decision. */
async function moves(organs: Organs, member: Signer, to: number): Promise<void> {
  const { membership } = organs
  const document = digestOf('who I am')
  const deadline = (await time.latest()) + 30 * DAY
  await membership.connect(member).applyFor(to, document, deadline)
  const application = { wallet: member.address, class: to, document, deadline, signature: '0x' }
  const data = membership.interface.encodeFunctionData('changeClass', [application])
  await carryOut(organs, Kind.SPECIAL, [{ target: membership, data }])
}

describe('Phyle: persons', () => {
  it('PHY-2 PHY-3 P2 a person with a seat is a head, and earns from the next whole epoch', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, who } = house
    await expect(phyle.seat(mill.coop.target, who.ada.address))
      .to.emit(phyle, 'Seated')
      .withArgs(mill.coop.target, 1n, who.ada.address, 1n)
    expect(await phyle.heads()).to.equal(1n)
    expect(await phyle.isCooperator(who.ada.address)).to.equal(true)
    expect(await phyle.earningHeads(0)).to.equal(0n)
    expect(await phyle.earningHeads(1)).to.equal(1n)
    await toEpoch(3, house)
    expect(await phyle.earningHeads(0)).to.equal(0n)
    expect(await phyle.earningHeads(2)).to.equal(1n)
    expect(await phyle.earningHeads(4)).to.equal(1n)
  })

  it('refuses strangers, twice, and co-ops that do not belong', async () => {
    const { phyle, mill, who } = await loadFixture(entered)
    await expect(phyle.seat(mill.coop.target, who.pia.address)).to.be.revertedWithCustomError(
      phyle,
      'NotACooperatorClass',
    )
    await expect(phyle.seat(who.ada.address, who.ada.address)).to.be.revertedWithCustomError(
      phyle,
      'NotACoop',
    )
    await phyle.seat(mill.coop.target, who.ada.address)
    await expect(phyle.seat(mill.coop.target, who.ada.address)).to.be.revertedWithCustomError(
      phyle,
      'AlreadySeated',
    )
    await expect(phyle.unseat(mill.coop.target, 1)).to.be.revertedWithCustomError(
      phyle,
      'StillEntitled',
    )
    await expect(phyle.unseat(mill.coop.target, 2)).to.be.revertedWithCustomError(
      phyle,
      'NotSeated',
    )
  })

  it('P2 a person who left earns to the last whole epoch before, whenever that is noticed', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, who } = house
    await seatAll(house, ['ada', 'bo'])
    await toEpoch(3, house)
    await time.increase(DAY)
    await mill.membership.connect(who.ada).resign()
    expect(await phyle.isCooperator(who.ada.address)).to.equal(false)
    await toEpoch(6, house)
    const foreseen = await phyle.headAsSettled(who.ada.address)
    await expect(phyle.unseat(mill.coop.target, 1)).to.emit(phyle, 'Unseated')
    const head = await phyle.headOf(who.ada.address)
    expect([...head]).to.deep.equal([...foreseen])
    expect([head.earnsFrom, head.earnsTo, head.countedTo]).to.deep.equal([1n, 2n, 5n])
    expect(await phyle.earningHeads(5)).to.equal(2n)
    expect(await phyle.earningHeads(6)).to.equal(1n)
    expect(await phyle.heads()).to.equal(1n)
  })

  it('P2 a person who left before their first whole epoch never earns', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, who } = house
    await seatAll(house, ['ada'])
    await mill.membership.connect(who.ada).resign()
    await phyle.settle(who.ada.address)
    const head = await phyle.headOf(who.ada.address)
    expect([head.seats, head.earnsFrom, head.earnsTo, head.countedTo]).to.deep.equal([
      0n,
      1n,
      0n,
      0n,
    ])
    await toEpoch(2, house)
    expect(await phyle.earningHeads(1)).to.equal(0n)
  })

  it('PHY-2 P2 a person in two co-ops counts once, until the last seat ends', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, shop, who } = house
    await joins(shop, who.ada)
    await phyle.seat(mill.coop.target, who.ada.address)
    await phyle.seat(shop.coop.target, who.ada.address)
    expect(await phyle.heads()).to.equal(1n)
    expect(await phyle.earningHeads(1)).to.equal(1n)
    await mill.membership.connect(who.ada).resign()
    await phyle.settle(who.ada.address)
    expect((await phyle.headOf(who.ada.address)).earnsTo).to.equal(OPEN)
    await shop.membership.connect(who.ada).resign()
    await phyle.settle(who.ada.address)
    expect(await phyle.heads()).to.equal(0n)
  })

  it('PHY-3 P4 places let three heads of a new co-op start in an epoch, the rest wait', async () => {
    const house = await loadFixture(entered)
    const { phyle, shop, who } = house
    await seatAll(house, ['ada', 'bo', 'chi', 'dee', 'eli', 'fay', 'gus'])
    await phyle.seat(shop.coop.target, who.hal.address)
    expect(await phyle.earningHeads(1)).to.equal(4n)
    expect(await phyle.earningHeads(2)).to.equal(7n)
    expect(await phyle.earningHeads(3)).to.equal(8n)
    expect((await phyle.headOf(who.gus.address)).earnsFrom).to.equal(3n)
    await toEpoch(5, house)
    expect(await phyle.earningHeads(4)).to.equal(8n)
  })

  it('ends the seats of a co-op that left, at the time it left', async () => {
    const house = await loadFixture(entered)
    const { phyle, who } = house
    await seatAll(house, ['ada'])
    await toEpoch(2, house)
    await time.increase(DAY)
    await leavesNow(house, house.mill.coop.target as string)
    await toEpoch(4, house)
    await phyle.settle(who.ada.address)
    const head = await phyle.headOf(who.ada.address)
    expect([head.earnsTo, head.countedTo]).to.deep.equal([1n, 3n])
  })

  it('P2 who resigned unnoticed earned to then, also once their co-op has left', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, who } = house
    await seatAll(house, ['ada'])
    await toEpoch(2, house)
    await time.increase(DAY)
    await mill.membership.connect(who.ada).resign()
    const account = phyle.connect(await accountOf(mill.coop.target as string))
    await account.giveNotice()
    await time.increase(90 * DAY)
    await phyle.depart(mill.coop.target)
    expect((await phyle.headAsSettled(who.ada.address)).earnsTo).to.equal(1n)
    await phyle.settle(who.ada.address)
    expect((await phyle.headOf(who.ada.address)).earnsTo).to.equal(1n)
  })

  it('P2 who was in no cooperator class for a time earned nothing then, whoever looks late', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, who } = house
    await addFriends(mill)
    await seatAll(house, ['ada', 'bo'])
    await toEpoch(2, house)
    await moves(mill, who.ada, 3)
    const moved = await time.latest()
    expect(await phyle.isCooperator(who.ada.address)).to.equal(false)
    await time.increase(130 * DAY)
    await moves(mill, who.ada, 0)
    // moved between two classes of cooperators in the meantime, which ends nothing
    await moves(mill, who.bo, 2)
    await time.increase(130 * DAY)
    await moves(mill, who.ada, 1)
    const foreseen = await phyle.headAsSettled(who.ada.address)
    await phyle.settle(who.ada.address)
    const head = await phyle.headOf(who.ada.address)
    expect([...head]).to.deep.equal([...foreseen])
    expect([head.seats, head.earnsTo, head.lastEnd]).to.deep.equal([0n, 1n, BigInt(moved)])
    expect((await phyle.settle.staticCall(who.bo.address)).earnsTo).to.equal(OPEN)
    expect(await phyle.isCooperator(who.bo.address)).to.equal(true)
  })

  it('P2 the earliest end counts: out of the class, then out of the co-op, then the co-op itself', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, who } = house
    await addFriends(mill)
    await seatAll(house, ['ada'])
    await toEpoch(2, house)
    await moves(mill, who.ada, 3)
    await toEpoch(4, house)
    await mill.membership.connect(who.ada).resign()
    await toEpoch(6, house)
    await leavesNow(house, house.mill.coop.target as string)
    await phyle.settle(who.ada.address)
    expect((await phyle.headOf(who.ada.address)).earnsTo).to.equal(1n)
  })

  it('tells who has been in a user class for a whole epoch', async () => {
    const house = await loadFixture(entered)
    const { phyle, who } = house
    await time.increase(DAY)
    await seatAll(house, ['ada', 'dee'])
    await toEpoch(1, house)
    expect(await phyle.isSettledUser(who.ada.address)).to.equal(false)
    await toEpoch(2, house)
    expect(await phyle.isSettledUser(who.ada.address)).to.equal(true)
    expect(await phyle.isSettledUser(who.dee.address)).to.equal(false)
  })

  it('keeps earlier spells of a person who returns', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, who } = house
    await seatAll(house, ['ada'])
    await toEpoch(3, house)
    await mill.membership.connect(who.ada).resign()
    await phyle.settle(who.ada.address)
    await time.increase(400 * DAY)
    await joins(mill, who.ada)
    await phyle.seat(mill.coop.target, who.ada.address)
    const head = await phyle.headOf(who.ada.address)
    expect(head.spell).to.equal(1n)
    expect(head.earnsTo).to.equal(OPEN)
    const spell = await phyle.spellOf(who.ada.address, 0)
    expect([spell.earnsFrom, spell.earnsTo, spell.countedTo]).to.deep.equal([1n, 2n, 2n])
  })

  it('counts epochs from the start, whatever their length', async () => {
    const house = await loadFixture(entered)
    const { phyle, terms } = house
    expect(await phyle.epoch()).to.equal(0n)
    await time.increaseTo(terms.start + EPOCH - 1)
    expect(await phyle.epoch()).to.equal(0n)
    await time.increaseTo(terms.start + EPOCH)
    expect(await phyle.epoch()).to.equal(1n)
    expect(await phyle.epochStart(2)).to.equal(BigInt(terms.start + 2 * EPOCH))
  })
})
