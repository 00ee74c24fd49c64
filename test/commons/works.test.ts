// SPDX-License-Identifier: AGPL-3.0-or-later
import { isWorse, type OfferedTerms, termsFault } from '@phyle/sdk/chapters/commons/model'
import { expect } from 'chai'
import { DAY, digestOf, ethers, loadFixture, time, YEAR } from '../kit/chain.ts'
import {
  type Entry,
  entry,
  house,
  offer as offerAs,
  price,
  structOf,
  TERMS,
  type Terms,
  ZERO,
} from '../licences/house.ts'

describe('Works', () => {
  /** Registers as the mill, or as somebody else for the steward named. */
  async function register(changes: Partial<Entry>, as: 'mill' | 'farm' | 'ann' = 'mill') {
    const it = await loadFixture(house)
    return {
      ...it,
      sent: it.works.connect(it.who[as]).register(entry(it.who.mill.address, changes)),
    }
  }

  describe('registering', () => {
    it('keeps steward, family, digest and parents, and tells the words in the event', async () => {
      const { works, who, phyle } = await loadFixture(house)
      const mine = entry(who.farm.address, {
        digest: digestOf('sieve'),
        parents: [1n],
        title: 'Sieve',
      })
      const sent = await works.connect(who.farm).register(mine)
      expect(await works.count()).to.equal(2n)
      const work = await works.workOf(2)
      expect(work.steward).to.equal(who.farm.address)
      expect(work.family).to.equal(2n)
      expect(work.digest).to.equal(mine.digest)
      expect(work.registered).to.equal(BigInt(await time.latest()))
      expect([...work.parents]).to.deep.equal([1n])
      expect(await works.idOf(who.farm.address, mine.digest)).to.equal(2n)
      const [log] = await works.queryFilter(works.filters.WorkRegistered(2), sent.blockNumber ?? 0)
      expect(log?.args.entry.title).to.equal('Sieve')
      expect(log?.args.by).to.equal(who.farm.address)
      expect(log?.args.approved).to.equal(true)
      await expect(sent).to.emit(phyle, 'WorkNoted').withArgs(who.farm.address, work.registered)
    })

    it('WRK-3 takes a new release into its family, and only from the same steward', async () => {
      const { works, who } = await loadFixture(house)
      await works
        .connect(who.mill)
        .register(entry(who.mill.address, { family: 1n, digest: digestOf('1.1') }))
      const { family, steward } = await works.stewardOf(2)
      expect(family).to.equal(1n)
      expect(steward).to.equal(who.mill.address)
      const foreign = entry(who.farm.address, { family: 1n, digest: digestOf('fork') })
      await expect(works.connect(who.farm).register(foreign))
        .to.be.revertedWithCustomError(works, 'FamilyOfAnother')
        .withArgs(1n, who.mill.address)
      for (const family of [2n, 9n]) {
        const lost = entry(who.mill.address, { family, digest: digestOf('lost') })
        await expect(works.connect(who.mill).register(lost))
          .to.be.revertedWithCustomError(works, 'FamilyUnknown')
          .withArgs(family)
      }
    })

    it('WRK-4 refuses the same content of the same steward twice, and not that of another', async () => {
      const { works, sent } = await register({})
      await expect(sent).to.be.revertedWithCustomError(works, 'AlreadyRegistered').withArgs(1n)
      const it = await loadFixture(house)
      await it.works.connect(it.who.farm).register(entry(it.who.farm.address))
      expect(await it.works.idOf(it.who.farm.address, digestOf('grain mill 1.0'))).to.equal(2n)
    })

    it('WRK-1 refuses who is not the steward, a steward outside the federation, and no content', async () => {
      const { works, who, sent } = await register({ digest: digestOf('x') }, 'farm')
      await expect(sent)
        .to.be.revertedWithCustomError(works, 'NotTheStewards')
        .withArgs(who.farm.address, who.mill.address)
      await expect(works.connect(who.ann).register(entry(who.ann.address)))
        .to.be.revertedWithCustomError(works, 'NotAStewardCoop')
        .withArgs(who.ann.address)
      await expect(
        works.connect(who.mill).register(entry(who.mill.address, { digest: ZERO })),
      ).to.be.revertedWithCustomError(works, 'DigestMissing')
    })

    const WORDS: readonly [string, Partial<Entry>][] = [
      ['no title', { title: '' }],
      ['a title of 201 bytes', { title: 'x'.repeat(201) }],
      ['a title with a bidirectional mark', { title: 'a\u202eb' }],
      ['a version with a line break', { version: '1\n2' }],
      ['no licence', { licence: '' }],
      ['an invisible licensor', { licensor: 'a\u200bb' }],
      ['a purpose of 2001 bytes', { purpose: 'x'.repeat(2001) }],
      ['17 links', { links: Array.from({ length: 17 }, () => 'https://a.example') }],
      ['an empty link', { links: [''] }],
    ]
    for (const [name, change] of WORDS) {
      it(`refuses ${name}`, async () => {
        const { works, sent } = await register({ digest: digestOf('words'), ...change })
        await expect(sent).to.be.revertedWithCustomError(works, 'WorkTextInvalid')
      })
    }
  })

  describe('the graph', () => {
    it('WRK-2 L7: a parent is older than its child and stands once, so there is no cycle', async () => {
      const { works, who } = await loadFixture(house)
      for (const name of ['two', 'three']) {
        await works.connect(who.farm).register(entry(who.farm.address, { digest: digestOf(name) }))
      }
      const tries: readonly [bigint[], bigint][] = [
        [[4n], 4n],
        [[9n], 9n],
        [[0n], 0n],
        [[2n, 2n], 2n],
        [[3n, 2n], 2n],
      ]
      for (const [parents, culprit] of tries) {
        const child = entry(who.mill.address, { digest: digestOf('child'), parents })
        await expect(works.connect(who.mill).register(child))
          .to.be.revertedWithCustomError(works, 'ParentInvalid')
          .withArgs(culprit)
      }
      const child = entry(who.mill.address, { digest: digestOf('child'), parents: [2n, 3n] })
      await works.connect(who.mill).register(child)
      expect([...(await works.parentsOf(4))]).to.deep.equal([2n, 3n])
    })

    it('WRK-2 L7: a release is no parent of its own family, and a work has at most 8 parents', async () => {
      const { works, who } = await loadFixture(house)
      const own = entry(who.mill.address, { family: 1n, digest: digestOf('own'), parents: [1n] })
      await expect(works.connect(who.mill).register(own))
        .to.be.revertedWithCustomError(works, 'ParentInvalid')
        .withArgs(1n)
      for (let i = 2; i <= 10; ++i) {
        await works
          .connect(who.farm)
          .register(entry(who.farm.address, { digest: digestOf(`${i}`) }))
      }
      const ids = (count: number) => Array.from({ length: count }, (_, i) => BigInt(i + 1))
      const many = entry(who.farm.address, { digest: digestOf('many'), parents: ids(9) })
      await expect(works.connect(who.farm).register(many))
        .to.be.revertedWithCustomError(works, 'ParentsTooMany')
        .withArgs(9n)
      await works.connect(who.farm).register({ ...many, parents: ids(8) })
      expect([...(await works.parentsOf(11))]).to.deep.equal(ids(8))
    })
  })

  describe('WRK-1 delegates', () => {
    it('register for the co-op that named them, until their date', async () => {
      const { works, who } = await loadFixture(house)
      const until = (await time.latest()) + 30 * DAY
      await works.connect(who.mill).nameDelegate(who.ann.address, until)
      await works.connect(who.ann).register(entry(who.mill.address, { digest: digestOf('by ann') }))
      expect(await works.isDelegate(who.mill.address, who.ann.address)).to.equal(true)
      expect(await works.delegateUntil(who.mill.address, who.ann.address)).to.equal(BigInt(until))
      await time.increaseTo(until)
      await expect(
        works.connect(who.ann).register(entry(who.mill.address, { digest: digestOf('late') })),
      ).to.be.revertedWithCustomError(works, 'NotTheStewards')
    })

    it('are ended at once, and named by a co-op only, for at most two years', async () => {
      const { works, who } = await loadFixture(house)
      await works.connect(who.mill).nameDelegate(who.ann.address, (await time.latest()) + DAY)
      await works.connect(who.mill).nameDelegate(who.ann.address, 0)
      expect(await works.isDelegate(who.mill.address, who.ann.address)).to.equal(false)
      await expect(works.connect(who.ann).nameDelegate(who.ann.address, 0))
        .to.be.revertedWithCustomError(works, 'NotAStewardCoop')
        .withArgs(who.ann.address)
      await expect(
        works.connect(who.mill).nameDelegate(who.ann.address, (await time.latest()) + 3 * YEAR),
      ).to.be.revertedWithCustomError(works, 'TooLongAhead')
    })
  })

  describe('licences that count for standing', () => {
    it('are the usual free ones, and what the root approves or strikes', async () => {
      const { works, who, phyle } = await loadFixture(house)
      for (const free of [
        'CC-BY-SA-4.0',
        'CC0-1.0',
        'AGPL-3.0-or-later',
        'MIT',
        'LicenseRef-CBRL-1.0',
      ]) {
        expect(await works.isApprovedLicence(free)).to.equal(true)
      }
      for (const [expression, approved] of [
        ['All rights reserved', false],
        ['', false],
        [' AND ', false],
        ['MIT AND ', false],
        ['CERN-OHL-P-2.0 AND CC-BY-SA-4.0 AND Apache-2.0', true],
        ['CERN OHL AND CC-BY-SA-4.0', false],
        ['CC-BY-SA-4.0 AND CERN OHL', false],
        ['MIT OR CC-BY-4.0', false],
      ] as const) {
        expect(await works.isApprovedLicence(expression), expression).to.equal(approved)
      }
      const closed = entry(who.farm.address, { licence: 'All rights reserved' })
      await expect(works.connect(who.farm).register(closed)).not.to.emit(phyle, 'WorkNoted')
      await works.connect(who.root).approveLicence('TAPR-OHL-1.0', true)
      await works.connect(who.root).approveLicence('MIT', false)
      await works.connect(who.root).approveLicence('MIT OR CC-BY-4.0', true)
      expect(await works.isApprovedLicence('MIT OR CC-BY-4.0')).to.equal(true)
      expect(await works.isApprovedLicence('TAPR-OHL-1.0')).to.equal(true)
      expect(await works.isApprovedLicence('MIT')).to.equal(false)
      await expect(works.connect(who.mill).approveLicence('MIT', true))
        .to.be.revertedWithCustomError(works, 'NotTheRoot')
        .withArgs(who.mill.address)
    })
  })

  it('says that a work is unknown', async () => {
    const { works } = await loadFixture(house)
    for (const call of [works.workOf, works.stewardOf, works.priceOf]) {
      await expect(call(9)).to.be.revertedWithCustomError(works, 'WorkUnknown')
    }
  })

  describe('terms', () => {
    /** As the model of the app reads them. */
    const read = (changes: Partial<Terms> = {}) =>
      ({ licensor: ethers.ZeroAddress, ...TERMS, ...changes }) as OfferedTerms

    async function offer(changes: Partial<Terms>) {
      const it = await loadFixture(house)
      return { ...it, sent: offerAs(it.works, it.who.mill, 1, changes) }
    }

    it('OFF-1 are kept whole, hashed and in force at once when they are the first', async () => {
      const { works, who, sent } = await offer({ changeDate: (await time.latest()) + 9 * YEAR })
      await sent
      const terms = await works.termsOf(1, 1)
      expect(terms.legalText).to.equal(TERMS.legalText)
      expect(terms.pricePerYear).to.equal(TERMS.pricePerYear)
      expect(terms.tierBps.map(Number)).to.deep.equal(TERMS.tierBps)
      expect(terms.tierTurnover.map(Number)).to.deep.equal(TERMS.tierTurnover)
      for (const key of ['stewardBps', 'parentsBps', 'fundBps', 'grace', 'cure'] as const) {
        expect(terms[key]).to.equal(BigInt(TERMS[key]))
      }
      for (const key of ['refundWindow', 'notice', 'waivePoints', 'minAttesters'] as const) {
        expect(terms[key]).to.equal(BigInt(TERMS[key]))
      }
      const type = works.interface.getFunction('offer').inputs.slice(1, 2)
      const hash = ethers.keccak256(
        ethers.AbiCoder.defaultAbiCoder().encode(type, [structOf(terms).toArray(true)]),
      )
      expect(await works.termsHash(1, 1)).to.equal(hash)
      const from = (await time.latest()) + TERMS.notice
      const waiting = await works.versionsOf(1)
      expect([...waiting]).to.deep.equal([0n, 1n, BigInt(from)])
      expect((await works.priceOf(1)).version).to.equal(0n)
      await time.increaseTo(from)
      expect((await works.versionsOf(1)).inForce).to.equal(1n)
      expect(await works.changeDateOf(1)).to.equal(terms.changeDate)
      expect((await works.stewardOf(1)).steward).to.equal(who.mill.address)
      const { origin, family, version, firstFrom, changeDate, price: word } = await works.priceOf(1)
      expect([origin, family, version, changeDate]).to.deep.equal([1n, 1n, 1n, terms.changeDate])
      expect(firstFrom).to.equal(BigInt(from))
      expect(word & ((1n << 96n) - 1n)).to.equal(TERMS.pricePerYear)
    })

    const INVALID: readonly [string, Partial<Terms>, string][] = [
      ['no legal text', { legalText: ZERO }, 'LegalTextMissing'],
      ['one tier', { tierBps: [10_000], tierTurnover: [0] }, 'TiersInvalid'],
      [
        'nine tiers',
        { tierBps: [0, 1, 2, 3, 4, 5, 6, 7, 10_000], tierTurnover: [1, 2, 3, 4, 5, 6, 7, 8, 0] },
        'TiersInvalid',
      ],
      ['a first tier that pays', { tierBps: [1, 1000, 10_000] }, 'TiersInvalid'],
      ['a last tier below the price', { tierBps: [0, 1000, 9_999] }, 'TiersInvalid'],
      [
        'a tier that falls',
        { tierBps: [0, 2000, 1000, 10_000], tierTurnover: [1, 2, 3, 0] },
        'TiersInvalid',
      ],
      ['a bound for the largest', { tierTurnover: [1, 2, 3] }, 'TiersInvalid'],
      ['a turnover too few', { tierTurnover: [1, 0] }, 'TiersInvalid'],
      ['turnovers that do not rise', { tierTurnover: [2, 2, 0] }, 'TiersInvalid'],
      ['shares that do not sum', { stewardBps: 7001 }, 'SplitsInvalid'],
      ['a fund below 5 %', { stewardBps: 7501, fundBps: 499 }, 'SplitsInvalid'],
      ['a long grace', { grace: 91 * DAY }, 'TermsPeriodInvalid'],
      ['a grace that is not in days', { grace: 30 * DAY + 1 }, 'TermsPeriodInvalid'],
      ['a window that is not in days', { refundWindow: 1 }, 'TermsPeriodInvalid'],
      ['a short cure', { cure: 13 * DAY }, 'TermsPeriodInvalid'],
      ['a long cure', { cure: 366 * DAY }, 'TermsPeriodInvalid'],
      ['a long refund window', { refundWindow: 61 * DAY }, 'TermsPeriodInvalid'],
      ['a short notice', { notice: 29 * DAY }, 'TermsPeriodInvalid'],
      ['a long notice', { notice: 366 * DAY }, 'TermsPeriodInvalid'],
      ['no points', { waivePoints: 0 }, 'WaiverInvalid'],
      ['no attesters', { minAttesters: 0 }, 'WaiverInvalid'],
      ['too many attesters', { minAttesters: 113 }, 'WaiverInvalid'],
      ['a change date in the past', { changeDate: 1 }, 'ChangeDateInvalid'],
    ]
    for (const [name, change, error] of INVALID) {
      it(`refuse ${name}`, async () => {
        const { works, sent } = await offer(change)
        await expect(sent).to.be.revertedWithCustomError(works, error)
        if (error !== 'ChangeDateInvalid')
          expect(termsFault(read(change)), 'model').not.to.equal(null)
      })
    }

    it('come from the steward of the family and of nobody else', async () => {
      const { works, who } = await loadFixture(house)
      await expect(offerAs(works, who.farm, 1))
        .to.be.revertedWithCustomError(works, 'NotTheSteward')
        .withArgs(who.farm.address, who.mill.address)
      await works.connect(who.mill).nameDelegate(who.ann.address, (await time.latest()) + DAY)
      await expect(offerAs(works, who.ann, 1)).to.be.revertedWithCustomError(works, 'NotTheSteward')
      await works
        .connect(who.mill)
        .register(entry(who.mill.address, { family: 1n, digest: digestOf('1.1') }))
      await expect(offerAs(works, who.mill, 2))
        .to.be.revertedWithCustomError(works, 'NotAFamily')
        .withArgs(2n)
    })

    const WORSE: readonly [string, Partial<Terms>][] = [
      ['another text', { legalText: digestOf('other') }],
      ['a higher price', { pricePerYear: TERMS.pricePerYear + 1n }],
      ['another number of tiers', { tierBps: [0, 10_000], tierTurnover: [1, 0] }],
      ['a dearer tier', { tierBps: [0, 1001, 10_000] }],
      ['a lower turnover', { tierTurnover: [99_999, 2_000_000, 0] }],
      ['more points', { waivePoints: 1001 }],
      ['more attesters', { minAttesters: 3 }],
      ['less grace', { grace: 29 * DAY }],
      ['a shorter cure', { cure: 31 * DAY }],
      ['a shorter refund window', { refundWindow: 13 * DAY }],
    ]
    for (const [name, change] of WORSE) {
      it(`OFF-2 L5: with ${name} hold only after the notice of the terms in force`, async () => {
        const { works, who } = await loadFixture(house)
        await price(works, who.mill, 1)
        await offerAs(works, who.mill, 1, change)
        expect((await works.versionsOf(1)).inForce).to.equal(1n)
        expect((await works.priceOf(1)).version).to.equal(1n)
        await time.increase(TERMS.notice - 1)
        expect((await works.versionsOf(1)).inForce).to.equal(1n)
        await time.increase(1)
        expect((await works.versionsOf(1)).inForce).to.equal(2n)
        expect(isWorse(read(change), read()), 'model').to.equal(true)
        expect(termsFault(read(change)), 'model').to.equal(null)
      })
    }

    it('with a shorter notice wait as well, and a cut holds at once', async () => {
      const { works, who } = await loadFixture(house)
      await price(works, who.mill, 1, { notice: 60 * DAY })
      await offerAs(works, who.mill, 1, { notice: 30 * DAY })
      expect((await works.versionsOf(1)).inForce).to.equal(1n)
      await offerAs(works, who.mill, 1, { notice: 60 * DAY, pricePerYear: 1n })
      expect((await works.versionsOf(1)).inForce).to.equal(3n)
      expect((await works.termsOf(1, 3)).pricePerYear).to.equal(1n)
      expect(isWorse(read(), read({ notice: 60 * DAY })), 'model').to.equal(true)
      expect(isWorse(read({ pricePerYear: 1n }), read()), 'model').to.equal(false)
      await time.increase(61 * DAY)
      expect((await works.versionsOf(1)).inForce, 'the waiting one is gone').to.equal(3n)
    })

    it('OFF-3 have a change date that only moves earlier, by new terms or alone', async () => {
      const { works, who } = await loadFixture(house)
      const date = (await time.latest()) + 3 * YEAR
      await offerAs(works, who.mill, 1, { changeDate: date })
      await offerAs(works, who.mill, 1)
      expect(await works.changeDateOf(1), '0 leaves it').to.equal(BigInt(date))
      await expect(
        offerAs(works, who.mill, 1, { changeDate: date + 1 }),
      ).to.be.revertedWithCustomError(works, 'ChangeDateInvalid')
      await expect(works.connect(who.mill).bringForward(1, date + 1)).to.be.revertedWithCustomError(
        works,
        'ChangeDateInvalid',
      )
      await works.connect(who.mill).bringForward(1, date - DAY)
      expect(await works.changeDateOf(1)).to.equal(BigInt(date - DAY))
      await expect(works.connect(who.mill).bringForward(1, 5)).to.be.revertedWithCustomError(
        works,
        'ChangeDateInvalid',
      )
      await expect(
        works.connect(who.farm).bringForward(1, date - 2 * DAY),
      ).to.be.revertedWithCustomError(works, 'NotTheSteward')
    })
  })
})
