// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { DAY, digestOf, ethers, loadFixture, time, YEAR } from '../kit/chain.ts'
import {
  acquire,
  bit,
  credit,
  entry,
  Ground,
  type House,
  house,
  offered,
  PRICE,
  price,
  quoteFor,
  type Request,
  request,
  STATEMENT,
  settle,
  Unproved,
  ZERO,
} from './house.ts'

describe('The grounds of licences', () => {
  describe('quote', () => {
    it('LIC-1 says for a firm that claims nothing: yes, paid, the full price, and what would make it free', async () => {
      const it_ = await loadFixture(offered)
      const answer = await quoteFor(it_)
      const now = BigInt(await time.latest())
      expect(answer.may).to.equal(true)
      expect(answer.ground).to.equal(Ground.PAID)
      expect([answer.terms, answer.fee, answer.fullPrice]).to.deep.equal([1n, PRICE, PRICE])
      expect([answer.from, answer.to]).to.deep.equal([now, now + BigInt(YEAR)])
      expect([answer.credit, answer.pointsMissing]).to.deep.equal([0n, 1000n])
      expect(answer.provedGrounds).to.equal(0n)
      expect(answer.declarableGrounds).to.equal(
        bit(Ground.NON_COMMERCIAL) | bit(Ground.SMALL_FIRM) | bit(Ground.COMMON_GOOD),
      )
    })

    it('agrees with acquire on every claim', async () => {
      const it_ = await loadFixture(offered)
      const claims: readonly Partial<Request>[] = [
        {},
        { tier: 1, statement: STATEMENT },
        { tier: 0, statement: STATEMENT },
        { claim: Ground.NON_COMMERCIAL, statement: STATEMENT },
        { claim: Ground.COMMON_GOOD, statement: STATEMENT },
        { claim: Ground.SMALL_FIRM, statement: STATEMENT },
        { claim: Ground.CONTRIBUTOR },
      ]
      for (const [i, claim] of claims.entries()) {
        await loadFixture(offered)
        const answer = await quoteFor(it_, claim)
        expect(answer.may, `${i}`).to.equal(true)
        await acquire(it_, { ...claim, maxFee: answer.fee })
        const grant = await it_.licences.grantOf(1, it_.who.firm.address)
        expect([grant.ground, grant.tier]).to.deep.equal([answer.ground, BigInt(grant.tier)])
        expect(grant.to - grant.from).to.equal(answer.to - answer.from)
      }
    })

    it('says what is missing where a claim does not hold', async () => {
      const it_ = await loadFixture(offered)
      const wrong: readonly [Partial<Request>, number][] = [
        [{ claim: Ground.MEMBER_COOP }, Unproved.NOT_A_COOP],
        [{ claim: Ground.COOPERATOR, statement: STATEMENT }, Unproved.NOT_A_SETTLED_USER],
        [{ claim: Ground.COMMON_GOOD }, Unproved.NOT_ATTESTED],
        [{ claim: Ground.NON_COMMERCIAL }, Unproved.NO_STATEMENT],
        [{ claim: Ground.SMALL_FIRM }, Unproved.NO_STATEMENT],
        [{ tier: 1 }, Unproved.NO_STATEMENT],
        [{ tier: 0 }, Unproved.NO_STATEMENT],
        [{ claim: Ground.CONTRIBUTOR, tier: 1 }, Unproved.NO_STATEMENT],
        [{ claim: Ground.FREE }, Unproved.NOT_CLAIMABLE],
      ]
      for (const [changes, reason] of wrong) {
        const answer = await quoteFor(it_, changes)
        expect([answer.may, answer.unproved]).to.deep.equal([false, BigInt(reason)])
        expect(answer.fee).to.equal(PRICE)
        await expect(acquire(it_, changes))
          .to.be.revertedWithCustomError(it_.licences, 'GroundUnproved')
          .withArgs(changes.claim ?? Ground.PAID, reason)
      }
    })

    it('shows a member co-op, a settled user and an attested body the grounds that they have', async () => {
      const it_ = await loadFixture(settle)
      const { licences, who } = it_
      expect((await quoteFor(it_, {}, who.mill.address)).provedGrounds).to.equal(
        bit(Ground.MEMBER_COOP),
      )
      const ann = await quoteFor(it_, {}, who.ann.address)
      expect(ann.declarableGrounds & bit(Ground.COOPERATOR)).to.equal(bit(Ground.COOPERATOR))
      await licences.connect(who.root).accredit(who.union.address, (await time.latest()) + YEAR)
      await licences
        .connect(who.union)
        .attestCommonGood(who.body.address, (await time.latest()) + DAY * 90, STATEMENT)
      expect((await quoteFor(it_, {}, who.body.address)).provedGrounds).to.equal(
        bit(Ground.COMMON_GOOD),
      )
    })

    it('shows enough contributions as a ground, and counts them where they are claimed', async () => {
      const it_ = await loadFixture(offered)
      await credit(it_, [300, 200])
      const half = await quoteFor(it_)
      expect([half.fee, half.credit, half.pointsMissing, half.distinctAttesters]).to.deep.equal([
        PRICE,
        500n,
        500n,
        2n,
      ])
      const claimed = await quoteFor(it_, { claim: Ground.CONTRIBUTOR })
      expect([claimed.fee, claimed.ground]).to.deep.equal([PRICE / 2n, BigInt(Ground.PAID)])
    })
  })

  describe('LIC-1 who is free', () => {
    async function freeOf(it_: House, changes: Partial<Request>, as = it_.who.firm) {
      const sent = acquire(it_, { maxFee: 0n, ...changes }, as)
      await expect(sent).to.changeTokenBalance(ethers, it_.cash, as, 0)
      return it_.licences.grantOf(1, as.address)
    }

    it('L1: who declares non-commercial use, for at most 12 months', async () => {
      const it_ = await loadFixture(offered)
      const grant = await freeOf(it_, {
        claim: Ground.NON_COMMERCIAL,
        statement: STATEMENT,
        duration: 2 * YEAR,
      })
      expect(grant.ground).to.equal(Ground.NON_COMMERCIAL)
      expect(grant.to - grant.from).to.equal(BigInt(YEAR))
      await expect(acquire(it_, { claim: Ground.NON_COMMERCIAL, statement: STATEMENT }))
        .to.be.revertedWithCustomError(it_.licences, 'GroundUnproved')
        .withArgs(Ground.NON_COMMERCIAL, Unproved.NOT_YET)
    })

    it('L1: a body that an accredited federation attested, as long as that lasts', async () => {
      const it_ = await loadFixture(offered)
      const { licences, who } = it_
      const until = (await time.latest()) + 100 * DAY
      await licences.connect(who.root).accredit(who.union.address, until)
      await licences.connect(who.union).attestCommonGood(who.body.address, until, STATEMENT)
      const grant = await freeOf(it_, { claim: Ground.COMMON_GOOD }, who.body)
      expect([grant.ground, grant.to]).to.deep.equal([BigInt(Ground.COMMON_GOOD), BigInt(until)])
    })

    it('L1: a body by its registry number, once for 90 days, and then by attestation', async () => {
      const it_ = await loadFixture(offered)
      const { licences, who } = it_
      const grant = await freeOf(it_, { claim: Ground.COMMON_GOOD, statement: STATEMENT }, who.body)
      expect(grant.to - grant.from).to.equal(BigInt(90 * DAY))
      const { pendingUntil } = await licences.commonGoodOf(who.body.address)
      expect(pendingUntil).to.equal(grant.to)
      await time.increaseTo(pendingUntil)
      const again = await request(who.body.address, {
        claim: Ground.COMMON_GOOD,
        statement: STATEMENT,
      })
      await expect(licences.connect(who.body).acquire(again, '0x'))
        .to.be.revertedWithCustomError(licences, 'GroundUnproved')
        .withArgs(Ground.COMMON_GOOD, Unproved.NOT_ATTESTED)
      await licences.connect(who.root).accredit(who.union.address, (await time.latest()) + YEAR)
      await licences
        .connect(who.union)
        .attestCommonGood(who.body.address, (await time.latest()) + YEAR, ZERO)
      await freeOf(it_, { claim: Ground.COMMON_GOOD }, who.body)
    })

    it('L1: a body by its registry number for several works in the same 90 days', async () => {
      const it_ = await loadFixture(offered)
      const { licences, works, who } = it_
      await works.connect(who.farm).register(entry(who.farm.address, { digest: digestOf('sieve') }))
      await price(works, who.farm, 2)
      await freeOf(it_, { claim: Ground.COMMON_GOOD, statement: STATEMENT }, who.body)
      const { pendingUntil } = await licences.commonGoodOf(who.body.address)
      await time.increase(10 * DAY)
      const second = await request(who.body.address, {
        work: 2n,
        claim: Ground.COMMON_GOOD,
        statement: STATEMENT,
      })
      await licences.connect(who.body).acquire(second, '0x')
      expect((await licences.grantOf(2, who.body.address)).to).to.equal(pendingUntil)
      expect((await licences.commonGoodOf(who.body.address)).pendingUntil).to.equal(pendingUntil)
    })

    it('L1: the account of a member co-op in good standing, and not one in bad', async () => {
      const it_ = await loadFixture(offered)
      const { licences, who } = it_
      const grant = await freeOf(it_, { claim: Ground.MEMBER_COOP }, who.farm)
      expect(grant.ground).to.equal(Ground.MEMBER_COOP)
      await time.increase(2 * YEAR)
      const late = await request(who.farm.address, { claim: Ground.MEMBER_COOP })
      await expect(licences.connect(who.farm).acquire(late, '0x'))
        .to.be.revertedWithCustomError(licences, 'GroundUnproved')
        .withArgs(Ground.MEMBER_COOP, Unproved.NOT_IN_GOOD_STANDING)
    })

    it('L1: a natural person seated for a whole epoch, who declares their own account', async () => {
      const it_ = await loadFixture(settle)
      const { licences, who } = it_
      const silent = await request(who.ann.address, { claim: Ground.COOPERATOR })
      await expect(licences.connect(who.ann).acquire(silent, '0x'))
        .to.be.revertedWithCustomError(licences, 'GroundUnproved')
        .withArgs(Ground.COOPERATOR, Unproved.NO_STATEMENT)
      const grant = await freeOf(it_, { claim: Ground.COOPERATOR, statement: STATEMENT }, who.ann)
      expect(grant.ground).to.equal(Ground.COOPERATOR)
    })

    it('L1: a firm whose contributions waive the fee, with enough attesters', async () => {
      const it_ = await loadFixture(offered)
      await credit(it_, [600, 400])
      expect((await quoteFor(it_)).provedGrounds).to.equal(bit(Ground.CONTRIBUTOR))
      const grant = await freeOf(it_, { claim: Ground.CONTRIBUTOR })
      expect(grant.ground).to.equal(Ground.CONTRIBUTOR)
    })

    it('L1: a small firm, by the ground or by the size', async () => {
      for (const claim of [{ claim: Ground.SMALL_FIRM }, { tier: 0 }]) {
        const it_ = await loadFixture(offered)
        const grant = await freeOf(it_, { ...claim, statement: STATEMENT })
        expect([grant.ground, grant.tier]).to.deep.equal([BigInt(Ground.SMALL_FIRM), 0n])
      }
    })

    it('L1: everybody from the change date on, and before there are terms', async () => {
      const it_ = await loadFixture(house)
      const { licences, works, who } = it_
      const before = await freeOf(it_, { terms: 0n })
      expect([before.ground, before.terms]).to.deep.equal([BigInt(Ground.FREE), 0n])
      const date = (await time.latest()) + 100 * DAY
      await price(works, who.mill, 1, { changeDate: date })
      expect((await quoteFor(it_, {}, who.other.address)).fee).to.equal(PRICE)
      await time.increaseTo(date)
      const after = await quoteFor(it_, {}, who.other.address)
      expect([after.fee, after.provedGrounds, after.ground]).to.deep.equal([
        0n,
        bit(Ground.FREE),
        BigInt(Ground.FREE),
      ])
      await expect(
        licences.connect(who.firm).renew(1, Ground.PAID, YEAR, 0, 1, ZERO, ZERO),
      ).to.be.revertedWithCustomError(licences, 'NothingToRenew')
    })

    it('L1: everybody where the price is nothing', async () => {
      const it_ = await loadFixture(house)
      await price(it_.works, it_.who.mill, 1, { pricePerYear: 0n })
      const grant = await freeOf(it_, {})
      expect(grant.ground).to.equal(Ground.FREE)
    })
  })

  describe('the common good', () => {
    it('is attested by federations that the root accredits, for at most two years', async () => {
      const { licences, who } = await loadFixture(offered)
      const now = await time.latest()
      await expect(licences.connect(who.union).accredit(who.union.address, now))
        .to.be.revertedWithCustomError(licences, 'NotTheRoot')
        .withArgs(who.union.address)
      await expect(licences.connect(who.union).attestCommonGood(who.body.address, now + YEAR, ZERO))
        .to.be.revertedWithCustomError(licences, 'NotAccredited')
        .withArgs(who.union.address)
      await licences.connect(who.root).accredit(who.union.address, now + 9 * DAY)
      expect(await licences.accreditedUntil(who.union.address)).to.equal(BigInt(now + 9 * DAY))
      for (const until of [now, now + 3 * YEAR]) {
        await expect(licences.connect(who.union).attestCommonGood(who.body.address, until, ZERO))
          .to.be.revertedWithCustomError(licences, 'CommonGoodTermInvalid')
          .withArgs(until)
      }
      await time.increase(9 * DAY)
      await expect(
        licences.connect(who.union).attestCommonGood(who.body.address, now + YEAR, ZERO),
      ).to.be.revertedWithCustomError(licences, 'NotAccredited')
    })

    it('is taken back by its attester or the root, and by nobody else', async () => {
      const { licences, who } = await loadFixture(offered)
      const until = (await time.latest()) + YEAR
      await licences.connect(who.root).accredit(who.union.address, until)
      for (const by of [who.union, who.root]) {
        await licences.connect(who.union).attestCommonGood(who.body.address, until, STATEMENT)
        await expect(licences.connect(who.firm).withdrawCommonGood(who.body.address))
          .to.be.revertedWithCustomError(licences, 'NotItsFederation')
          .withArgs(who.firm.address, who.union.address)
        await expect(licences.connect(by).withdrawCommonGood(who.body.address))
          .to.emit(licences, 'CommonGoodWithdrawn')
          .withArgs(who.body.address, who.union.address)
        expect((await licences.commonGoodOf(who.body.address)).until).to.equal(0n)
      }
    })
  })
})
