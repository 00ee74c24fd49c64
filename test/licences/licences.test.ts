// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { DAY, digestOf, ethers, loadFixture, time, YEAR } from '../kit/chain.ts'
import {
  acquire,
  credit,
  entry,
  Ground,
  type House,
  house,
  newest,
  offer,
  offered,
  PRICE,
  paid,
  price,
  type Request,
  request,
  settle,
  structOf,
  TERMS,
  UNDECLARED,
  Unproved,
  ZERO,
} from './house.ts'

const STATEMENT = digestOf('I declare')
const bit = (ground: number) => 1n << BigInt(ground)

describe('Licences', () => {
  const quoteFor = async (
    it: House,
    changes: Partial<Request> = {},
    licensee = it.who.firm.address,
  ) => it.licences.quote(await request(licensee, changes))

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

  describe('time', () => {
    const spanOf = async (it_: House) => {
      const { from, to } = await it_.licences.grantOf(1, it_.who.firm.address)
      return [from, to] as const
    }
    const covered = async (it_: House, t: bigint | number) =>
      (await it_.licences.coveredAt(it_.who.firm.address, 1, t)).covered

    it('goes on from the running end when renewed before it', async () => {
      const it_ = await loadFixture(offered)
      await acquire(it_)
      const [from, to] = await spanOf(it_)
      await time.increase(300 * DAY)
      await it_.licences.connect(it_.who.firm).renew(1, Ground.PAID, YEAR, PRICE, 1, ZERO, ZERO)
      expect(await spanOf(it_)).to.deep.equal([from, to + BigInt(YEAR)])
    })

    it('LIC-10 goes on without a gap when renewed within the grace, and pays for it; that time stays grace', async () => {
      const it_ = await loadFixture(offered)
      await acquire(it_)
      const [from, to] = await spanOf(it_)
      await time.increaseTo(to + BigInt(29 * DAY))
      const at = async (t: bigint) => {
        const { covered, grace } = await it_.licences.coveredAt(it_.who.firm.address, 1, t)
        return [covered, grace]
      }
      const edges = [from, to - 1n, to, to + 5n, to + BigInt(30 * DAY), to + BigInt(30 * DAY) + 1n]
      const before = await Promise.all(edges.map(at))
      const cover = [true, false]
      const grace = [false, true]
      const none = [false, false]
      expect(before).to.deep.equal([cover, cover, grace, grace, grace, none])
      await acquire(it_)
      const now = BigInt(await time.latest())
      expect(await spanOf(it_)).to.deep.equal([to, to + BigInt(YEAR)])
      expect(await Promise.all(edges.slice(0, 4).map(at))).to.deep.equal(before.slice(0, 4))
      expect(await Promise.all([now - 1n, now, to + BigInt(YEAR) - 1n].map(at))).to.deep.equal([
        grace,
        cover,
        cover,
      ])
    })

    it('begins anew after the grace, and the gap stays', async () => {
      const it_ = await loadFixture(offered)
      await acquire(it_)
      const [from, to] = await spanOf(it_)
      await time.increaseTo(to + BigInt(31 * DAY))
      await acquire(it_)
      const now = BigInt(await time.latest())
      expect(await spanOf(it_)).to.deep.equal([now, now + BigInt(YEAR)])
      const [span = 0n] = await it_.licences.spansOf(1, it_.who.firm.address)
      expect([span & 0xffffffffffn, (span >> 40n) & 0xffffffffffn]).to.deep.equal([from, to])
      expect([(span >> 80n) & 255n, (span >> 88n) & 255n, span >> 96n]).to.deep.equal([0n, 2n, 1n])
      const asked = [from - 1n, from, to - 1n, to, now - 1n, now, now + BigInt(YEAR)]
      const answers = []
      for (const t of asked) answers.push(await covered(it_, t))
      expect(answers).to.deep.equal([false, true, true, false, false, true, false])
    })

    it('of another ground begins after the running one; only non-commercial use gives way', async () => {
      const it_ = await loadFixture(offered)
      const declared = { claim: Ground.NON_COMMERCIAL, statement: STATEMENT, duration: 200 * DAY }
      await acquire(it_, declared)
      const [start] = await spanOf(it_)
      await time.increase(50 * DAY)
      await acquire(it_, { duration: 100 * DAY })
      const [from, to] = await spanOf(it_)
      expect(from).to.equal(BigInt(await time.latest()))
      const groundAt = async (t: bigint) => it_.licences.coveredAt(it_.who.firm.address, 1, t)
      expect((await groundAt(start + 5n)).ground).to.equal(Ground.NON_COMMERCIAL)
      expect((await groundAt(from)).ground).to.equal(Ground.PAID)
      await acquire(it_, declared)
      expect(await spanOf(it_)).to.deep.equal([to, to + BigInt(200 * DAY)])
      expect((await groundAt(to - 1n)).ground).to.equal(Ground.PAID)
      await acquire(it_, { duration: 100 * DAY })
      expect((await spanOf(it_))[0], 'a waiting non-commercial span is gone').to.equal(to)
      expect(await it_.licences.spansOf(1, it_.who.firm.address)).to.have.length(2)
    })

    it('covers what nobody priced: without terms, before the first, from the change date on', async () => {
      const it_ = await loadFixture(house)
      const { works, who } = it_
      expect(await covered(it_, 5)).to.equal(true)
      const date = (await time.latest()) + YEAR
      await offer(works, who.mill, 1, { changeDate: date })
      const from = (await time.latest()) + TERMS.notice
      expect([await covered(it_, from - 1), await covered(it_, from)]).to.deep.equal([true, false])
      expect([await covered(it_, date - 1), await covered(it_, date)]).to.deep.equal([false, true])
    })

    it('covers every release of the family', async () => {
      const it_ = await loadFixture(offered)
      const { works, licences, who } = it_
      await works
        .connect(who.mill)
        .register(entry(who.mill.address, { family: 1n, digest: digestOf('1.1') }))
      await acquire(it_)
      expect((await licences.coveredAt(who.firm.address, 2, await time.latest())).covered).to.equal(
        true,
      )
    })
  })

  describe('renew', () => {
    it('is at the current price, in the same size, strict on fee and terms', async () => {
      const it_ = await loadFixture(offered)
      const { licences, works, who } = it_
      await acquire(it_, { tier: 1, statement: STATEMENT })
      await offer(works, who.mill, 1, { pricePerYear: PRICE / 2n })
      await time.increase(300 * DAY)
      const firm = licences.connect(who.firm)
      await expect(firm.renew(1, Ground.PAID, YEAR, PRICE, 2, ZERO, ZERO))
        .to.be.revertedWithCustomError(licences, 'GroundUnproved')
        .withArgs(Ground.PAID, Unproved.NO_STATEMENT)
      await expect(
        firm.renew(1, Ground.PAID, YEAR, PRICE, 1, ZERO, STATEMENT),
      ).to.be.revertedWithCustomError(licences, 'TermsNotInForce')
      await expect(
        firm.renew(1, Ground.PAID, YEAR, PRICE / 20n - 1n, 2, ZERO, STATEMENT),
      ).to.be.revertedWithCustomError(licences, 'FeeAboveMax')
      await expect(
        firm.renew(1, Ground.PAID, YEAR, PRICE / 20n, 2, ZERO, STATEMENT),
      ).to.changeTokenBalance(ethers, it_.cash, who.firm, -PRICE / 20n)
    })

    it('refuses who has nothing, or nothing paid, and a size that is gone', async () => {
      const it_ = await loadFixture(offered)
      const { licences, works, who } = it_
      const renew = async (as = who.firm) =>
        licences.connect(as).renew(1, Ground.PAID, YEAR, PRICE, 1, ZERO, ZERO)
      await expect(renew()).to.be.revertedWithCustomError(licences, 'NothingToRenew')
      await acquire(it_, { claim: Ground.SMALL_FIRM, statement: STATEMENT })
      await expect(renew()).to.be.revertedWithCustomError(licences, 'NothingToRenew')
      await acquire(it_, {}, who.other)
      const fewer = { ...TERMS, tierBps: [0, 10_000], tierTurnover: [1, 0] }
      await offer(works, who.mill, 1, fewer)
      await time.increase(40 * DAY)
      await expect(renew(who.other))
        .to.be.revertedWithCustomError(licences, 'TierUnknown')
        .withArgs(2n)
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

  it('names the size that declares nothing', async () => {
    const { licences } = await loadFixture(offered)
    expect(await licences.UNDECLARED()).to.equal(BigInt(UNDECLARED))
  })
})
