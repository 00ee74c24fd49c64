// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { passesOver } from '../assembly/carrying.ts'
import {
  application,
  ballot,
  DOCUMENT,
  openVote,
  paperOf,
  type Signing,
  Support,
} from '../assembly/desk.ts'
import { DAY, loadFixture, time } from '../kit/chain.ts'
import { asCarryingOut, founded, type House } from '../kit/house.ts'
import { USER, WORKER } from '../kit/people.ts'
import { succeeded } from '../kit/successors.ts'
import { LONGEST_VOTE } from './roll.ts'

const MINUTE = 60n
/** Where a member word keeps to when its wallet took back what it had applied for. */
const TAKEN_BACK = 224n

async function signed(house: House, who: Signing, to: number, days = 30) {
  const whole = BigInt(Math.floor((await time.latest()) / 60) + days * 24 * 60)
  return application(house, who, to, whole * MINUTE)
}

describe('Taking an application back', () => {
  it('MEM-13 a signed one counts no more, wherever it lies, nor does one that ends earlier', async () => {
    const house = await loadFixture(founded)
    const roll = await asCarryingOut(house)
    const { hal } = house.who
    const early = await signed(house, hal, USER, 29)
    const it = await signed(house, hal, USER)
    const sameMinute = await application(house, hal, USER, it.deadline + MINUTE - 1n)
    await expect(house.membership.connect(hal).withdrawApplication(it.deadline))
      .to.emit(roll, 'ApplicationWithdrawn')
      .withArgs(hal.address, it.deadline)
    for (const one of [early, it, sameMinute]) {
      await expect(roll.admit([one]))
        .to.be.revertedWithCustomError(roll, 'ApplicationTakenBack')
        .withArgs(hal.address, one.deadline)
    }
    await roll.admit([await application(house, hal, USER, it.deadline + MINUTE)])
    expect(await roll.isMember(hal)).to.equal(true)
  })

  it('MEM-13 for one’s own wallet alone, and what was taken back once stays so', async () => {
    const house = await loadFixture(founded)
    const roll = await asCarryingOut(house)
    const { hal, ivy } = house.who
    const [his, hers] = [await signed(house, hal, USER), await signed(house, ivy, USER)]
    const back = house.membership.connect(hal)
    await back.withdrawApplication(his.deadline)
    await back.withdrawApplication(his.deadline - BigInt(DAY))
    await expect(roll.admit([his])).to.be.revertedWithCustomError(roll, 'ApplicationTakenBack')
    await roll.admit([hers])
  })

  it('MEM-13 one that is made on chain afterwards holds, whatever its end', async () => {
    const house = await loadFixture(founded)
    const roll = await asCarryingOut(house)
    const { hal } = house.who
    const it = await signed(house, hal, USER)
    const { deadline } = it
    const ours = house.membership.connect(hal)
    await ours.applyFor(USER, DOCUMENT, deadline)
    await ours.withdrawApplication(deadline - 1n)
    expect((await roll.applicationOf(hal)).deadline).to.equal(deadline)
    await ours.withdrawApplication((1n << 256n) - 1n)
    expect((await roll.applicationOf(hal)).deadline).to.equal(0n)
    await ours.applyFor(USER, DOCUMENT, deadline)
    await roll.admit([{ ...it, signature: '0x' }])
    expect((await roll.memberOf(hal)).id).to.equal(8n)
  })

  it('MEM-13 it does not come to life again with the membership, for another class', async () => {
    const house = await loadFixture(founded)
    const roll = await asCarryingOut(house)
    const { hal } = house.who
    const it = await signed(house, hal, USER)
    await house.membership.connect(hal).withdrawApplication(it.deadline)
    await roll.admit([await application(house, hal, WORKER, it.deadline + MINUTE)])
    await expect(roll.changeClass(it)).to.be.revertedWithCustomError(roll, 'ApplicationTakenBack')

    const other = await signed(house, hal, USER, 31)
    await house.membership.connect(hal).withdrawApplication(other.deadline)
    await expect(roll.changeClass(other)).to.be.revertedWithCustomError(
      roll,
      'ApplicationTakenBack',
    )
    await roll.changeClass(await application(house, hal, USER, other.deadline + MINUTE))
    expect((await roll.memberOf(hal)).class).to.equal(BigInt(USER))
  })

  it('MEM-13 whoever left keeps all that the roll knows of them', async () => {
    const house = await loadFixture(founded)
    const roll = await asCarryingOut(house)
    const { ada } = house.who
    const ours = house.membership.connect(ada)
    await ours.resign()
    await time.increase(LONGEST_VOTE)
    const before = await roll.wordOf(ada)
    const it = await signed(house, ada, USER)
    await ours.withdrawApplication(it.deadline)
    expect(await roll.wordOf(ada)).to.equal(before | ((it.deadline / MINUTE) << TAKEN_BACK))
    await expect(roll.admit([it])).to.be.revertedWithCustomError(roll, 'ApplicationTakenBack')
    await roll.admit([await application(house, ada, USER, it.deadline + MINUTE)])
    expect((await roll.memberOf(ada)).id).to.equal(8n)
    const former = await roll.formerWordOf(1)
    expect(former & ((1n << TAKEN_BACK) - 1n)).to.equal(before)
  })

  it('G4 MEM-13 gives nobody a vote who has no membership', async () => {
    const house = await loadFixture(founded)
    const { membership, assembly, who } = house
    await membership.connect(who.hal).withdrawApplication((await time.latest()) + DAY)
    expect((await membership.memberOf(who.hal)).id).to.equal(0n)
    expect(await membership.memberAt(who.hal, (await time.latest()) - 1)).to.deep.equal([0n, 0n])
    const id = await openVote(house, 'Buy an oven')
    const paper = await paperOf(house, id)
    await passesOver({ house, id, paper }, await ballot(paper, who.hal, Support.FOR))
    await expect(assembly.connect(who.hal).castVote(id, Support.FOR)).to.be.revertedWithCustomError(
      assembly,
      'NotAMember',
    )
  })

  it('G14 MEM-13 at a roll that follows, before a word is carried and after', async () => {
    const house = await loadFixture(founded)
    const { who } = house
    await house.membership.connect(who.chi).resign()
    const next: House = { ...house, ...(await succeeded(house)) }
    const roll = await asCarryingOut(next)
    const before = await roll.memberOf(who.chi)
    for (const one of [who.chi, who.hal]) {
      await roll.connect(one).withdrawApplication((await signed(next, one, USER)).deadline)
    }
    expect(await roll.memberOf(who.chi)).to.deep.equal(before)
    expect((await roll.memberOf(who.hal)).id).to.equal(0n)
    await time.increase(LONGEST_VOTE - BigInt(DAY))
    for (const one of [who.chi, who.hal]) {
      const it = await signed(next, one, USER)
      await roll.connect(one).withdrawApplication(it.deadline)
      await roll.carry([one.address])
      await expect(roll.admit([it])).to.be.revertedWithCustomError(roll, 'ApplicationTakenBack')
    }
    await time.increase(DAY)
    const all = [who.chi, who.hal].map((one) => signed(next, one, USER, 40))
    await roll.admit(await Promise.all(all))
    expect((await roll.memberOf(who.chi)).id).to.equal(8n)
  })
})
