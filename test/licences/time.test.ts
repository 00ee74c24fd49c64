// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai'
import { DAY, digestOf, ethers, loadFixture, time, YEAR } from '../kit/chain.ts'
import {
  acquire,
  entry,
  Ground,
  type House,
  house,
  offer,
  offered,
  PRICE,
  STATEMENT,
  TERMS,
  Unproved,
  ZERO,
} from './house.ts'

describe('The time of licences', () => {
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
})
