// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { DAY, digestOf, ethers, loadFixture, NOBODY, time } from '../kit/chain.ts'
import { accountOf, entered, federated } from '../kit/federation.ts'

const CLEAR = {
  NO: 0,
  NOT_ADMITTED: 8,
  BOOKS_OVERDUE: 9,
  SOCIAL_OVERDUE: 3,
  NO_WORK: 6,
  NO_PART: 7,
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

  it('PHY-4 P3 a co-op leaves after notice, with nobody else’s act', async () => {
    const { phyle, mill } = await loadFixture(entered)
    const account = await accountOf(mill.coop.target as string)
    await expect(phyle.connect(account).giveNotice()).to.emit(phyle, 'CoopGaveNotice')
    await expect(phyle.connect(account).giveNotice()).to.be.revertedWithCustomError(
      phyle,
      'NoticeAlreadyGiven',
    )
    expect(await phyle.isCoop(mill.coop.target)).to.equal(true)
    await time.increase(90 * DAY)
    expect(await phyle.isCoop(mill.coop.target)).to.equal(false)
    const [first] = await phyle.standing(mill.coop.target)
    expect(first?.reason).to.equal(BigInt(CLEAR.NOT_ADMITTED))
  })

  it('P3 a co-op that resigns from the root’s roll has left, and anyone may note it', async () => {
    const { phyle, mill, root } = await loadFixture(entered)
    await expect(phyle.depart(mill.coop.target)).to.be.revertedWithCustomError(
      phyle,
      'StillOnTheRootsRoll',
    )
    const account = await accountOf(mill.coop.target as string)
    await root.membership.connect(account).resign()
    expect(await phyle.isCoop(mill.coop.target)).to.equal(false)
    await expect(phyle.depart(mill.coop.target)).to.emit(phyle, 'CoopDeparted')
    await expect(phyle.depart(mill.coop.target)).to.be.revertedWithCustomError(phyle, 'NotACoop')
    await expect(phyle.refresh(mill.coop.target)).to.be.revertedWithCustomError(phyle, 'NotACoop')
  })

  it('P3 nobody brings a co-op back that left after notice, but the co-op itself', async () => {
    const { phyle, mill, registrar, who } = await loadFixture(entered)
    const account = await accountOf(mill.coop.target as string)
    await phyle.connect(account).giveNotice()
    await time.increase(90 * DAY)
    await expect(phyle.connect(who.ada).enter(mill.coop.target, registrar.target))
      .to.be.revertedWithCustomError(phyle, 'EntersAgainByItself')
      .withArgs(mill.coop.target)
    await expect(phyle.connect(account).enter(mill.coop.target, registrar.target)).to.emit(
      phyle,
      'CoopEntered',
    )
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
      () => phyle.connect(who.ada).grant(mill.coop.target, 3, 1),
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

describe('Phyle: the open co-op test', () => {
  it('a new co-op of several groups is in good standing', async () => {
    const { phyle, mill } = await loadFixture(entered)
    expect(await phyle.inGoodStanding(mill.coop.target)).to.equal(true)
  })

  it('asks for a social account and books of each year, half a year after it', async () => {
    const { phyle, mill } = await loadFixture(entered)
    const account = phyle.connect(await accountOf(mill.coop.target as string))
    const year = new Date((await time.latest()) * 1000).getUTCFullYear()
    await expect(account.fileBooks(year, digestOf('books'))).to.be.revertedWithCustomError(
      phyle,
      'YearNotOver',
    )
    await time.increaseTo(Date.UTC(year + 1, 6, 10) / 1000)
    let answers = await phyle.standing(mill.coop.target)
    expect(answers.map(({ reason }) => Number(reason))).to.deep.equal([
      CLEAR.SOCIAL_OVERDUE,
      CLEAR.NO,
      CLEAR.NO,
      CLEAR.BOOKS_OVERDUE,
    ])
    await expect(account.fileSocialAccount(year, digestOf('account'), NOBODY))
      .to.emit(phyle, 'SocialAccountFiled')
      .withArgs(mill.coop.target, year, digestOf('account'), NOBODY)
    await account.fileBooks(year, digestOf('books'))
    answers = await phyle.standing(mill.coop.target)
    expect(answers.every(({ ok }) => ok)).to.equal(true)
  })

  it('asks for a work and a part in machines within two years', async () => {
    const { phyle, mill, prepared } = await loadFixture(entered)
    await time.increase(731 * DAY)
    let [, , third] = await phyle.standing(mill.coop.target)
    expect(third?.reason).to.equal(BigInt(CLEAR.NO_WORK))
    await phyle.connect(await accountOf(prepared.house.works)).noteWork(mill.coop.target)
    ;[, , third] = await phyle.standing(mill.coop.target)
    expect(third?.reason).to.equal(BigInt(CLEAR.NO_PART))
    await phyle.connect(await accountOf(prepared.house.machines)).noteMachine(mill.coop.target)
    ;[, , third] = await phyle.standing(mill.coop.target)
    expect(third?.ok).to.equal(true)
  })

  it('counts levies together until they reach the least one', async () => {
    const { phyle, mill, root, prepared } = await loadFixture(entered)
    await phyle.connect(await accountOf(root.coop.target as string)).setLeastLevy(100n)
    await time.increase(731 * DAY)
    await phyle.connect(await accountOf(prepared.house.works)).noteWork(mill.coop.target)
    const fund = phyle.connect(await accountOf(prepared.house.fund))
    await fund.noteLevy(mill.coop.target, 60n)
    expect((await phyle.standing(mill.coop.target))[2]?.ok).to.equal(false)
    await fund.noteLevy(mill.coop.target, 40n)
    expect((await phyle.standing(mill.coop.target))[2]?.ok).to.equal(true)
  })

  it('takes notes only from the chapters that know', async () => {
    const { phyle, mill, who } = await loadFixture(entered)
    const stranger = phyle.connect(who.ada)
    for (const note of [
      () => stranger.noteWork(mill.coop.target),
      () => stranger.noteMachine(mill.coop.target),
      () => stranger.noteLevy(mill.coop.target, 1n),
    ]) {
      await expect(note()).to.be.revertedWithCustomError(phyle, 'NotTheChapter')
    }
    await expect(stranger.fileBooks(2020, digestOf('x'))).to.be.revertedWithCustomError(
      phyle,
      'NotACoop',
    )
  })
})
