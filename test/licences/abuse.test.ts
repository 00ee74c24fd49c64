// SPDX-License-Identifier: AGPL-3.0-or-later
/** What somebody would try who wants to pay less, be paid twice, or take a right from another. */
import { expect } from 'chai'
import { DAY, digestOf, ethers, loadFixture, time, YEAR } from '../kit/chain.ts'
import { balanced } from './books.ts'
import {
  acquire,
  bit,
  CONTRIBUTOR,
  credit,
  entry,
  Ground,
  houseWith,
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

describe('Abuse of licences', () => {
  describe('of the size', () => {
    it('L1: points that waive a smaller size waive nothing before that size is declared', async () => {
      const it_ = await loadFixture(offered)
      await credit(it_, [60, 60])
      const small = { ...CONTRIBUTOR, tier: 1 }
      const answer = await quoteFor(it_, small)
      expect([answer.may, answer.unproved]).to.deep.equal([false, BigInt(Unproved.NO_STATEMENT)])
      expect(answer.provedGrounds & bit(Ground.CONTRIBUTOR)).to.equal(0n)
      expect(answer.declarableGrounds & bit(Ground.CONTRIBUTOR)).to.equal(bit(Ground.CONTRIBUTOR))
      await expect(acquire(it_, small))
        .to.be.revertedWithCustomError(it_.licences, 'GroundUnproved')
        .withArgs(Ground.CONTRIBUTOR, Unproved.NO_STATEMENT)
      await acquire(it_, { ...small, statement: STATEMENT, maxFee: 0n })
      expect((await it_.licences.grantOf(1, it_.who.firm.address)).ground).to.equal(
        Ground.CONTRIBUTOR,
      )
    })

    it('L1: points that waive the largest size are a ground that needs no declaration', async () => {
      const it_ = await loadFixture(offered)
      await credit(it_, [600, 400])
      const { provedGrounds } = await quoteFor(it_)
      expect(provedGrounds & bit(Ground.CONTRIBUTOR)).to.equal(bit(Ground.CONTRIBUTOR))
    })
  })

  describe('of the common good', () => {
    it('a body whose attestation was taken back is not free by its registry number', async () => {
      const it_ = await loadFixture(offered)
      const { licences, who } = it_
      const until = (await time.latest()) + YEAR
      await licences.connect(who.root).accredit(who.union.address, until)
      await licences.connect(who.union).attestCommonGood(who.firm.address, until, ZERO)
      const good = { claim: Ground.COMMON_GOOD, maxFee: 0n, statement: STATEMENT }
      await acquire(it_, { ...good, duration: 60 * DAY })
      const held = await licences.grantOf(1, who.firm.address)
      await licences.connect(who.union).withdrawCommonGood(who.firm.address)
      await expect(acquire(it_, good))
        .to.be.revertedWithCustomError(licences, 'GroundUnproved')
        .withArgs(Ground.COMMON_GOOD, Unproved.NOT_ATTESTED)
      expect(await licences.grantOf(1, who.firm.address), 'L5').to.deep.equal(held)
      await licences.connect(who.union).attestCommonGood(who.firm.address, until, ZERO)
      await acquire(it_, good)
    })

    it('what is attested for less than a day gives no permission of a day', async () => {
      const it_ = await loadFixture(offered)
      const { licences, who } = it_
      const now = await time.latest()
      await licences.connect(who.root).accredit(who.union.address, now + YEAR)
      await licences.connect(who.union).attestCommonGood(who.firm.address, now + DAY / 2, ZERO)
      await expect(
        acquire(it_, { claim: Ground.COMMON_GOOD, maxFee: 0n }),
      ).to.be.revertedWithCustomError(licences, 'DurationInvalid')
    })

    it('the root ends the time of a false registry number, and the permission given runs on', async () => {
      const it_ = await loadFixture(offered)
      const { licences, who } = it_
      const good = {
        claim: Ground.COMMON_GOOD,
        maxFee: 0n,
        statement: STATEMENT,
        duration: 30 * DAY,
      }
      await acquire(it_, good)
      const held = await licences.grantOf(1, who.firm.address)
      await expect(
        licences.connect(who.mill).withdrawCommonGood(who.firm.address),
      ).to.be.revertedWithCustomError(licences, 'NotItsFederation')
      await licences.connect(who.root).withdrawCommonGood(who.firm.address)
      await expect(acquire(it_, good)).to.be.revertedWithCustomError(licences, 'GroundUnproved')
      expect(await licences.grantOf(1, who.firm.address), 'L5').to.deep.equal(held)
    })
  })

  describe('of contributions', () => {
    it('the steward takes back what a stolen key attested, before it counts and not after', async () => {
      const it_ = await loadFixture(offered)
      const { contributions, who } = it_
      await contributions
        .connect(who.mill)
        .nameAttester(who.ann.address, 1_000, (await time.latest()) + YEAR)
      for (const artefact of ['a', 'b']) {
        await contributions.connect(who.ann).attest(1, who.firm.address, digestOf(artefact), 5, '')
      }
      await contributions.connect(who.mill).nameAttester(who.ann.address, 0, 0)
      await expect(contributions.connect(who.farm).withdraw(1, digestOf('a')))
        .to.be.revertedWithCustomError(contributions, 'NotItsAttester')
        .withArgs(who.farm.address)
      await contributions.connect(who.mill).withdraw(1, digestOf('a'))
      await time.increase(14 * DAY)
      await expect(contributions.mature(1, digestOf('a'))).to.be.revertedWithCustomError(
        contributions,
        'NotAttested',
      )
      await expect(
        contributions.connect(who.mill).withdraw(1, digestOf('b')),
      ).to.be.revertedWithCustomError(contributions, 'AlreadyMatured')
      await contributions.mature(1, digestOf('b'))
    })

    it('who gave counts as long as what they gave', async () => {
      const it_ = await loadFixture(offered)
      const { contributions, who } = it_
      const QUARTER = YEAR / 4
      await credit(it_, [4, 4])
      const born = Number(await contributions.quarter())
      for (let age = 0; age <= 9; ++age) {
        if (age > 0) await time.increaseTo((born + age) * QUARTER + DAY)
        const { quarters, distinctAttesters } = await contributions.creditOf(1, who.firm.address)
        const counts = quarters.slice(0, 7).some((given) => given > 0n)
        if (counts) expect(distinctAttesters, `after ${age} quarters`).to.equal(2n)
        if (age > 7) expect(distinctAttesters, `after ${age} quarters`).to.equal(0n)
      }
    })
  })

  describe('of the money', () => {
    it('L8: nothing is paid out to the register itself, where it would be nobody’s', async () => {
      const it_ = await loadFixture(offered)
      const { licences, who } = it_
      const self = await licences.getAddress()
      await acquire(it_)
      await expect(
        licences.connect(who.firm).refund(1, await paid(licences, 1, who.firm.address), self),
      )
        .to.be.revertedWithCustomError(licences, 'PayeeInvalid')
        .withArgs(self)
      await time.increase(14 * DAY)
      await licences.release(1, who.firm.address, await paid(licences, 1, who.firm.address))
      await licences.split(1, 1)
      await expect(licences.connect(who.mill).claimTo(self)).to.be.revertedWithCustomError(
        licences,
        'PayeeInvalid',
      )
      await balanced(it_)
    })

    it('LIC-7 L8: splitting crumbs again and again loses none, and the fund never has less than its share', async () => {
      const it_ = await loadFixture(offered)
      const { licences, works, who } = it_
      await works
        .connect(who.farm)
        .register(entry(who.farm.address, { digest: digestOf('sieve'), parents: [1n] }))
      await price(works, who.farm, 2, { stewardBps: 3333, parentsBps: 6167, fundBps: 500 })
      await works
        .connect(who.mill)
        .register(entry(who.mill.address, { digest: digestOf('3'), parents: [1n, 2n] }))
      let spent = 0n
      for (let cost = 1n; cost <= 12n; ++cost) {
        const terms = { pricePerYear: cost, refundWindow: 0 }
        await offer(works, who.mill, 3, { ...terms, legalText: digestOf('3'), notice: 30 * DAY })
        await time.increase(31 * DAY)
        const { inForce } = await works.versionsOf(3)
        const before = await it_.cash.balanceOf(who.firm)
        await acquire(it_, { work: 3n, terms: inForce, maxFee: cost, duration: 100 * DAY })
        spent += before - (await it_.cash.balanceOf(who.firm))
        await licences.release(3, who.firm.address, await paid(licences, 3, who.firm.address))
        await licences.split(3, inForce)
        for (const work of [2, 1]) await licences.split(work, 1).catch(() => {})
        await balanced(it_)
      }
      let forFund = 0n
      for (const work of [1, 2, 3]) forFund += await licences.pendingForFund(work)
      expect(forFund * 20n).to.be.at.least(spent)
    })

    it('the highest price, the longest time and the largest size overflow nothing', async () => {
      const it_ = await loadFixture(offered)
      const { licences, works, cash, who } = it_
      const most = 2n ** 96n - 1n
      await works.connect(who.farm).register(entry(who.farm.address, { digest: digestOf('sieve') }))
      await price(works, who.farm, 2, {
        pricePerYear: most,
        waivePoints: 2 ** 32 - 1,
        minAttesters: 56,
      })
      await cash.mint(who.firm.address, 5n * most)
      const asked = { work: 2n, duration: 5 * YEAR, maxFee: 5n * most }
      expect((await quoteFor(it_, asked)).fee).to.equal(5n * most)
      await acquire(it_, { ...asked, ...CONTRIBUTOR })
      await time.increase(14 * DAY)
      await licences.release(2, who.firm.address, await paid(licences, 2, who.firm.address))
      await licences.split(2, 1)
      await balanced(it_)
    })

    it('L8: a token that calls back in the middle of any payment gains nothing', async () => {
      const it_ = await houseWith('ReenteringToken')
      const { licences, works, who } = it_
      await price(works, who.mill, 1)
      const token = await ethers.getContractAt('ReenteringToken', await it_.cash.getAddress())
      const firm = licences.connect(who.firm)
      await acquire(it_, {}, who.other)
      await time.increase(14 * DAY)
      await licences.release(1, who.other.address, await paid(licences, 1, who.other.address))
      await licences.split(1, 1)
      const face = licences.interface
      const calls = [
        face.encodeFunctionData('claimFor', [who.mill.address]),
        face.encodeFunctionData('pourToFund', [1]),
        face.encodeFunctionData('release', [1, who.firm.address, 1]),
        face.encodeFunctionData('split', [1, 1]),
      ]
      const acts: readonly (() => Promise<unknown>)[] = [
        () => acquire(it_),
        () => firm.renew(1, Ground.PAID, YEAR, PRICE, 1, ZERO, ZERO),
        async () => firm.refund(1, await paid(licences, 1, who.firm.address), who.firm.address),
        () => licences.claimFor(who.mill.address),
      ]
      for (const act of acts) {
        for (const data of calls) {
          const snapshot = await ethers.provider.send('evm_snapshot', [])
          await token.arm(licences, data, false)
          await act()
          expect(await token.called()).to.equal(true)
          await balanced(it_)
          await ethers.provider.send('evm_revert', [snapshot])
        }
        await act()
      }
    })
  })
})
