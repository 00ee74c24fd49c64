// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { digestOf, ethers, loadFixture, NOBODY, time } from '../kit/chain.ts'
import { Kind } from '../kit/charter.ts'
import { accountOf, entered } from '../kit/federation.ts'
import { carryOut } from '../kit/house.ts'

const [SOCIAL_OVERDUE, BOOKS_OVERDUE] = [3n, 9n]
const REPORT = digestOf('what we did')

/** A co-op one year and a half later, with the year in which it entered. */
async function later() {
  const house = await entered()
  const coop = house.mill.coop.target as string
  const year = new Date((await time.latest()) * 1000).getUTCFullYear()
  await time.increaseTo(Date.UTC(year + 2, 6, 10) / 1000)
  const account = house.phyle.connect(await accountOf(coop))
  const root = house.phyle.connect(await accountOf(house.root.coop.target as string))
  const { ada: attester, bo: stranger } = house.who
  const { phyle, mill } = house
  /** By a decision of the co-op. */
  const name = (
    who: { readonly address: string },
    named: boolean,
    kind: number = Kind.ENTRENCHED,
  ) =>
    carryOut(mill, kind, [
      {
        target: phyle,
        data: phyle.interface.encodeFunctionData('nameAttester', [who.address, named]),
      },
    ])
  return { ...house, coop, year, account, rootActs: root, attester, stranger, name }
}

