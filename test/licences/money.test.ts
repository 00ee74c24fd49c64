// SPDX-License-Identifier: AGPL-3.0-or-later
import { SOURCE } from '@phyle/sdk/chapters/fund/enums'
import { expect } from 'chai'
import { DAY, digestOf, ethers, loadFixture, time, YEAR } from '../kit/chain.ts'
import {
  acquire,
  credit,
  entry,
  Ground,
  type House,
  house,
  houseWith,
  inEscrow,
  newest,
  offer,
  offered,
  PRICE,
  paid,
  price,
  request,
  TERMS,
  ZERO,
} from './house.ts'

const WINDOW = 14 * DAY
const STATEMENT = digestOf('I declare')

async function offeredWith(token: string) {
  const it = await houseWith(token)
  await price(it.works, it.who.mill, 1)
  return it
}

/** What is in every bucket, and what is held. */
async function books({ licences, cash, works, who }: House) {
  let escrow = 0n
  for (const family of [1n, 2n, 3n]) {
    for (const person of [who.firm, who.other]) {
      escrow += await inEscrow(licences, family, person.address)
    }
  }
  let pending = 0n
  const works_ = Number(await works.count())
  for (let work = 1; work <= works_; ++work) {
    pending += await licences.pendingForFund(work)
    for (let terms = 0; terms <= 3; ++terms) pending += await licences.pendingOf(work, terms)
  }
  let claimable = 0n
  for (const person of [who.mill, who.farm, who.payer]) {
    claimable += await licences.claimable(person.address)
  }
  return { escrow, pending, claimable, held: await cash.balanceOf(licences) }
}

/** L8 */
async function balanced(it: House): Promise<void> {
  const { escrow, pending, claimable, held } = await books(it)
  expect(escrow + pending + claimable, 'L8').to.equal(held)
}

/** Work 2 of the farm builds on work 1, work 3 of the mill on both. */
async function graph() {
  const it = await offered()
  const { works, who } = it
  await works
    .connect(who.farm)
    .register(entry(who.farm.address, { digest: digestOf('sieve'), parents: [1n] }))
  await price(works, who.farm, 2)
  await works
    .connect(who.mill)
    .register(entry(who.mill.address, { digest: digestOf('three'), parents: [1n, 2n] }))
  await price(works, who.mill, 3, { stewardBps: 6667, parentsBps: 2333 })
  return it
}

