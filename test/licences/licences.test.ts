// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { DAY, digestOf, ethers, loadFixture, time, YEAR } from '../kit/chain.ts'
import {
  acquire,
  Ground,
  newest,
  offer,
  offered,
  PRICE,
  paid,
  request,
  structOf,
  TERMS,
  UNDECLARED,
  ZERO,
} from './house.ts'

describe('Licences', () => {
  describe('acquire', () => {
    it('takes the fee, grants the time, and tells all that an invoice needs', async () => {
      const it_ = await loadFixture(offered)
      const { licences, cash, who } = it_
      const sent = await acquire(it_, { duration: 2 * YEAR, maxFee: 2n * PRICE })
      const [log] = await licences.queryFilter(
        licences.filters.Receipt(who.firm.address, 1),
        sent.blockNumber ?? 0,
      )
      const now = BigInt(await time.latest())
      expect(structOf(log?.args.entry).toObject()).to.deep.equal({
        number: 1n,
        payer: who.firm.address,
        work: 1n,
        terms: 1n,
        ground: BigInt(Ground.PAID),
        tier: 2n,
        issued: now,
        from: now,
        to: now + BigInt(2 * YEAR),
        token: await cash.getAddress(),
        amount: 2n * PRICE,
        purchaseOrder: digestOf('PO 4711'),
        statement: ZERO,
        previous: ZERO,
      })
      expect(await cash.balanceOf(licences)).to.equal(2n * PRICE)
      const payment = await newest(licences, 1, who.firm.address)
      expect([payment.amount, payment.work, payment.payer]).to.deep.equal([
        2n * PRICE,
        1n,
        who.firm.address,
      ])
      expect(payment.refundUntil).to.equal(now + BigInt(TERMS.refundWindow))
    })

    it('LIC-2 refuses a fee above the most, where 0 is 0; other terms; a passed deadline', async () => {
      const it_ = await loadFixture(offered)
      const { licences } = it_
      for (const maxFee of [0n, PRICE - 1n]) {
        await expect(acquire(it_, { maxFee }))
          .to.be.revertedWithCustomError(licences, 'FeeAboveMax')
          .withArgs(PRICE, maxFee)
      }
      await expect(acquire(it_, { terms: 2n }))
        .to.be.revertedWithCustomError(licences, 'TermsNotInForce')
        .withArgs(2n, 1n)
      const deadline = await time.latest()
      await expect(acquire(it_, { deadline }))
        .to.be.revertedWithCustomError(licences, 'DeadlinePassed')
        .withArgs(deadline)
    })

    it('refuses an unknown size, an unknown work, and a time too short or too long', async () => {
      const it_ = await loadFixture(offered)
      await expect(acquire(it_, { tier: 3 }))
        .to.be.revertedWithCustomError(it_.licences, 'TierUnknown')
        .withArgs(3n)
      await expect(acquire(it_, { work: 7n }))
        .to.be.revertedWithCustomError(it_.works, 'WorkUnknown')
        .withArgs(7n)
      for (const duration of [DAY - 1, 5 * YEAR + 1]) {
        await expect(acquire(it_, { duration, maxFee: 9n * PRICE })).to.be.revertedWithCustomError(
          it_.licences,
          'DurationInvalid',
        )
      }
      await acquire(it_, { duration: 5 * YEAR, maxFee: 5n * PRICE })
      await expect(acquire(it_)).to.be.revertedWithCustomError(it_.licences, 'DurationInvalid')
    })

    it('LIC-12 by somebody else needs the signature of the licensee, which counts once and names the payer', async () => {
      const it_ = await loadFixture(offered)
      const { licences, cash, who } = it_
      const mine = await request(who.firm.address, { payer: who.payer.address })
      const { chainId } = await ethers.provider.getNetwork()
      const domain = {
        name: 'Phyle',
        version: '1',
        chainId,
        verifyingContract: await licences.getAddress(),
      }
      const types = {
        LicenceRequest: [
          { name: 'ground', type: 'string' },
          { name: 'licensee', type: 'address' },
          { name: 'work', type: 'uint256' },
          { name: 'tier', type: 'uint8' },
          { name: 'duration', type: 'uint32' },
          { name: 'maxFee', type: 'uint256' },
          { name: 'terms', type: 'uint256' },
          { name: 'payer', type: 'address' },
          { name: 'purchaseOrder', type: 'bytes32' },
          { name: 'statement', type: 'bytes32' },
          { name: 'receipt', type: 'uint256' },
          { name: 'deadline', type: 'uint48' },
        ],
      }
      const message = { ...mine, ground: 'paid', receipt: 1n }
      expect(await licences.requestDigest(mine)).to.equal(
        ethers.TypedDataEncoder.hash(domain, types, message),
      )
      const signature = await who.firm.signTypedData(domain, types, message)
      for (const [changed, signed] of [
        [mine, '0x'],
        [{ ...mine, duration: 2 * YEAR }, signature],
        [{ ...mine, licensee: who.other.address }, signature],
      ] as const) {
        await expect(
          licences.connect(who.payer).acquire(changed, signed),
        ).to.be.revertedWithCustomError(licences, 'LicenseeSignatureInvalid')
      }
      // B4: who is not named cannot make themself the payer, nor use the signature up
      for (const stranger of [who.other, who.firm]) {
        await expect(licences.connect(stranger).acquire(mine, signature))
          .to.be.revertedWithCustomError(licences, 'NotThePayer')
          .withArgs(stranger.address, who.payer.address)
      }
      await expect(licences.connect(who.payer).acquire(mine, signature)).to.changeTokenBalances(
        ethers,
        cash,
        [who.payer, who.firm, licences],
        [-PRICE, 0n, PRICE],
      )
      expect((await newest(licences, 1, who.firm.address)).payer).to.equal(who.payer.address)
      await expect(
        licences.connect(who.payer).acquire(mine, signature),
      ).to.be.revertedWithCustomError(licences, 'LicenseeSignatureInvalid')
    })

    it('has a word for each ground in what is signed', async () => {
      const it_ = await loadFixture(offered)
      const digests = new Set<string>()
      for (const claim of [0, 1, 2, 3, 4, 5, 6]) {
        digests.add(
          await it_.licences.requestDigest(await request(it_.who.firm.address, { claim })),
        )
      }
      expect(digests.size).to.equal(7)
    })
  })

  describe('receipts', () => {
    it('LIC-5 L6: each is chained to the one before, refunds as well, and can be recomputed from logs', async () => {
      const it_ = await loadFixture(offered)
      const { licences, who } = it_
      await acquire(it_)
      await time.increase(20 * DAY)
      await licences.connect(who.firm).renew(1, Ground.PAID, YEAR, PRICE, 1, digestOf('PO 2'), ZERO)
      await licences
        .connect(who.firm)
        .refund(1, await paid(licences, 1, who.firm.address), who.firm.address)
      const receipts = await licences.queryFilter(licences.filters.Receipt(who.firm.address, 1))
      const refunds = await licences.queryFilter(licences.filters.Refunded(who.firm.address, 1))
      let fingerprint = ZERO
      for (const [i, { args }] of [...receipts, ...refunds].entries()) {
        expect(args.entry.number).to.equal(BigInt(i + 1))
        expect(args.entry.previous).to.equal(fingerprint)
        fingerprint = await licences.receiptHash(who.firm.address, 1, {
          ...args.entry,
          ...structOf(args.entry).toObject(),
        })
        expect(args.fingerprint).to.equal(fingerprint)
        const type = licences.interface.getFunction('receiptHash').inputs
        const encoded = ethers.AbiCoder.defaultAbiCoder().encode(type, [
          who.firm.address,
          1,
          structOf(args.entry).toArray(),
        ])
        expect(ethers.keccak256(encoded)).to.equal(fingerprint)
      }
      expect(await licences.newestReceipt(1, who.firm.address)).to.equal(fingerprint)
    })
  })

  describe('nobody else', () => {
    it('LIC-4 L5: no role shortens a grant: not the steward, not the root, not an attester', async () => {
      const it_ = await loadFixture(offered)
      const { licences, works, phyle, who } = it_
      await licences.connect(who.root).accredit(who.union.address, (await time.latest()) + YEAR)
      await licences
        .connect(who.union)
        .attestCommonGood(who.body.address, (await time.latest()) + YEAR, ZERO)
      await acquire(it_, { claim: Ground.COMMON_GOOD, maxFee: 0n }, who.body)
      await acquire(it_)
      const held = async () => [
        (await licences.grantOf(1, who.firm.address)).to,
        (await licences.grantOf(1, who.body.address)).to,
      ]
      const before = await held()
      await licences.connect(who.union).withdrawCommonGood(who.body.address)
      await licences.connect(who.root).accredit(who.union.address, 0)
      await offer(works, who.mill, 1, { pricePerYear: PRICE * 50n, legalText: digestOf('new') })
      await phyle.connect(who.mill).giveNotice()
      await time.increase(40 * DAY)
      expect(await held()).to.deep.equal(before)
      for (const licensee of [who.firm, who.body]) {
        const { covered } = await licences.coveredAt(
          licensee.address,
          1,
          (before[0] ?? 0n) - 5n * BigInt(DAY),
        )
        expect(covered).to.equal(true)
      }
    })
  })

  it('names the size that declares nothing', async () => {
    const { licences } = await loadFixture(offered)
    expect(await licences.UNDECLARED()).to.equal(BigInt(UNDECLARED))
  })
})
