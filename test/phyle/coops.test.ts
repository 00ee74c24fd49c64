// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { DAY, digestOf, ethers, loadFixture, NOBODY, time } from '../kit/chain.ts'
import { Kind } from '../kit/charter.ts'
import {
  accountOf,
  entered,
  expelled,
  federated,
  motionInRoot,
  toEpoch,
} from '../kit/federation.ts'
import { carryOut, type Organs } from '../kit/house.ts'

const CLEAR = {
  NO: 0,
  NOT_ADMITTED: 8,
  BOOKS_OVERDUE: 9,
  SOCIAL_OVERDUE: 3,
  NO_WORK: 6,
  NO_PART: 7,
}

/** Applies to the root by its account, and is admitted by decision. */
async function admitted(root: Organs, coop: string): Promise<void> {
  const document = digestOf('who we are')
  const deadline = (await time.latest()) + 30 * DAY
  await root.membership.connect(await accountOf(coop)).applyFor(0, document, deadline)
  const application = { wallet: coop, class: 0, document, deadline, signature: '0x' }
  const data = root.membership.interface.encodeFunctionData('admit', [[application]])
  await carryOut(root, Kind.SPECIAL, [{ target: root.membership, data }])
}

describe('Phyle: co-ops', () => {
  it('enters a co-op that is on the root’s roll, by anyone', async () => {
    const { phyle, mill, registrar } = await loadFixture(federated)
    await expect(phyle.enter(mill.coop.target, registrar.target))
      .to.emit(phyle, 'CoopEntered')
      .withArgs(mill.coop.target, registrar.target, (time: bigint) => time > 0n)
    expect(await phyle.isCoop(mill.coop.target)).to.equal(true)
    await expect(phyle.enter(mill.coop.target, registrar.target)).to.be.revertedWithCustomError(
      phyle,
      'CoopAlreadyEntered',
    )
  })

  it('refuses registrars that the root did not accept and co-ops that are not on its roll', async () => {
    const { phyle, mill, root, registrar, who } = await loadFixture(federated)
    await expect(phyle.enter(mill.coop.target, NOBODY)).to.be.revertedWithCustomError(
      phyle,
      'RegistrarNotAccepted',
    )
    await expect(phyle.enter(who.ada.address, registrar.target)).to.be.revertedWithCustomError(
      phyle,
      'RegistrarNotAccepted',
    )
    await expect(phyle.enter(root.coop.target, registrar.target)).to.be.revertedWithCustomError(
      phyle,
      'NotOnTheRootsRoll',
    )
  })

  it('PHY-4 PHY-9 P3 P5 a co-op leaves after notice, out of both registers in one transaction', async () => {
    const { phyle, mill, root, who } = await loadFixture(entered)
    const coop = mill.coop.target as string
    const account = await accountOf(coop)
    await expect(phyle.depart(coop))
      .to.be.revertedWithCustomError(phyle, 'NoticeNotOver')
      .withArgs(coop, 0n)
    await expect(phyle.connect(account).giveNotice()).to.emit(phyle, 'CoopGaveNotice')
    await expect(phyle.connect(account).giveNotice()).to.be.revertedWithCustomError(
      phyle,
      'NoticeAlreadyGiven',
    )
    const [, leavesAt] = await phyle.coopOf(coop)
    await expect(phyle.depart(coop))
      .to.be.revertedWithCustomError(phyle, 'NoticeNotOver')
      .withArgs(coop, leavesAt)
    await time.increase(90 * DAY)
    expect(await phyle.isCoop(coop)).to.equal(true)
    expect(await root.membership.isMember(coop)).to.equal(true)
    // the co-op itself, one of its members or anybody
    const left = phyle.connect(who.ada).depart(coop)
    await expect(left).to.emit(phyle, 'CoopDeparted')
    await expect(left).to.emit(root.membership, 'Resigned')
    expect(await phyle.isCoop(coop)).to.equal(false)
    expect(await root.membership.isMember(coop)).to.equal(false)
    const [first] = await phyle.standing(coop)
    expect(first?.reason).to.equal(BigInt(CLEAR.NOT_ADMITTED))
    await expect(phyle.depart(coop)).to.be.revertedWithCustomError(phyle, 'NotACoop')
    await expect(phyle.refresh(coop)).to.be.revertedWithCustomError(phyle, 'NotACoop')
  })

  it('P5 who resigns from the root’s roll gives notice, and is a co-op of both until it is over', async () => {
    const { phyle, mill, root } = await loadFixture(entered)
    const coop = mill.coop.target as string
    const account = await accountOf(coop)
    await expect(root.membership.connect(account).resign()).to.emit(phyle, 'CoopGaveNotice')
    expect(await root.membership.isMember(coop)).to.equal(true)
    expect(await phyle.isCoop(coop)).to.equal(true)
    await expect(root.membership.connect(account).resign()).to.be.revertedWithCustomError(
      phyle,
      'NoticeAlreadyGiven',
    )
    await time.increase(90 * DAY)
    await phyle.depart(coop)
    expect(await root.membership.isMember(coop)).to.equal(false)
  })

  it('P5 G8 who was never entered in the register leaves the root’s roll at once', async () => {
    const { phyle, mill, root } = await loadFixture(federated)
    const coop = mill.coop.target as string
    await expect(root.membership.connect(await accountOf(coop)).resign()).to.emit(
      root.membership,
      'Resigned',
    )
    expect(await root.membership.isMember(coop)).to.equal(false)
    expect(await phyle.isCoop(coop)).to.equal(false)
  })

  it('P5 nobody but the register takes a co-op off the root’s roll, and nobody else tells it of one', async () => {
    const { phyle, mill, root, who } = await loadFixture(entered)
    const coop = mill.coop.target as string
    for (const roll of [root.membership, mill.membership]) {
      await expect(
        roll.connect(await accountOf(coop)).leaveByRegister(coop),
      ).to.be.revertedWithCustomError(roll, 'NotTheRegister')
    }
    await expect(phyle.connect(who.ada).noteResignation(coop)).to.be.revertedWithCustomError(
      phyle,
      'NotTheRootsRoll',
    )
  })

  describe('expelling', () => {
    const grounds = digestOf('It has kept no books for three years.')
    const word = digestOf('Our books were with the tax office.')

    /** The root decides that the mill has to leave, by a motion of now or by an earlier one. */
    async function expels(house: Awaited<ReturnType<typeof entered>>, motion?: bigint) {
      const { phyle, mill, root } = house
      const data = phyle.interface.encodeFunctionData('expel', [
        mill.coop.target as string,
        grounds,
      ])
      const by = motion ?? (await motionInRoot(house))
      return carryOut(root, Kind.SPECIAL, [{ target: phyle, data }], by)
    }

    async function decided() {
      const house = await entered()
      await expels(house)
      const coop = house.mill.coop.target as string
      return { ...house, coop, account: await accountOf(coop) }
    }

    it('P5 PHY-15 takes a co-op out of both registers, 30 days after it was decided with grounds', async () => {
      const house = await loadFixture(entered)
      const { phyle, mill, root, who } = house
      const coop = mill.coop.target as string
      await phyle.seat(coop, who.ada.address)
      await expect(phyle.connect(who.ada).expel(coop, grounds)).to.be.revertedWithCustomError(
        phyle,
        'NotTheRoot',
      )
      const nothing = phyle.interface.encodeFunctionData('expel', [coop, ethers.ZeroHash])
      await expect(carryOut(root, Kind.SPECIAL, [{ target: phyle, data: nothing }])).to.revert(
        ethers,
      )
      const at = BigInt(await time.latest())
      await expect(expels(house))
        .to.emit(phyle, 'ExpulsionDecided')
        .withArgs(coop, grounds, (from: bigint) => from > at + BigInt(30 * DAY))
      const { from } = await phyle.expulsionOf(coop)
      await expect(phyle.depart(coop)).to.be.revertedWithCustomError(phyle, 'NoticeNotOver')
      expect(await phyle.isCoop(coop)).to.equal(true)
      await time.increaseTo(from)
      const left = phyle.connect(who.carrier).depart(coop)
      await expect(left).to.emit(phyle, 'CoopExpelled').withArgs(coop, grounds)
      await expect(left).to.emit(phyle, 'CoopDeparted')
      expect(await phyle.isCoop(coop)).to.equal(false)
      expect(await root.membership.isMember(coop)).to.equal(false)
      expect(await phyle.isCooperator(who.ada.address)).to.equal(false)
      expect([...(await phyle.expulsionOf(coop))]).to.deep.equal([0n, 0n, ethers.ZeroHash])
    })

    it('P5 G6 leaves the co-op its vote in what was put before it was out', async () => {
      const house = await loadFixture(entered)
      const { phyle, mill, root } = house
      const coop = mill.coop.target as string
      const { assembly } = root
      const motion = await motionInRoot(house)
      await expelled(house, coop)
      expect(await phyle.isCoop(coop)).to.equal(false)
      const { snapshot } = await assembly.proposalOf(motion)
      expect(await assembly.getVotes(coop, snapshot)).to.equal(1n)
    })

    it('PHY-15 rests when the co-op appeals, until the root decides the same once more', async () => {
      const house = await loadFixture(decided)
      const { phyle, root, coop, account } = house
      const { from } = await phyle.expulsionOf(coop)
      const before = await motionInRoot(house)
      await expect(phyle.connect(account).appeal(word))
        .to.emit(phyle, 'ExpulsionAppealed')
        .withArgs(coop, word)
      const { appealedAt } = await phyle.expulsionOf(coop)
      await time.increaseTo(from + BigInt(DAY))
      await expect(phyle.depart(coop)).to.be.revertedWithCustomError(phyle, 'NoticeNotOver')
      expect(await root.membership.isMember(coop)).to.equal(true)
      await expect(phyle.connect(account).appeal(word))
        .to.be.revertedWithCustomError(phyle, 'NothingToAppeal')
        .withArgs(coop)

      const reason = phyle.interface.encodeErrorResult('AppealNotHeard', [coop, appealedAt])
      await expect(expels(house, before))
        .to.be.revertedWithCustomError(root.coop, 'ActionFailed')
        .withArgs(0, phyle.target, reason)
      const again = expels(house)
      await expect(again).to.emit(phyle, 'CoopExpelled').withArgs(coop, grounds)
      await expect(again).to.emit(phyle, 'CoopDeparted')
      expect(await phyle.isCoop(coop)).to.equal(false)
    })

    it('PHY-15 begins anew when the root lets 180 days pass after an appeal', async () => {
      const house = await loadFixture(decided)
      const { phyle, coop, account } = house
      await phyle.connect(account).appeal(word)
      await time.increase(180 * DAY)
      await expect(expels(house)).to.emit(phyle, 'ExpulsionDecided')
      expect(await phyle.isCoop(coop)).to.equal(true)
      await expect(phyle.connect(account).appeal(word)).to.emit(phyle, 'ExpulsionAppealed')
    })

    it('PHY-15 is appealed from by the co-op alone, in words, in time, and not decided twice meanwhile', async () => {
      const house = await loadFixture(decided)
      const { phyle, root, shop, who, coop, account } = house
      const { from } = await phyle.expulsionOf(coop)
      const other = phyle.connect(await accountOf(shop.coop.target as string))
      await expect(other.appeal(word)).to.be.revertedWithCustomError(phyle, 'NothingToAppeal')
      await expect(phyle.connect(who.ada).appeal(word)).to.be.revertedWithCustomError(
        phyle,
        'NotACoop',
      )
      for (const says of ['appeal', 'answerCharges'] as const) {
        await expect(phyle.connect(account)[says](ethers.ZeroHash)).to.be.revertedWithCustomError(
          phyle,
          'NothingSaid',
        )
        expect(await phyle.floorOf(phyle.interface.getFunction(says).selector)).to.equal(
          Kind.ORDINARY,
        )
      }
      const reason = phyle.interface.encodeErrorResult('ExpulsionRuns', [coop, from])
      await expect(expels(house))
        .to.be.revertedWithCustomError(root.coop, 'ActionFailed')
        .withArgs(0, phyle.target, reason)
      await time.increaseTo(from)
      await expect(phyle.connect(account).appeal(word)).to.be.revertedWithCustomError(
        phyle,
        'NothingToAppeal',
      )
      expect(await phyle.floorOf(phyle.interface.getFunction('expel').selector)).to.equal(
        Kind.SPECIAL,
      )
    })

    it('PHY-15 hears what the co-op replies, whenever it likes', async () => {
      const { phyle, mill, who } = await loadFixture(entered)
      const coop = mill.coop.target as string
      await expect(phyle.connect(await accountOf(coop)).answerCharges(word))
        .to.emit(phyle, 'ChargesAnswered')
        .withArgs(coop, word)
      await expect(phyle.connect(who.ada).answerCharges(word)).to.be.revertedWithCustomError(
        phyle,
        'NotACoop',
      )
    })

    it('P5 takes out at once who was never entered', async () => {
      const { phyle, mill, root } = await loadFixture(federated)
      const coop = mill.coop.target as string
      const data = phyle.interface.encodeFunctionData('expel', [coop, grounds])
      await expect(carryOut(root, Kind.SPECIAL, [{ target: phyle, data }])).to.emit(
        phyle,
        'CoopExpelled',
      )
      expect(await root.membership.isMember(coop)).to.equal(false)
    })
  })

  it('P6 PHY-10 who leaves and returns is admitted anew, and no deadline begins anew', async () => {
    const { phyle, mill, root, registrar } = await loadFixture(entered)
    const coop = mill.coop.target as string
    // more than three years without accounts, works, machines or levies
    await time.increase(1200 * DAY)
    const before = await phyle.standing(coop)
    expect(before.map(({ ok }) => ok)).to.deep.equal([false, true, false, false])
    const account = await accountOf(coop)
    await phyle.connect(account).giveNotice()
    await time.increase(90 * DAY)
    await phyle.depart(coop)
    // neither by itself nor by anybody
    await expect(
      phyle.connect(account).enter(coop, registrar.target),
    ).to.be.revertedWithCustomError(phyle, 'NotOnTheRootsRoll')
    await time.increase(120 * DAY)
    await admitted(root, coop)
    await expect(phyle.enter(coop, registrar.target)).to.emit(phyle, 'CoopEntered')
    const after = await phyle.standing(coop)
    expect(after.map(({ ok, until }) => [ok, until])).to.deep.equal(
      before.map(({ ok, until }) => [ok, until]),
    )
    await expect(phyle.enter(coop, registrar.target)).to.be.revertedWithCustomError(
      phyle,
      'CoopAlreadyEntered',
    )
  })

  it('P2 P6 a time in which the co-op was out is a gap for its people, whoever looks late', async () => {
    const house = await loadFixture(entered)
    const { phyle, mill, root, registrar, who } = house
    const coop = mill.coop.target as string
    await phyle.seat(coop, who.ada.address)
    await toEpoch(2, house)
    await phyle.connect(await accountOf(coop)).giveNotice()
    await time.increase(90 * DAY)
    await phyle.depart(coop)
    const { earnsTo } = await phyle.headAsSettled(who.ada.address)
    await time.increase(120 * DAY)
    await admitted(root, coop)
    await phyle.enter(coop, registrar.target)
    expect((await phyle.headAsSettled(who.ada.address)).earnsTo).to.equal(earnsTo)
    // she need not be cleared away first
    await phyle.seat(coop, who.ada.address)
    const head = await phyle.headOf(who.ada.address)
    expect(head.earnsFrom).to.equal((await phyle.epoch()) + 1n)
    expect((await phyle.spellOf(who.ada.address, 0)).earnsTo).to.equal(earnsTo)
  })

  it('P2 a co-op that the root’s new roll never had has left when that is noted', async () => {
    const { phyle, mill, shop, root, who } = await loadFixture(entered)
    await phyle.seat(mill.coop.target, who.ada.address)
    // a roll of the root without the mill: its first slot holds the address of the roll
    const roll = ethers.zeroPadValue(shop.membership.target as string, 32)
    await ethers.provider.send('hardhat_setStorageAt', [root.coop.target, '0x0', roll])
    await expect(phyle.depart(mill.coop.target))
      .to.emit(phyle, 'CoopDeparted')
      .withArgs(mill.coop.target, (at: bigint) => at > 0n)
    expect(await phyle.isCooperator(who.ada.address)).to.equal(false)
    await expect(phyle.unseat(mill.coop.target, 1)).to.emit(phyle, 'Unseated')
    expect(await phyle.heads()).to.equal(0n)
  })

  it('PHY-1 P1 holds no allowance over any co-op', async () => {
    const { phyle, euro, mill, prepared } = await loadFixture(entered)
    const { coop } = mill
    await euro.mint(coop.target, 90n)
    const deciding = await accountOf(await coop.assembly_())
    const pay = (to: string) =>
      coop.interface.encodeFunctionData('pay', [euro.target, to, 1n, 0, digestOf('An invoice'), 0n])
    for (const singleton of [phyle.target as string, ...Object.values(prepared.house)]) {
      await coop.connect(deciding).execute(1n, 0, 0, 0, [coop.target], [0n], [pay(singleton)])
      expect(await euro.balanceOf(singleton)).to.equal(1n)
      expect(await euro.allowance(mill.coop.target, singleton)).to.equal(0n)
    }
  })

  it('the settings are the root’s alone', async () => {
    const { phyle, mill, root, who } = await loadFixture(entered)
    const settings = [
      () => phyle.connect(who.ada).setLeastLevy(1n),
      () => phyle.connect(who.ada).setNoticePeriod(1),
      () => phyle.connect(who.ada).setLeastHeads(3),
      () => phyle.connect(who.ada).grant(mill.coop.target, 3),
      () => phyle.connect(who.ada).acceptRegistrar(who.ada.address, true),
    ]
    for (const set of settings) {
      await expect(set()).to.be.revertedWithCustomError(phyle, 'NotTheRoot')
    }
    const account = phyle.connect(await accountOf(root.coop.target as string))
    await expect(account.setLeastLevy(5n)).to.emit(phyle, 'LeastLevySet').withArgs(5n)
    await expect(account.setNoticePeriod(DAY)).to.emit(phyle, 'NoticePeriodSet').withArgs(DAY)
    await expect(account.setLeastHeads(5)).to.emit(phyle, 'LeastHeadsSet').withArgs(5, 1)
    await expect(account.acceptRegistrar(who.ada.address, true)).to.emit(phyle, 'RegistrarAccepted')
    await expect(account.setLeastHeads(0)).to.be.revertedWithCustomError(phyle, 'LimitInvalid')
    await expect(account.setNoticePeriod(367 * DAY)).to.be.revertedWithCustomError(
      phyle,
      'LimitInvalid',
    )
    await expect(account.setLeastLevy(1n << 128n)).to.be.revertedWithCustomError(
      phyle,
      'LimitInvalid',
    )
  })
})