describe('Phyle: the accounts of years', () => {
  it('PHY-11 a social account counts that somebody vouched for whom the federation accepts', async () => {
    const { phyle, coop, year, account, rootActs, attester } = await loadFixture(later)
    await rootActs.acceptAttester(attester, true)
    expect(await phyle.isAttesterOf(coop, attester)).to.equal(true)
    await expect(account.fileSocialAccount(year, REPORT, attester))
      .to.be.revertedWithCustomError(phyle, 'NotVouchedFor')
      .withArgs(attester.address, year, REPORT)
    await expect(phyle.connect(attester).vouch(coop, year, REPORT))
      .to.emit(phyle, 'Vouched')
      .withArgs(attester.address, coop, year, REPORT)
    await expect(account.fileSocialAccount(year, REPORT, attester))
      .to.emit(phyle, 'SocialAccountFiled')
      .withArgs(coop, year, REPORT, attester.address)
  })

  it('PHY-11 what somebody vouched for is that document of that year of that co-op', async () => {
    const { phyle, coop, year, account, rootActs, attester, shop } = await loadFixture(later)
    await rootActs.acceptAttester(attester, true)
    const { vouch } = phyle.connect(attester)
    await vouch(coop, year + 1, REPORT)
    await vouch(shop.coop, year, REPORT)
    await vouch(coop, year, digestOf('something else'))
    await expect(account.fileSocialAccount(year, REPORT, attester)).to.be.revertedWithCustomError(
      phyle,
      'NotVouchedFor',
    )
  })

  it('PHY-11 nobody vouches whom neither the co-op nor the federation names, nor a co-op for itself', async () => {
    const { phyle, coop, year, account, rootActs, attester, stranger, name } =
      await loadFixture(later)
    await phyle.connect(stranger).vouch(coop, year, REPORT)
    await account.vouch(coop, year, REPORT)
    await name({ address: coop }, true)
    await rootActs.acceptAttester(coop, true)
    for (const one of [stranger.address, coop, NOBODY]) {
      await expect(account.fileSocialAccount(year, REPORT, one))
        .to.be.revertedWithCustomError(phyle, 'AttesterNotNamed')
        .withArgs(coop, one)
    }
    await expect(name(attester, true))
      .to.emit(phyle, 'AttesterNamed')
      .withArgs(coop, attester.address, true)
    await phyle.connect(attester).vouch(coop, year, REPORT)
    await name(attester, false)
    await expect(account.fileSocialAccount(year, REPORT, attester)).to.be.revertedWithCustomError(
      phyle,
      'AttesterNotNamed',
    )
    await name(attester, true)
    await account.fileSocialAccount(year, REPORT, attester)
    await expect(rootActs.acceptAttester(attester, false))
      .to.emit(phyle, 'AttesterAccepted')
      .withArgs(attester.address, false)
  })

  it('PHY-11 a co-op names its own attesters by a founding rule alone, the root accepts by a vote', async () => {
    const { phyle, coop, mill, stranger, attester, name } = await loadFixture(later)
    const kindOf = async (name: 'nameAttester' | 'acceptAttester' | 'vouch') =>
      phyle.floorOf(phyle.interface.getFunction(name).selector)
    expect(await kindOf('nameAttester')).to.equal(BigInt(Kind.ENTRENCHED))
    expect(await kindOf('acceptAttester')).to.equal(BigInt(Kind.ORDINARY))
    expect(await kindOf('vouch')).to.equal(BigInt(Kind.SPECIAL))
    for (const kind of [Kind.ORDINARY, Kind.SPECIAL]) {
      await expect(name(attester, true, kind)).to.be.revertedWithCustomError(
        mill.coop,
        'ActionFailed',
      )
    }
    const acts = phyle.connect(stranger)
    await expect(acts.nameAttester(attester, true)).to.be.revertedWithCustomError(phyle, 'NotACoop')
    await expect(acts.acceptAttester(attester, true)).to.be.revertedWithCustomError(
      phyle,
      'NotTheRoot',
    )
    expect(await phyle.isAttesterOf(coop, attester)).to.equal(false)
  })

  it('PHY-11 no year is left out, and no account is empty', async () => {
    const { phyle, coop, year, account, attester, name } = await loadFixture(later)
    await name(attester, true)
    const { vouch } = phyle.connect(attester)
    for (const one of [year - 1, year, year + 1]) await vouch(coop, one, REPORT)
    await vouch(coop, year, ethers.ZeroHash)
    await expect(account.fileSocialAccount(year + 1, REPORT, attester))
      .to.be.revertedWithCustomError(phyle, 'YearLeftOut')
      .withArgs(year + 1, year)
    await expect(account.fileBooks(year + 1, REPORT))
      .to.be.revertedWithCustomError(phyle, 'YearLeftOut')
      .withArgs(year + 1, year)
    await expect(account.fileSocialAccount(year, ethers.ZeroHash, attester))
      .to.be.revertedWithCustomError(phyle, 'FilingWithoutDocument')
      .withArgs(year)
    await expect(account.fileBooks(year, ethers.ZeroHash))
      .to.be.revertedWithCustomError(phyle, 'FilingWithoutDocument')
      .withArgs(year)
    // An account of a year before the co-op entered stands beside the others, and is not one of them.
    await account.fileSocialAccount(year - 1, REPORT, attester)
    for (const one of [year, year + 1]) {
      const before = await phyle.standing(coop)
      expect(before.map(({ reason }) => reason)).to.include(SOCIAL_OVERDUE)
      await account.fileSocialAccount(one, REPORT, attester)
    }
    const reasons = (await phyle.standing(coop)).map(({ reason }) => reason)
    expect(reasons).to.include(BOOKS_OVERDUE).and.not.include(SOCIAL_OVERDUE)
  })

  it('PHY-13 one unit of cash is no part in the commons, fifty are', async () => {
    const { phyle, coop, prepared } = await loadFixture(later)
    await phyle.connect(await accountOf(prepared.house.works)).noteWork(coop)
    const fund = phyle.connect(await accountOf(prepared.house.fund))
    await fund.noteLevy(coop, 1n)
    await fund.noteLevy(coop, 49_999_998n)
    const lacking = 7n
    const third = async () => (await phyle.standing(coop))[2]?.reason
    await time.increase(366 * 24 * 3600)
    expect(await third()).to.equal(lacking)
    await fund.noteLevy(coop, 1n)
    expect(await third()).to.not.equal(lacking)
  })
})
