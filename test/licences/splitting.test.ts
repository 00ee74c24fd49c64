// SPDX-License-Identifier: AGPL-3.0-or-later
import { SOURCE } from '@phyle/sdk/chapters/fund/enums'
import { expect } from 'chai'
import { DAY, digestOf, ethers, loadFixture, time } from '../kit/chain.ts'
import { balanced, books, offeredWith, WINDOW } from './books.ts'
import {
  acquire,
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
  STATEMENT,
  ZERO,
} from './house.ts'

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

describe('The splitting of fees', () => {
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
})