/** The firm's payment for a work, its window over. */
async function released(it: House, work: bigint) {
  await acquire(it, { work })
  await time.increase(WINDOW)
  await it.licences.release(
    work,
    it.who.firm.address,
    await paid(it.licences, work, it.who.firm.address),
  )
}

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

  describe('splitting', () => {
    it('LIC-6 L8: nothing is split before the window ends', async () => {
      const it_ = await loadFixture(offered)
      const { licences, who } = it_
      await expect(
        licences.release(1, who.firm.address, await paid(licences, 1, who.firm.address)),
      ).to.be.revertedWithCustomError(licences, 'NothingToRelease')
      await acquire(it_)
      const { refundUntil } = await newest(licences, 1, who.firm.address)
      await time.increaseTo(refundUntil - 3n)
      await expect(licences.split(1, 1))
        .to.be.revertedWithCustomError(licences, 'NothingToSplit')
        .withArgs(1n, 1n)
      await expect(licences.release(1, who.firm.address, await paid(licences, 1, who.firm.address)))
        .to.be.revertedWithCustomError(licences, 'RefundStillOpen')
        .withArgs(refundUntil)
      await time.increaseTo(refundUntil)
      await expect(
        licences
          .connect(who.ben)
          .release(1, who.firm.address, await paid(licences, 1, who.firm.address)),
      )
        .to.emit(licences, 'PaymentReleased')
        .withArgs(who.firm.address, 1n, 1n, 1n, 1n, PRICE)
      expect(await licences.pendingOf(1, 1)).to.equal(PRICE)
    })

    it('L8: goes to steward, parents and fund, one hop at a time, without rest', async () => {
      const it_ = await loadFixture(graph)
      const { licences, cash, who, fund } = it_
      await released(it_, 3n)
      await expect(licences.split(3, 1))
        .to.emit(licences, 'FeeSplit')
        .withArgs(3n, 1n, who.mill.address, 666_700_000n, 233_300_000n, 100_000_000n)
      expect(await licences.claimable(who.mill.address)).to.equal(666_700_000n)
      expect(await licences.pendingOf(1, 1)).to.equal(116_650_000n)
      expect(await licences.pendingOf(2, 1)).to.equal(116_650_000n)
      await balanced(it_)
      await licences.split(2, 1)
      expect(await licences.claimable(who.farm.address)).to.equal((116_650_000n * 7n) / 10n)
      expect(await licences.pendingOf(1, 1)).to.equal(116_650_000n + 116_650_000n / 5n)
      await licences.split(1, 1)
      const { claimable, pending } = await books(it_)
      await balanced(it_)
      const commons = await ethers.getContractAt('ICommonsFund', fund)
      const told = commons.filters.Poured
      let poured = 0n
      for (const work of [1n, 2n, 3n]) {
        const part = await licences.pendingForFund(work)
        await expect(licences.pourToFund(work)).to.changeTokenBalance(ethers, cash, fund, part)
        expect(await commons.queryFilter(told(licences, SOURCE.licence, work))).to.have.length(1)
        expect(await licences.pendingForFund(work)).to.equal(0n)
        poured += part
      }
      expect(poured).to.equal(pending)
      await expect(licences.connect(who.ben).claimFor(who.farm.address)).to.changeTokenBalance(
        ethers,
        cash,
        who.farm,
        (116_650_000n * 7n) / 10n,
      )
      await licences.connect(who.mill).claimTo(who.ann.address)
      expect(await cash.balanceOf(who.ann.address)).to.equal(claimable - (116_650_000n * 7n) / 10n)
      expect(await cash.balanceOf(licences)).to.equal(0n)
      await expect(licences.pourToFund(1))
        .to.be.revertedWithCustomError(licences, 'NothingToPour')
        .withArgs(1n)
      await expect(licences.connect(who.mill).claimTo(who.ann.address))
        .to.be.revertedWithCustomError(licences, 'NothingToClaim')
        .withArgs(who.mill.address)
    })

    it('L8 PHY-6: the part of the fund leaves licences that were replaced', async () => {
      const it_ = await loadFixture(graph)
      const { licences, phyle, cash, who, fund } = it_
      await released(it_, 1n)
      await licences.split(1, 1)
      const pending = await licences.pendingForFund(1)
      const newer = await ethers.deployContract('NamedChapter', ['licences'])
      await phyle.connect(who.root).replace('licences', newer)
      await expect(licences.pourToFund(1)).to.changeTokenBalance(ethers, cash, fund, pending)
      await balanced(it_)
    })

    it('gives the fund the part of parents where there are none, and what cannot be divided', async () => {
      const it_ = await loadFixture(offered)
      const { licences, works, who } = it_
      await offer(works, who.mill, 1, { pricePerYear: 7n })
      await acquire(it_, { terms: 2n })
      await time.increase(WINDOW)
      await licences.release(1, who.firm.address, await paid(licences, 1, who.firm.address))
      await licences.split(1, 2)
      expect(await licences.claimable(who.mill.address)).to.equal(4n)
      expect(await licences.pendingForFund(1)).to.equal(3n)
    })

    it('LIC-7 gives a parent without terms to its steward, and a twentieth to the fund', async () => {
      const it_ = await loadFixture(house)
      const { licences, works, who } = it_
      await works
        .connect(who.farm)
        .register(entry(who.farm.address, { digest: digestOf('sieve'), parents: [1n] }))
      await price(works, who.farm, 2)
      await released(it_, 2n)
      await licences.split(2, 1)
      expect(await licences.pendingOf(1, 0)).to.equal(PRICE / 5n)
      await licences.split(1, 0)
      expect(await licences.claimable(who.mill.address)).to.equal((PRICE / 5n / 100n) * 95n)
    })

    it('keeps to the terms under which it was paid', async () => {
      const it_ = await loadFixture(offered)
      const { licences, works, who } = it_
      await acquire(it_)
      await offer(works, who.mill, 1, { stewardBps: 9500, parentsBps: 0, fundBps: 500 })
      await time.increase(WINDOW)
      await licences.release(1, who.firm.address, await paid(licences, 1, who.firm.address))
      await licences.split(1, 1)
      expect(await licences.claimable(who.mill.address)).to.equal((PRICE / 10n) * 7n)
    })

    it('goes on for everybody else when the fund or a steward cannot be paid', async () => {
      const it_ = await offeredWith('BlacklistingToken')
      const { licences, who, fund } = it_
      const token = await ethers.getContractAt('BlacklistingToken', await it_.cash.getAddress())
      await released(it_, 1n)
      await token.blacklist(fund, true)
      await token.blacklist(who.mill.address, true)
      await licences.split(1, 1)
      await expect(licences.pourToFund(1)).to.be.revertedWithCustomError(token, 'NotServed')
      await expect(licences.claimFor(who.mill.address)).to.be.revertedWithCustomError(
        token,
        'NotServed',
      )
      await licences.connect(who.mill).claimTo(who.ann.address)
      expect(await token.balanceOf(who.ann.address)).to.equal((PRICE / 10n) * 7n)
      await acquire(it_, {}, who.other)
      await balanced(it_)
      await token.blacklist(fund, false)
      await licences.pourToFund(1)
      await balanced(it_)
    })

    it('LIC-6 L8: holds whatever is bought, renewed, refunded, released, split, poured and claimed', async () => {
      const it_ = await loadFixture(graph)
      const { licences, works, cash, who } = it_
      let seed = 20_260_101n
      const next = (n: number) => {
        seed = (seed * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % (1n << 64n)
        return Number((seed >> 33n) % BigInt(n))
      }
      const aReceipt = async (family: bigint, licensee: string) => {
        const newest = await paid(licences, family, licensee)
        return newest > 1n && next(3) === 0 ? newest - 1n : newest
      }
      const done = new Map<string, number>()
      for (let step = 0; step < 200; ++step) {
        const family = BigInt(1 + next(3))
        const person = [who.firm, who.other][next(2)] ?? who.firm
        const { inForce } = await works.versionsOf(family)
        const acts: readonly [string, () => Promise<unknown>][] = [
          [
            'acquire',
            async () =>
              acquire(
                it_,
                {
                  work: family,
                  duration: (1 + next(400)) * DAY,
                  maxFee: 2n * PRICE,
                  terms: inForce,
                },
                person,
              ),
          ],
          [
            'declare',
            async () =>
              acquire(
                it_,
                {
                  work: family,
                  claim: Ground.NON_COMMERCIAL,
                  statement: STATEMENT,
                  terms: inForce,
                  duration: (1 + next(90)) * DAY,
                },
                person,
              ),
          ],
          [
            'renew',
            async () =>
              licences
                .connect(person)
                .renew(family, Ground.PAID, (1 + next(400)) * DAY, 2n * PRICE, inForce, ZERO, ZERO),
          ],
          [
            'refund',
            async () =>
              licences
                .connect(person)
                .refund(family, await aReceipt(family, person.address), person.address),
          ],
          [
            'release',
            async () =>
              licences.release(
                family,
                person.address,
                await paid(licences, family, person.address),
              ),
          ],
          ['split', async () => licences.split(family, 1 + next(2))],
          ['pour', async () => licences.pourToFund(1)],
          ['claim', async () => licences.claimFor([who.mill, who.farm][next(2)]?.address ?? '')],
          ['give', async () => cash.connect(who.payer).transfer(await it_.phyle.getAddress(), 1)],
          ['wait', async () => time.increase((1 + next(20)) * DAY)],
        ]
        const [name, act] = acts[next(acts.length)] ?? acts[0] ?? ['', async () => {}]
        const before = await books(it_)
        try {
          await act()
          done.set(name, (done.get(name) ?? 0) + 1)
        } catch (error) {
          expect(String(error)).to.match(/revert/)
          expect(await books(it_)).to.deep.equal(before)
        }
        await balanced(it_)
      }
      expect([...done.keys()]).to.include.members([
        'acquire',
        'declare',
        'renew',
        'refund',
        'release',
        'split',
        'pour',
        'claim',
      ])
    })

    it('L8: a direct transfer changes no bucket', async () => {
      const it_ = await loadFixture(graph)
      const { licences, cash, who } = it_
      await released(it_, 3n)
      const before = await books(it_)
      await cash.connect(who.payer).transfer(licences, 5n)
      expect(await books(it_)).to.deep.equal({ ...before, held: before.held + 5n })
    })
  })

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
