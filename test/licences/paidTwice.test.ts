// SPDX-License-Identifier: AGPL-3.0-or-later
/** What somebody would try who wants more time than was paid for, or money back that was not. */
import { expect } from 'chai'
import { DAY, digestOf, ethers, loadFixture, time, YEAR } from '../kit/chain.ts'
import { balanced } from './books.ts'
import {
  acquire,
  CONTRIBUTOR,
  credit,
  entry,
  Ground,
  type House,
  offer,
  offered,
  PRICE,
  paid,
  price,
  quoteFor,
  STATEMENT,
  Unproved,
  ZERO,
} from './house.ts'

const smaller = (a: bigint, b: bigint) => (a < b ? a : b)
const larger = (a: bigint, b: bigint) => (a > b ? a : b)

describe('Abuse of what was paid', () => {
  describe('of renewing', () => {
    /** What the firm pays for another year in each of the two ways, from the same state. */
    async function paidBy(it: House, way: 'acquire' | 'renew', claim: number, tier: number) {
      const snapshot = await ethers.provider.send('evm_snapshot', [])
      const { cash, licences, who } = it
      const before = await cash.balanceOf(who.firm)
      if (way === 'acquire') await acquire(it, { claim, tier, statement: STATEMENT })
      else await licences.connect(who.firm).renew(1, claim, YEAR, PRICE, 1, ZERO, STATEMENT)
      const paid = before - (await cash.balanceOf(who.firm))
      await balanced(it)
      await ethers.provider.send('evm_revert', [snapshot])
      return paid
    }

    it('LIC-2 L2: a renewal costs what the quote says, whatever was contributed and in every size', async () => {
      for (const points of [
        [0, 0],
        [1, 0],
        [0, 49],
        [30, 30],
        [70, 40],
        [499, 1],
        [999, 0],
        [400, 600],
      ] as const) {
        for (const tier of [1, 2]) {
          const it_ = await loadFixture(offered)
          await acquire(it_, { tier, statement: STATEMENT })
          await credit(it_, points)
          await time.increase(200 * DAY)
          for (const claim of [Ground.PAID, Ground.CONTRIBUTOR]) {
            const { fee } = await quoteFor(it_, { claim, tier, statement: STATEMENT })
            const at = `${points} points, size ${tier}, claim ${claim}`
            const renewed = await paidBy(it_, 'renew', claim, tier)
            expect(await paidBy(it_, 'acquire', claim, tier), at).to.equal(renewed)
            // With every second more of what is bought lies within the next 12 months.
            expect(renewed <= fee && fee - renewed <= PRICE / BigInt(DAY), at).to.equal(true)
          }
        }
      }
    })

    it('LIC-9 points that fade lower the price of the next 12 months, and of no more', async () => {
      const it_ = await loadFixture(offered)
      await credit(it_, [600, 399])
      const whole = { ...CONTRIBUTOR, duration: 5 * YEAR, maxFee: 5n * PRICE }
      expect((await quoteFor(it_, whole)).fee).to.equal(PRICE / 1000n + 4n * PRICE)
      const year = { ...CONTRIBUTOR, duration: YEAR }
      expect((await quoteFor(it_, year)).fee).to.equal(PRICE / 1000n)
      await acquire(it_, year)
      const next = await quoteFor(it_, year)
      expect(PRICE - next.fee, 'what begins in a year').to.be.at.most(PRICE / BigInt(DAY))
      await acquire(it_, whole).catch(() => {})
      const grant = await it_.licences.grantOf(1, it_.who.firm.address)
      expect(grant.receipts, 'it would end in more than five years').to.equal(1n)
    })

    it('L2: a renewal that contributions waive begins after what was paid for, and costs nothing', async () => {
      const it_ = await loadFixture(offered)
      const { licences, who } = it_
      await acquire(it_)
      const { to } = await licences.grantOf(1, who.firm.address)
      await credit(it_, [600, 400])
      await licences.connect(who.firm).renew(1, Ground.CONTRIBUTOR, 30 * DAY, 0, 1, ZERO, ZERO)
      const grant = await licences.grantOf(1, who.firm.address)
      expect([grant.ground, grant.from]).to.deep.equal([BigInt(Ground.CONTRIBUTOR), to])
    })

    it('on a ground that is neither payment nor contribution is refused', async () => {
      const it_ = await loadFixture(offered)
      await acquire(it_)
      for (const claim of [Ground.NON_COMMERCIAL, Ground.SMALL_FIRM, Ground.FREE]) {
        await expect(
          it_.licences.connect(it_.who.firm).renew(1, claim, YEAR, PRICE, 1, ZERO, STATEMENT),
        )
          .to.be.revertedWithCustomError(it_.licences, 'GroundUnproved')
          .withArgs(claim, Unproved.NOT_CLAIMABLE)
      }
    })
  })

  describe('of refunds', () => {
    it('L10 a ground that is proved can begin while a payment can be taken back, and outlives its refund', async () => {
      const it_ = await loadFixture(offered)
      const { licences, who } = it_
      await acquire(it_, { duration: DAY })
      await time.increase(2 * DAY)
      const free = { claim: Ground.SMALL_FIRM, statement: STATEMENT, maxFee: 0n }
      expect((await quoteFor(it_, free)).may).to.equal(true)
      await acquire(it_, free)
      const bought = await licences.paymentOf(1, who.firm.address, 1)
      const now = BigInt(await time.latest())
      await licences.connect(who.firm).refund(1, 1, who.firm.address)
      const at = async (t: bigint) => (await licences.coveredAt(who.firm.address, 1, t)).covered
      expect([await at(bought.from), await at(now)]).to.deep.equal([false, true])
      await balanced(it_)
    })

    it('L1: a free ground behind a long payment is told to wait, and free in its time', async () => {
      const it_ = await loadFixture(offered)
      const { licences, who } = it_
      await acquire(it_, { duration: 2 * YEAR, maxFee: 2n * PRICE })
      const { to } = await licences.grantOf(1, who.firm.address)
      await credit(it_, [600, 400])
      for (const free of [CONTRIBUTOR, { claim: Ground.SMALL_FIRM, statement: STATEMENT }]) {
        const answer = await quoteFor(it_, free)
        expect([answer.may, answer.unproved]).to.deep.equal([false, BigInt(Unproved.NOT_YET)])
        expect([answer.from, answer.fee]).to.deep.equal([to, PRICE])
        await expect(acquire(it_, free))
          .to.be.revertedWithCustomError(licences, 'GroundUnproved')
          .withArgs(free.claim, Unproved.NOT_YET)
      }
      await expect(
        licences.connect(who.firm).renew(1, Ground.CONTRIBUTOR, YEAR, 0, 1, ZERO, ZERO),
      ).to.be.revertedWithCustomError(licences, 'GroundUnproved')
      await time.increaseTo(to - 364n * BigInt(DAY))
      await acquire(it_, { claim: Ground.SMALL_FIRM, statement: STATEMENT, maxFee: 0n })
      const { covered, ground } = await licences.coveredAt(who.firm.address, 1, to)
      expect([covered, ground]).to.deep.equal([true, BigInt(Ground.SMALL_FIRM)])
    })

    it('L1: a work that has become free is free also for whom a permission runs', async () => {
      const it_ = await loadFixture(offered)
      const { works, who } = it_
      await acquire(it_)
      await works.connect(who.mill).bringForward(1, (await time.latest()) + DAY)
      await time.increase(2 * DAY)
      const answer = await quoteFor(it_)
      expect([answer.may, answer.ground, answer.fee]).to.deep.equal([true, BigInt(Ground.FREE), 0n])
    })

    it('one family’s refund is not another’s, and neither comes twice in 12 months', async () => {
      const it_ = await loadFixture(offered)
      const { licences, works, who } = it_
      await works.connect(who.farm).register(entry(who.farm.address, { digest: digestOf('sieve') }))
      await price(works, who.farm, 2)
      const firm = licences.connect(who.firm)
      for (const family of [1n, 2n]) {
        await acquire(it_, { work: family })
        await firm.refund(family, await paid(licences, family, who.firm.address), who.firm.address)
        await acquire(it_, { work: family })
        await expect(
          firm.refund(family, await paid(licences, family, who.firm.address), who.firm.address),
        ).to.be.revertedWithCustomError(licences, 'RefundedBefore')
      }
      const { refundedAt } = await licences.grantOf(1, who.firm.address)
      await time.increaseTo(refundedAt + BigInt(YEAR - 60))
      await acquire(it_)
      await expect(
        firm.refund(1, await paid(licences, 1, who.firm.address), who.firm.address),
      ).to.be.revertedWithCustomError(licences, 'RefundedBefore')
      await time.increaseTo(refundedAt + BigInt(YEAR))
      await firm.refund(1, await paid(licences, 1, who.firm.address), who.firm.address)
      await balanced(it_)
    })

    it('a later payment of the same window does not move the earlier one to other terms or another work', async () => {
      const it_ = await loadFixture(offered)
      const { licences, works, who } = it_
      await works.connect(who.farm).register(entry(who.farm.address, { digest: digestOf('sieve') }))
      await works
        .connect(who.mill)
        .register(entry(who.mill.address, { family: 1n, digest: digestOf('2'), parents: [2n] }))
      await acquire(it_, { work: 3n })
      await offer(works, who.mill, 1, { stewardBps: 9500, parentsBps: 0, fundBps: 500 })
      await acquire(it_, { work: 1n, terms: 2n, duration: DAY })
      const day = (PRICE + 364n) / 365n
      for (const [receipt, amount, work, terms] of [
        [1n, PRICE, 3n, 1n],
        [2n, day, 1n, 2n],
      ] as const) {
        const payment = await licences.paymentOf(1, who.firm.address, receipt)
        expect([payment.amount, payment.work, payment.terms]).to.deep.equal([amount, work, terms])
      }
      await time.increase(14 * DAY)
      await licences.release(1, who.firm.address, 1)
      await licences.split(3, 1)
      expect(await licences.pendingOf(2, 0)).to.equal(PRICE / 5n)
      await balanced(it_)
    })

    it('L3: covered is what the receipts say and no refund took back, in any history', async () => {
      const it_ = await loadFixture(offered)
      const { licences, who } = it_
      type Span = { from: bigint; to: bigint; ground: bigint }
      let seed = 7n
      const next = (n: number) => {
        seed = (seed * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % (1n << 64n)
        return Number((seed >> 33n) % BigInt(n))
      }
      const firm = licences.connect(who.firm)
      let refunds = 0
      for (let step = 0; step < 120; ++step) {
        const duration = (1 + next(200)) * DAY
        const acts = [
          () => acquire(it_, { duration }),
          () => acquire(it_, { duration, claim: Ground.NON_COMMERCIAL, statement: STATEMENT }),
          () => firm.renew(1, Ground.PAID, duration, PRICE, 1, ZERO, ZERO),
          async () => {
            const bought = await paid(licences, 1, who.firm.address)
            const receipt = bought > 1n && next(4) === 0 ? bought - 1n : bought
            await firm.refund(1, receipt, who.firm.address)
            ++refunds
          },
        ]
        await acts[next(4)]?.().catch(() => {})
        await time.increase((1 + next(next(4) === 0 ? 300 : 20)) * DAY)
      }
      expect(refunds).to.be.at.least(3)

      let spans: Span[] = []
      const receipts = await licences.queryFilter(licences.filters.Receipt(who.firm.address, 1))
      const taken = await licences.queryFilter(licences.filters.Refunded(who.firm.address, 1))
      const entries = [...receipts, ...taken]
        .map(({ args }) => args.entry)
        .toSorted((a, b) => Number(a.number - b.number))
      const back = new Map(taken.map(({ args }) => [args.entry.number, args.receipt]))
      for (const { number, from, to, issued, ground } of entries) {
        const of = entries.find((entry) => entry.number === back.get(number))
        if (of !== undefined) {
          spans = spans.flatMap((span) => [
            { ...span, to: smaller(span.to, of.from) },
            { ...span, from: larger(span.from, of.to) },
          ])
        } else {
          spans = spans.map((span) => ({ ...span, to: smaller(span.to, from) }))
          // What was over when it was renewed is grace.
          spans.push({ from: larger(from, issued), to, ground })
        }
      }
      const edges = entries.flatMap(({ from, to }) => [from - 1n, from, to - 1n, to])
      for (const t of edges) {
        const { covered, ground } = await licences.coveredAt(who.firm.address, 1, t)
        const span = spans.find(({ from, to }) => from <= t && t < to)
        const before = t < (entries[0]?.from ?? 0n) && covered && ground === BigInt(Ground.FREE)
        expect(before ? null : covered ? ground : null, `${t}`).to.equal(span?.ground ?? null)
      }
    })
  })
})
