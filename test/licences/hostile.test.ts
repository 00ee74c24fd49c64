// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { DAY, ethers, loadFixture, time, YEAR } from '../kit/chain.ts'
import { balanced, offeredWith } from './books.ts'
import {
  acquire,
  credit,
  Ground,
  offer,
  offered,
  PRICE,
  paid,
  request,
  TERMS,
  ZERO,
} from './house.ts'

describe('The money of licences, against others', () => {
  describe('defects of others', () => {
    it('a refund never drains: what cost nothing gives nothing back', async () => {
      const it_ = await loadFixture(offered)
      const { licences, who } = it_
      await acquire(it_, {}, who.other)
      await credit(it_, [600, 400])
      await acquire(it_, { claim: Ground.CONTRIBUTOR, maxFee: 0n })
      await expect(
        licences
          .connect(who.firm)
          .refund(1, await paid(licences, 1, who.firm.address), who.firm.address),
      ).to.be.revertedWithCustomError(licences, 'NothingToRefund')
      await balanced(it_)
    })

    it('a refund is of what was paid, also when the price has risen since', async () => {
      const it_ = await loadFixture(offered)
      const { licences, works, cash, who } = it_
      await offer(works, who.mill, 1, { pricePerYear: PRICE * 50n })
      await time.increase(TERMS.notice - 2 * DAY)
      await acquire(it_)
      await time.increase(3 * DAY)
      expect((await works.versionsOf(1)).inForce).to.equal(2n)
      await expect(
        licences
          .connect(who.firm)
          .refund(1, await paid(licences, 1, who.firm.address), who.firm.address),
      ).to.changeTokenBalance(ethers, cash, who.firm, PRICE)
    })

    it('LIC-2 0 as the most that may be charged means 0', async () => {
      const it_ = await loadFixture(offered)
      await expect(acquire(it_, { maxFee: 0n })).to.be.revertedWithCustomError(
        it_.licences,
        'FeeAboveMax',
      )
      await acquire(it_)
      await expect(
        it_.licences.connect(it_.who.firm).renew(1, Ground.PAID, YEAR, 0, 1, ZERO, ZERO),
      ).to.be.revertedWithCustomError(it_.licences, 'FeeAboveMax')
    })

    it('a token that says false buys nothing', async () => {
      const it_ = await offeredWith('FalseReturningToken')
      const token = await ethers.getContractAt('FalseReturningToken', await it_.cash.getAddress())
      await token.lie(true)
      await expect(acquire(it_)).to.be.revertedWithCustomError(
        it_.licences,
        'SafeERC20FailedOperation',
      )
      expect((await it_.licences.grantOf(1, it_.who.firm.address)).receipts).to.equal(0n)
    })

    it('LIC-9 a renewal counts contributions as the first licence did, within the same 12 months', async () => {
      const it_ = await loadFixture(offered)
      const { cash, who } = it_
      await credit(it_, [300, 200])
      const claim = { claim: Ground.CONTRIBUTOR, duration: YEAR / 2 }
      await expect(acquire(it_, claim)).to.changeTokenBalance(ethers, cash, who.firm, -PRICE / 4n)
      await time.increase(20 * DAY)
      await expect(acquire(it_, claim)).to.changeTokenBalance(ethers, cash, who.firm, -PRICE / 4n)
    })
  })

  describe('hostile tokens', () => {
    it('that keep a fee are refused', async () => {
      const it_ = await offeredWith('FeeTakingToken')
      await expect(acquire(it_))
        .to.be.revertedWithCustomError(it_.licences, 'PaidShort')
        .withArgs(PRICE, (PRICE / 100n) * 99n)
    })

    it('that answer nothing are served', async () => {
      const it_ = await offeredWith('SilentToken')
      await acquire(it_)
      await it_.licences.connect(it_.who.firm).refund(1, 1, it_.who.firm.address)
      expect(await it_.cash.balanceOf(it_.licences)).to.equal(0n)
    })

    it('that call back are refused a second call', async () => {
      const it_ = await offeredWith('ReenteringToken')
      const { licences, who } = it_
      const token = await ethers.getContractAt('ReenteringToken', await it_.cash.getAddress())
      const again = licences.interface.encodeFunctionData('acquire', [
        await request(who.firm.address),
        '0x',
      ])
      const calls: readonly [string, () => Promise<unknown>][] = [
        [again, async () => acquire(it_)],
        [
          licences.interface.encodeFunctionData('refund', [1, 1, who.firm.address]),
          async () =>
            licences
              .connect(who.firm)
              .refund(1, await paid(licences, 1, who.firm.address), who.firm.address),
        ],
      ]
      for (const [data, act] of calls) {
        await token.arm(licences, data, false)
        await act()
        expect([await token.called(), await token.succeeded()]).to.deep.equal([true, false])
      }
      expect(await token.answer()).to.equal(
        licences.interface.getError('ReentrancyGuardReentrantCall')?.selector,
      )
      await balanced(it_)
    })

    it('that refuse the firm give it its refund at another address', async () => {
      const it_ = await offeredWith('BlacklistingToken')
      const { licences, who } = it_
      const token = await ethers.getContractAt('BlacklistingToken', await it_.cash.getAddress())
      await acquire(it_)
      await token.blacklist(who.firm.address, true)
      await licences
        .connect(who.firm)
        .refund(1, await paid(licences, 1, who.firm.address), who.ben.address)
      expect(await token.balanceOf(who.ben.address)).to.equal(PRICE)
    })
  })
})
