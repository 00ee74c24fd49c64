// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { DAY, digestOf, loadFixture, time } from '../kit/chain.ts'
import { accountOf, entered } from '../kit/federation.ts'

const CLEAR = {
  NO: 0,
  NOT_ADMITTED: 8,
  BOOKS_OVERDUE: 9,
  SOCIAL_OVERDUE: 3,
  NO_WORK: 6,
  NO_PART: 7,
}

describe('Phyle: the open co-op test', () => {
  it('a new co-op of several groups is in good standing', async () => {
    const { phyle, mill } = await loadFixture(entered)
    expect(await phyle.inGoodStanding(mill.coop.target)).to.equal(true)
  })

  it('asks for a social account and books of each year, half a year after it', async () => {
    const { phyle, mill, root, who } = await loadFixture(entered)
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
    await phyle.connect(await accountOf(root.coop.target as string)).acceptAttester(who.ada, true)
    await phyle.connect(who.ada).vouch(mill.coop.target, year, digestOf('account'))
    await expect(account.fileSocialAccount(year, digestOf('account'), who.ada))
      .to.emit(phyle, 'SocialAccountFiled')
      .withArgs(mill.coop.target, year, digestOf('account'), who.ada.address)
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
