// SPDX-License-Identifier: AGPL-3.0-or-later

import { creditOf } from '@phyle/sdk/chapters/licences/fee'
import { expect } from 'chai'
import fc from 'fast-check'
import { DAY, digestOf, ethers, loadFixture, networkHelpers, time, YEAR } from '../kit/chain.ts'
import { acquire, credit, entry, offered, price, request, ZERO } from './house.ts'

const QUARTER = YEAR / 4

/** The root puts an empty register of works in the place of the one that there is. */
async function newerWorks({ works, phyle, who }: Awaited<ReturnType<typeof offered>>) {
  const newer = works.attach(ethers.Wallet.createRandom().address) as typeof works
  await networkHelpers.setCode(newer.target as string, await ethers.provider.getCode(works.target))
  await phyle.connect(who.root).replace('works', newer)
  return newer
}

describe('Contributions', () => {
  /** Ann and Ben attest for the mill: 1 000 points in a quarter each. */
  async function attesting() {
    const it = await offered()
    const until = (await time.latest()) + YEAR
    for (const attester of [it.who.ann, it.who.ben]) {
      await it.contributions.connect(it.who.mill).nameAttester(attester.address, 1_000, until)
    }
    await it.works
      .connect(it.who.mill)
      .register(entry(it.who.mill.address, { digest: digestOf('2nd') }))
    return { ...it, until }
  }

  const quartersOf = (answer: { quarters: bigint[] }) => answer.quarters.map(Number)

  describe('CON-1 attesters', () => {
    it('are named by a co-op, numbered, changed and ended', async () => {
      const { contributions, who, until } = await loadFixture(attesting)
      expect((await contributions.attesterOf(who.mill.address, who.ben.address)).number).to.equal(
        1n,
      )
      await contributions.connect(who.mill).nameAttester(who.ann.address, 5, until)
      const ann = await contributions.attesterOf(who.mill.address, who.ann.address)
      expect([ann.number, ann.quota, ann.until]).to.deep.equal([0n, 5n, BigInt(until)])
      await contributions.connect(who.mill).nameAttester(who.ann.address, 5, 0)
      await expect(contributions.connect(who.ann).attest(1, who.firm.address, digestOf('a'), 1, ''))
        .to.be.revertedWithCustomError(contributions, 'NotAnAttester')
        .withArgs(who.ann.address, who.mill.address)
    })

    it('end by themselves, last at most two years, and come from a co-op only', async () => {
      const { contributions, who, until } = await loadFixture(attesting)
      await expect(
        contributions.connect(who.mill).nameAttester(who.ann.address, 1, until + 2 * YEAR),
      ).to.be.revertedWithCustomError(contributions, 'AttestersTermTooLong')
      await expect(contributions.connect(who.firm).nameAttester(who.ann.address, 1, until))
        .to.be.revertedWithCustomError(contributions, 'NotACoopOfThePhyle')
        .withArgs(who.firm.address)
      await time.increaseTo(until)
      await expect(
        contributions.connect(who.ann).attest(1, who.firm.address, digestOf('a'), 1, ''),
      ).to.be.revertedWithCustomError(contributions, 'NotAnAttester')
    })

    it('are at most 56 with a co-op', async () => {
      const { contributions, who, until } = await loadFixture(attesting)
      for (let i = 2; i < 56; ++i) {
        const address = `0x${(0x1000 + i).toString(16).padStart(40, '0')}`
        await contributions.connect(who.mill).nameAttester(address, 1, until)
      }
      await expect(contributions.connect(who.mill).nameAttester(who.firm.address, 1, until))
        .to.be.revertedWithCustomError(contributions, 'AttestersTooMany')
        .withArgs(who.mill.address)
    })

    it('give no more than their quota of a quarter', async () => {
      const { contributions, who } = await loadFixture(attesting)
      const quarter = await contributions.quarter()
      await contributions.connect(who.ann).attest(1, who.firm.address, digestOf('a'), 700, '')
      await expect(
        contributions.connect(who.ann).attest(1, who.firm.address, digestOf('b'), 301, ''),
      )
        .to.be.revertedWithCustomError(contributions, 'QuotaExceeded')
        .withArgs(who.ann.address, 300n, 301n)
      await contributions.connect(who.ben).attest(1, who.firm.address, digestOf('b'), 301, '')
      await time.increaseTo((Number(quarter) + 1) * QUARTER)
      await contributions.connect(who.ann).attest(1, who.firm.address, digestOf('c'), 1_000, '')
      await contributions
        .connect(who.mill)
        .nameAttester(who.ann.address, 10, (await time.latest()) + DAY)
      await expect(contributions.connect(who.ann).attest(1, who.firm.address, digestOf('d'), 1, ''))
        .to.be.revertedWithCustomError(contributions, 'QuotaExceeded')
        .withArgs(who.ann.address, 0n, 1n)
    })
  })

  describe('attesting', () => {
    it('CON-3 is told with everything, and counts for nothing before it matures', async () => {
      const { contributions, who } = await loadFixture(attesting)
      const sent = contributions
        .connect(who.ann)
        .attest(1, who.firm.address, digestOf('a'), 7, 'https://git.example/1')
      const maturesAt = BigInt((await time.latest()) + 14 * DAY)
      await expect(sent)
        .to.emit(contributions, 'ContributionAttested')
        .withArgs(
          1n,
          who.firm.address,
          who.ann.address,
          digestOf('a'),
          7n,
          (v: bigint) => v >= maturesAt,
          'https://git.example/1',
        )
      const kept = await contributions.contributionOf(digestOf('a'))
      expect([kept.contributor, kept.family, kept.points, kept.attester, kept.state]).to.deep.equal(
        [who.firm.address, 1n, 7n, 0n, 1n],
      )
      expect(quartersOf(await contributions.creditOf(1, who.firm.address))).to.deep.equal(
        Array(8).fill(0),
      )
      await time.increaseTo(Number(kept.maturesAt) - 2)
      await expect(contributions.mature(1, digestOf('a')))
        .to.be.revertedWithCustomError(contributions, 'NotMatured')
        .withArgs(kept.maturesAt)
      await time.increaseTo(kept.maturesAt)
      await expect(contributions.connect(who.other).mature(1, digestOf('a')))
        .to.emit(contributions, 'ContributionCounted')
        .withArgs(1n, who.firm.address, digestOf('a'), 7n, await contributions.quarter())
      const credit = await contributions.creditOf(1, who.firm.address)
      expect(quartersOf(credit)).to.deep.equal([7, 0, 0, 0, 0, 0, 0, 0])
      expect(credit.distinctAttesters).to.equal(1n)
    })

    it('CON-2 refuses nobody, oneself, no artefact, no points and a release for a family', async () => {
      const { contributions, works, who } = await loadFixture(attesting)
      const ann = contributions.connect(who.ann)
      for (const contributor of [who.ann.address, `0x${'0'.repeat(40)}`]) {
        await expect(ann.attest(1, contributor, digestOf('a'), 1, ''))
          .to.be.revertedWithCustomError(contributions, 'ContributorInvalid')
          .withArgs(contributor)
      }
      await expect(ann.attest(1, who.firm.address, ZERO, 1, '')).to.be.revertedWithCustomError(
        contributions,
        'ArtefactMissing',
      )
      await expect(
        ann.attest(1, who.firm.address, digestOf('a'), 0, ''),
      ).to.be.revertedWithCustomError(contributions, 'NoPoints')
      await works
        .connect(who.mill)
        .register(entry(who.mill.address, { family: 1n, digest: digestOf('r') }))
      await expect(ann.attest(3, who.firm.address, digestOf('a'), 1, ''))
        .to.be.revertedWithCustomError(contributions, 'NotAFamilyOfWorks')
        .withArgs(3n)
    })

    it('CON-2 L4: one artefact gives one credit, in whichever family of the steward', async () => {
      const { contributions, who } = await loadFixture(attesting)
      const artefact = digestOf('a')
      await contributions.connect(who.ann).attest(1, who.firm.address, artefact, 1, '')
      for (const [attester, family, contributor] of [
        [who.ann, 1, who.firm],
        [who.ben, 1, who.other],
        [who.ben, 2, who.firm],
      ] as const) {
        await expect(
          contributions.connect(attester).attest(family, contributor.address, artefact, 1, ''),
        )
          .to.be.revertedWithCustomError(contributions, 'ArtefactCounted')
          .withArgs(artefact)
      }
      await time.increase(15 * DAY)
      await expect(contributions.mature(2, artefact)).to.be.revertedWithCustomError(
        contributions,
        'NotAttested',
      )
      await contributions.mature(1, artefact)
      await expect(contributions.mature(1, artefact))
        .to.be.revertedWithCustomError(contributions, 'NotAttested')
        .withArgs(1n, artefact)
      await expect(
        contributions.connect(who.ann).attest(1, who.firm.address, artefact, 1, ''),
      ).to.be.revertedWithCustomError(contributions, 'ArtefactCounted')
      expect((await contributions.contributionOf(artefact)).state).to.equal(2n)
    })

    it('CON-2 L4: one artefact gives one credit, with whichever steward', async () => {
      const { contributions, works, who, until } = await loadFixture(attesting)
      const foreign = entry(who.farm.address, { digest: digestOf('sieve') })
      await works.connect(who.farm).register(foreign)
      const family = Number(await works.count())
      await contributions.connect(who.farm).nameAttester(who.ann.address, 1000, until)
      const artefact = digestOf('commit 1')
      const ann = contributions.connect(who.ann)
      await ann.attest(1, who.firm.address, artefact, 10, '')
      await expect(ann.attest(family, who.firm.address, artefact, 10, ''))
        .to.be.revertedWithCustomError(contributions, 'ArtefactCounted')
        .withArgs(artefact)
      await expect(contributions.connect(who.farm).withdraw(family, artefact))
        .to.be.revertedWithCustomError(contributions, 'NotAttested')
        .withArgs(family, artefact)
      await ann.withdraw(1, artefact)
      await ann.attest(family, who.firm.address, artefact, 10, '')
      expect((await contributions.contributionOf(artefact)).family).to.equal(BigInt(family))
    })

    it('CON-1 is by the steward of the works that licences are sold for, whatever register came after them', async () => {
      const it = await loadFixture(attesting)
      const { works, contributions, licences, who, until } = it
      await acquire(it)
      await credit(it, [1, 0])
      const newer = await newerWorks(it)
      await newer.connect(who.farm).register(entry(who.farm.address))
      await newer
        .connect(who.farm)
        .register(entry(who.farm.address, { digest: digestOf('its second') }))
      expect(await newer.stewardOf(2)).to.deep.equal([2n, who.farm.address])
      await contributions.connect(who.farm).nameAttester(who.other.address, 1_000, until)
      await expect(
        contributions.connect(who.other).attest(2, who.firm.address, digestOf('a'), 1, ''),
      )
        .to.be.revertedWithCustomError(contributions, 'NotAnAttester')
        .withArgs(who.other.address, who.mill.address)
      expect(await contributions.works()).to.equal(works.target)
      expect((await licences.quote(await request(who.firm.address))).credit).to.equal(1n)
    })

    it('LIC-1 gives no credit with licences of another register of works', async () => {
      const it = await loadFixture(attesting)
      const { works, contributions, licences, who } = it
      await credit(it, [1, 0])
      const newer = await newerWorks(it)
      await newer.connect(who.mill).register(entry(who.mill.address))
      await price(newer, who.mill, 1)
      expect(await contributions.works()).to.equal(works.target)
      expect((await licences.quote(await request(who.firm.address))).credit).to.equal(0n)
    })

    it('L4: what its attester withdrew never counts, and can be attested anew', async () => {
      const { contributions, who } = await loadFixture(attesting)
      const artefact = digestOf('a')
      await contributions.connect(who.ann).attest(1, who.firm.address, artefact, 5, '')
      for (const somebody of [who.ben, who.farm]) {
        await expect(contributions.connect(somebody).withdraw(1, artefact))
          .to.be.revertedWithCustomError(contributions, 'NotItsAttester')
          .withArgs(somebody.address)
      }
      await expect(contributions.connect(who.ann).withdraw(1, artefact))
        .to.emit(contributions, 'ContributionWithdrawn')
        .withArgs(1n, who.firm.address, artefact)
      await expect(contributions.mature(1, artefact)).to.be.revertedWithCustomError(
        contributions,
        'NotAttested',
      )
      expect((await contributions.contributionOf(artefact)).state).to.equal(0n)
      await contributions.connect(who.ben).attest(1, who.other.address, artefact, 5, '')
      await time.increase(14 * DAY)
      await expect(
        contributions.connect(who.ben).withdraw(1, artefact),
      ).to.be.revertedWithCustomError(contributions, 'AlreadyMatured')
    })
  })

  describe('CON-3 the book', () => {
    it('holds points in the quarter in which they matured, however late that is written down', async () => {
      const { contributions, who } = await loadFixture(attesting)
      const first = Number(await contributions.quarter())
      await contributions.connect(who.ann).attest(1, who.firm.address, digestOf('a'), 40, '')
      const { maturesAt } = await contributions.contributionOf(digestOf('a'))
      const age = () => Math.floor(Number(maturesAt) / QUARTER)
      await time.increaseTo((first + 5) * QUARTER)
      await contributions.mature(1, digestOf('a'))
      const quarters = quartersOf(await contributions.creditOf(1, who.firm.address))
      expect(quarters[first + 5 - age()]).to.equal(40)
      expect(quarters.reduce((a, b) => a + b)).to.equal(40)
    })

    it('writes nothing down that is older than eight quarters', async () => {
      const { contributions, who } = await loadFixture(attesting)
      await contributions.connect(who.ann).attest(1, who.firm.address, digestOf('a'), 40, '')
      await time.increase(3 * YEAR)
      await contributions.mature(1, digestOf('a'))
      const credit = await contributions.creditOf(1, who.firm.address)
      expect(quartersOf(credit)).to.deep.equal(Array(8).fill(0))
      expect(credit.distinctAttesters).to.equal(0n)
    })

    it('counts attesters of four half-years, each once', async () => {
      const { contributions, who } = await loadFixture(attesting)
      const year = Math.floor(Number(await contributions.quarter()) / 4)
      await contributions
        .connect(who.mill)
        .nameAttester(who.ann.address, 1_000, (await time.latest()) + 2 * YEAR)
      const give = async (attester: typeof who.ann, name: string) => {
        await contributions.connect(attester).attest(1, who.firm.address, digestOf(name), 1, '')
        await time.increase(14 * DAY)
        await contributions.mature(1, digestOf(name))
      }
      const distinct = async () =>
        (await contributions.creditOf(1, who.firm.address)).distinctAttesters
      await give(who.ann, 'a')
      await give(who.ann, 'b')
      expect(await distinct()).to.equal(1n)
      await give(who.ben, 'c')
      expect(await distinct()).to.equal(2n)
      await time.increaseTo((year + 1) * 4 * QUARTER + DAY)
      expect(await distinct()).to.equal(2n)
      await give(who.ann, 'd')
      expect(await distinct()).to.equal(2n)
      await time.increaseTo((year + 2) * 4 * QUARTER)
      expect(await distinct(), 'Ben gave four half-years ago').to.equal(1n)
      await time.increaseTo((year + 3) * 4 * QUARTER)
      expect(await distinct()).to.equal(0n)
    })

    it('fades by the calendar alone: touching it often changes nothing', async () => {
      const { contributions, who } = await loadFixture(attesting)
      await contributions
        .connect(who.mill)
        .nameAttester(who.ann.address, 1_000, (await time.latest()) + 2 * YEAR)
      const ann = contributions.connect(who.ann)
      for (const person of [who.firm, who.other]) {
        await ann.attest(1, person.address, digestOf(person.address), 400, '')
      }
      await time.increase(14 * DAY)
      for (const person of [who.firm, who.other])
        await contributions.mature(1, digestOf(person.address))
      for (let day = 0; day < 60; ++day) {
        await ann.attest(1, who.firm.address, digestOf(`touch ${day}`), 1, '')
        await time.increase(14 * DAY)
        await contributions.mature(1, digestOf(`touch ${day}`))
        if (day === 40) break
      }
      const touched = quartersOf(await contributions.creditOf(1, who.firm.address))
      const untouched = quartersOf(await contributions.creditOf(1, who.other.address))
      const place = untouched.indexOf(400)
      expect(place).to.be.at.least(6)
      expect((touched[place] ?? 0) - 400).to.be.within(0, 7)
      expect(touched.reduce((a, b) => a + b)).to.equal(400 + 41)
    })

    it('agrees with a plain list of everything given, whatever was given when', async () => {
      const { contributions, who } = await loadFixture(attesting)
      await contributions
        .connect(who.mill)
        .nameAttester(who.ann.address, 1_000_000, (await time.latest()) + 2 * YEAR)
      const gifts: { at: number; points: number }[] = []
      const steps = fc.sample(
        fc.record({
          points: fc.integer({ min: 1, max: 5_000 }),
          wait: fc.integer({ min: 0, max: 120 }),
          late: fc.boolean(),
        }),
        { numRuns: 14, seed: 7 },
      )
      const waiting: string[] = []
      for (const [i, { points, wait, late }] of steps.entries()) {
        const now = await time.latest()
        await contributions.connect(who.mill).nameAttester(who.ann.address, 1_000_000, now + YEAR)
        await contributions
          .connect(who.ann)
          .attest(1, who.firm.address, digestOf(`${i}`), points, '')
        const { maturesAt } = await contributions.contributionOf(digestOf(`${i}`))
        gifts.push({ at: Math.floor(Number(maturesAt) / QUARTER), points })
        waiting.push(digestOf(`${i}`))
        await time.increase((14 + wait) * DAY)
        if (late) continue
        for (const artefact of waiting.splice(0)) await contributions.mature(1, artefact)
        const quarter = Number(await contributions.quarter())
        const expected = Array.from({ length: 8 }, (_, age) =>
          gifts
            .filter(({ at }) => at === quarter - age)
            .reduce((sum, gift) => sum + gift.points, 0),
        )
        const { quarters } = await contributions.creditOf(1, who.firm.address)
        expect(quarters.map(Number)).to.deep.equal(expected)
        expect(creditOf(quarters)).to.equal(creditOf(expected.map(BigInt)))
      }
    })
  })
})
