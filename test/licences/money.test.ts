// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { DAY, ethers, loadFixture, time, YEAR } from '../kit/chain.ts'
import { balanced, offeredWith, WINDOW } from './books.ts'
import {
  acquire,
  Ground,
  house,
  inEscrow,
  newest,
  offered,
  PRICE,
  paid,
  price,
  request,
  STATEMENT,
  ZERO,
} from './house.ts'

describe('The money of licences', () => {
  describe('refund', () => {
    it('LIC-3 L3: within the window gives back exactly what was paid, and nothing of it is covered', async () => {
      const it_ = await loadFixture(offered)
      const { licences, cash, who } = it_
      await acquire(it_, { tier: 1, statement: STATEMENT })
      const { from } = await licences.grantOf(1, who.firm.address)
      await time.increase(WINDOW - 60)
      await expect(
        licences
          .connect(who.firm)
          .refund(1, await paid(licences, 1, who.firm.address), who.ben.address),
      ).to.changeTokenBalances(ethers, cash, [licences, who.ben], [-PRICE / 10n, PRICE / 10n])
      for (const t of [from, from + 1n, from + BigInt(YEAR) - 1n]) {
        expect((await licences.coveredAt(who.firm.address, 1, t)).covered).to.equal(false)
      }
      expect((await newest(licences, 1, who.firm.address)).amount).to.equal(0n)
      await balanced(it_)
    })

    it('L3: of a renewal leaves what was paid before, and no grace reaches into it', async () => {
      const it_ = await loadFixture(offered)
      const { licences, who } = it_
      const firm = licences.connect(who.firm)
      await acquire(it_)
      const { from, to } = await licences.grantOf(1, who.firm.address)
      await time.increaseTo(to - BigInt(DAY))
      await firm.renew(1, Ground.PAID, YEAR, PRICE, 1, ZERO, ZERO)
      await time.increaseTo(to + BigInt(DAY))
      await firm.refund(1, await paid(licences, 1, who.firm.address), who.firm.address)
      const covered = async (t: bigint) =>
        (await licences.coveredAt(who.firm.address, 1, t)).covered
      expect([await covered(from), await covered(to - 1n), await covered(to)]).to.deep.equal([
        true,
        true,
        false,
      ])
      await acquire(it_)
      expect((await licences.grantOf(1, who.firm.address)).from).to.equal(
        BigInt(await time.latest()),
      )
      expect(await covered(to + 1n), 'the refunded time stays uncovered').to.equal(false)
    })

    it('L10 LIC-11 gives each payment its own window, and takes one back without the other', async () => {
      const it_ = await loadFixture(offered)
      const { licences, cash, who } = it_
      const firm = licences.connect(who.firm)
      await acquire(it_)
      const first = await licences.paymentOf(1, who.firm.address, 1)
      await time.increase(10 * DAY)
      await firm.renew(1, Ground.PAID, YEAR, PRICE / 2n + PRICE, 1, ZERO, ZERO)
      const second = await licences.paymentOf(1, who.firm.address, 2)
      expect([first.amount, second.amount]).to.deep.equal([PRICE, PRICE])
      expect(second.refundUntil - BigInt(await time.latest())).to.equal(BigInt(WINDOW))
      expect(await licences.paymentOf(1, who.firm.address, 1)).to.deep.equal(first)
      await balanced(it_)
      await expect(firm.refund(1, 1, who.firm.address)).to.changeTokenBalance(
        ethers,
        cash,
        who.firm,
        PRICE,
      )
      const covered = async (t: bigint) =>
        (await licences.coveredAt(who.firm.address, 1, t)).covered
      const edges = [first.from, first.to - 1n, second.from, second.to - 1n]
      expect(await Promise.all(edges.map(covered))).to.deep.equal([false, false, true, true])
      await time.increase(WINDOW)
      await licences.release(1, who.firm.address, 2)
      expect(await licences.pendingOf(1, 1)).to.equal(PRICE)
      await balanced(it_)
    })

    it('L10 LIC-11 lets a third payment come before the windows of two have ended', async () => {
      const it_ = await loadFixture(offered)
      const { licences, who } = it_
      const stranger = await request(who.firm.address, { payer: who.payer.address })
      expect((await licences.quote(stranger)).may).to.equal(true)
      for (let i = 0; i < 3; ++i) {
        await acquire(it_, { duration: DAY })
        await time.increase(DAY)
      }
      expect(await inEscrow(licences, 1, who.firm.address)).to.equal(3n * ((PRICE + 364n) / 365n))
      await time.increase(WINDOW)
      for (const receipt of [2, 1, 3]) await licences.release(1, who.firm.address, receipt)
      await balanced(it_)
    })

    it('is refused without a payment, after the window, and twice in 12 months', async () => {
      const it_ = await loadFixture(offered)
      const { licences, who } = it_
      const firm = licences.connect(who.firm)
      await expect(
        firm.refund(1, await paid(licences, 1, who.firm.address), who.firm.address),
      ).to.be.revertedWithCustomError(licences, 'NothingToRefund')
      await acquire(it_)
      await firm.refund(1, await paid(licences, 1, who.firm.address), who.firm.address)
      const { refundedAt } = await licences.grantOf(1, who.firm.address)
      await expect(
        firm.refund(1, await paid(licences, 1, who.firm.address), who.firm.address),
      ).to.be.revertedWithCustomError(licences, 'NothingToRefund')
      await acquire(it_)
      await expect(firm.refund(1, await paid(licences, 1, who.firm.address), who.firm.address))
        .to.be.revertedWithCustomError(licences, 'RefundedBefore')
        .withArgs(refundedAt)
      await time.increase(WINDOW)
      await expect(
        firm.refund(1, await paid(licences, 1, who.firm.address), who.firm.address),
      ).to.be.revertedWithCustomError(licences, 'RefundWindowOver')
      await time.increase(YEAR)
      await acquire(it_)
      await firm.refund(1, await paid(licences, 1, who.firm.address), who.firm.address)
    })

    it('lets what somebody else paid wait for them', async () => {
      const it_ = await loadFixture(offered)
      const { licences, cash, who } = it_
      const wallet = await ethers.deployContract('FickleWallet')
      const licensee = await wallet.getAddress()
      const asked = await request(licensee, { payer: who.payer.address })
      await licences.connect(who.payer).acquire(asked, '0x')
      await expect(licences.connect(who.other).acquire(asked, '0x'))
        .to.be.revertedWithCustomError(licences, 'NotThePayer')
        .withArgs(who.other.address, who.payer.address)
      const data = licences.interface.encodeFunctionData('refund', [1, 1, who.ben.address])
      await expect(wallet.act(licences, 0, data)).to.changeTokenBalance(ethers, cash, who.ben, 0)
      expect(await licences.claimable(who.payer.address)).to.equal(PRICE)
      await balanced(it_)
      await expect(licences.connect(who.payer).claimTo(who.ann.address)).to.changeTokenBalance(
        ethers,
        cash,
        who.ann,
        PRICE,
      )
    })

    it('is not there where the terms give no window: the fee goes on at once', async () => {
      const it_ = await loadFixture(house)
      const { works, licences, who } = it_
      await price(works, who.mill, 1, { refundWindow: 0 })
      await acquire(it_)
      await expect(
        licences
          .connect(who.firm)
          .refund(1, await paid(licences, 1, who.firm.address), who.firm.address),
      ).to.be.revertedWithCustomError(licences, 'RefundWindowOver')
      await licences.release(1, who.firm.address, await paid(licences, 1, who.firm.address))
      await balanced(it_)
    })
  })

  describe('with a permit', () => {
    async function permitted() {
      const it = await offeredWith('DemoEuro')
      const { licences, who } = it
      const euro = await ethers.getContractAt('DemoEuro', await it.cash.getAddress())
      await euro.connect(who.firm).approve(licences, 0)
      const deadline = (await time.latest()) + DAY
      const { chainId } = await ethers.provider.getNetwork()
      const signature = await who.firm.signTypedData(
        { name: 'Demo Euro', version: '1', chainId, verifyingContract: await euro.getAddress() },
        {
          Permit: [
            'owner:address',
            'spender:address',
            'value:uint256',
            'nonce:uint256',
            'deadline:uint256',
          ].map((field) => {
            const [name = '', type = ''] = field.split(':')
            return { name, type }
          }),
        },
        {
          owner: who.firm.address,
          spender: await licences.getAddress(),
          value: PRICE,
          nonce: 0,
          deadline,
        },
      )
      const { v, r, s } = ethers.Signature.from(signature)
      return { ...it, euro, permit: { value: PRICE, deadline, v, r, s } }
    }

    it('is one transaction', async () => {
      const { licences, who, permit } = await permitted()
      await licences.connect(who.firm).acquireWithPermit(await request(who.firm.address), permit)
      expect((await licences.grantOf(1, who.firm.address)).receipts).to.equal(1n)
    })

    it('works also when somebody sent the permit before', async () => {
      const { licences, who, permit, euro } = await permitted()
      const { value, deadline, v, r, s } = permit
      await euro.connect(who.ben).permit(who.firm.address, licences, value, deadline, v, r, s)
      await licences.connect(who.firm).acquireWithPermit(await request(who.firm.address), permit)
      expect((await licences.grantOf(1, who.firm.address)).receipts).to.equal(1n)
    })

    it('is for the licensee alone', async () => {
      const { licences, who, permit } = await permitted()
      await expect(
        licences.connect(who.payer).acquireWithPermit(await request(who.firm.address), permit),
      ).to.be.revertedWithCustomError(licences, 'LicenseeSignatureInvalid')
    })
  })
})
