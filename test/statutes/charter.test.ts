// SPDX-License-Identifier: AGPL-3.0-or-later
import { NO_LIMIT, packRule } from '@phyle/sdk/rule'
import { titleFault } from '@phyle/sdk/title'
import { expect } from 'chai'
import fc from 'fast-check'
import { DAY, digestOf, ethers, loadFixture, networkHelpers, SEED } from '../kit/chain.ts'
import {
  Admission,
  CLASSES,
  Count,
  charter,
  className,
  Flags,
  Kind,
  Lock,
  language,
  RULES,
  rule,
  rules,
} from '../kit/charter.ts'
import { deployed } from '../kit/deploy.ts'
import { founded, foundedAs } from '../kit/house.ts'
import { accepts, FIRST_KINDS, refuses, statutesAlone } from './charters.ts'

/** Rules counted by heads, so that shares do not matter. */
const HEADS = { count: Count.HEADCOUNT }
const rulesByHeads = () =>
  rules({ ordinary: rule(HEADS), special: rule(HEADS), entrenched: rule(HEADS) })

describe('A charter', () => {
  describe('as founded', () => {
    it('reads back word for word from the code of the clone', async () => {
      const { statutes, coop, it: founding } = await loadFixture(founded)
      const said = founding.charter
      expect(await statutes.cooperative()).to.equal(await coop.getAddress())
      expect(await statutes.name()).to.equal(said.name)
      expect(await statutes.purpose()).to.equal(said.purpose)
      expect(await statutes.language()).to.equal(said.language)
      expect(await statutes.lock()).to.equal(said.lock)
      expect(await statutes.maxShareBps()).to.equal(said.maxShareBps)
      expect(await statutes.coolingPeriod()).to.equal(said.coolingPeriod)
      expect(await statutes.admission()).to.deep.equal([BigInt(said.admission), 0n])
      expect(await statutes.effects()).to.equal(ethers.ZeroHash)
      expect(await statutes.classCount()).to.equal(3)
      for (const [i, { name, shareBps, flags }] of said.classes.entries()) {
        expect(await statutes.classOf(i)).to.deep.equal([name, BigInt(shareBps), BigInt(flags)])
      }
      expect(await statutes.classes()).to.have.length(3)
      for (const [i, word] of said.rules.entries()) {
        expect(await statutes.ruleWordOf(i)).to.equal(word)
      }
    })

    it('gives each rule in words, and none where there is none', async () => {
      const { statutes } = await loadFixture(founded)
      const special = await statutes.ruleOf(Kind.SPECIAL)
      expect(special.threshold).to.equal(6667)
      expect(special.inclusive).to.equal(true)
      expect(special.maxObjections).to.equal(NO_LIMIT)
      expect(special.votingPeriod).to.equal(7 * DAY)
      await expect(statutes.ruleOf(Kind.CONSENT))
        .to.be.revertedWithCustomError(statutes, 'RuleMissing')
        .withArgs(Kind.CONSENT)
    })

    it('gives an election everything in one call', async () => {
      const { statutes, it: founding } = await loadFixture(founded)
      const terms = await statutes.electionTerms(Kind.SPECIAL)
      const classWord = founding.charter.classes.reduce(
        (word, { shareBps, flags }, i) =>
          word | ((BigInt(shareBps) | (BigInt(flags) << 16n)) << BigInt(32 * i)),
        0n,
      )
      expect(terms).to.deep.equal([
        founding.charter.rules[Kind.SPECIAL],
        classWord,
        ethers.id(founding.charter.name),
        founding.charter.language,
        3n,
      ])
      const [word] = await statutes.electionTerms(Kind.CONSENT)
      expect(word).to.equal(0)
    })

    it('keeps all four rules, eight classes, the longest name and a federation', async () => {
      const classes = Array.from({ length: 8 }, (_, i) => ({
        name: className(`class number ${i} of this mill`.slice(0, 24)),
        shareBps: 1250,
        flags: i === 0 ? Flags.USER : i % 4,
      }))
      const changes = {
        name: 'é'.repeat(32),
        classes,
        federation: ethers.getAddress(`0x${'fe'.repeat(20)}`),
        rules: rules({ consent: RULES.consent }),
      }
      const { statutes } = await foundedAs(changes)
      expect(await statutes.name()).to.equal(changes.name)
      expect((await statutes.classes()).map(({ name }) => name)).to.deep.equal(
        classes.map(({ name }) => name),
      )
      expect(await statutes.ruleWordOf(Kind.CONSENT)).to.equal(packRule(RULES.consent))
      expect(await statutes.ruleWordOf(Kind.ENTRENCHED)).to.equal(packRule(RULES.entrenched))
      expect(await statutes.federation()).to.equal(changes.federation)
    })

    it('refuses to name a class that is not there', async () => {
      const { statutes } = await loadFixture(founded)
      await expect(statutes.classOf(3))
        .to.be.revertedWithCustomError(statutes, 'ClassesInvalid')
        .withArgs(3)
    })
  })

  describe('purpose, name and language', () => {
    it('refuses a charter without a purpose', () =>
      refuses({ purpose: ethers.ZeroHash }, 'CharterWithoutPurpose'))

    for (const [why, name] of [
      ['no name', ''],
      ['65 bytes', 'm'.repeat(65)],
      ['only spaces', '   '],
      ['a line break', 'Mill\nMill'],
      ['a mark that turns the direction of text', 'Mill \u202eelbuort'],
      ['an invisible character', 'Mi\u200bll'],
      ['no-break spaces alone', '\u00a0\u00a0'],
      ['a space at the end', 'Mill '],
      ['two spaces beside each other', 'Mill  on the River'],
    ] as const) {
      it(`refuses a name with ${why}`, () => refuses({ name }, 'NameInvalid'))
    }

    it('refuses exactly the names that the app refuses', async function () {
      this.timeout(120_000)
      const statutes = await loadFixture(statutesAlone)
      const near = [
        0, 0x1f, 0x20, 0x7e, 0x7f, 0x9f, 0xa0, 0xad, 0x34e, 0x34f, 0x350, 0x61c, 0x115e, 0x1160,
        0x1680, 0x17b4, 0x180b, 0x180f, 0x2000, 0x200a, 0x200b, 0x200f, 0x2010, 0x2027, 0x2028,
        0x202e, 0x202f, 0x205f, 0x2060, 0x206f, 0x2070, 0x2800, 0x3000, 0x3163, 0x3164, 0xd7ff,
        0xe000, 0xfdff, 0xfe00, 0xfe0f, 0xfeff, 0xffa0, 0xffef, 0xfff0, 0xfffb, 0xfffc, 0xffff,
        0x10000, 0x1bca0, 0x1d159, 0x1d173, 0xdffff, 0xe0000, 0xe0fff, 0xe1000, 0x10ffff,
      ]
      const points = fc.oneof(
        fc.constantFrom(...near),
        fc.integer({ min: 0, max: 0x10ffff }).filter((p) => p < 0xd800 || p > 0xdfff),
        fc.integer({ min: 0x20, max: 0x7e }),
      )
      const names = fc.array(points, { maxLength: 20 }).map((list) => String.fromCodePoint(...list))
      await fc.assert(
        fc.asyncProperty(names, async (name) => {
          const fits = Buffer.byteLength(name) <= 64 && titleFault(name) === null
          const accepted = await statutes.checkCharter(charter({ name })).then(
            () => true,
            () => false,
          )
          return accepted === fits
        }),
        {
          seed: SEED,
          numRuns: 300,
          examples: near.map((point) => [`Mill ${String.fromCodePoint(point)}`] as [string]),
        },
      )
    })

    it('refuses bytes that are not UTF-8', async () => {
      const statutes = await loadFixture(statutesAlone)
      const marker = '\u2603\u2603'
      const call = statutes.interface.encodeFunctionData('checkCharter', [
        charter({ name: `Mill${marker}` }),
      ])
      const hex = Buffer.from(marker).toString('hex')
      for (const bad of [
        'c0af41414141', // overlong
        'e08080414141', // overlong
        'eda080414141', // half of a surrogate pair
        'f08080804141', // overlong
        'f48fc0804141', // a third byte that goes on as none does
        'f4908080 4141'.replace(' ', ''), // above U+10FFFF
        'ff4141414141',
        '804141414141', // starts in the middle
        '4141414141c3', // ends in the middle
        '41414141e282',
      ]) {
        await expect(
          ethers.provider.call({ to: await statutes.getAddress(), data: call.replace(hex, bad) }),
          bad,
        ).to.be.revertedWithCustomError(statutes, 'NameInvalid')
      }
    })

    for (const code of ['en', 'fr', 'de', 'es', 'it', 'ca']) {
      it(`accepts the language ${code}`, () => accepts({ language: language(code) }))
    }

    for (const code of ['xx', 'EN', '\0\0']) {
      it(`refuses the language ${JSON.stringify(code)}`, () =>
        refuses({ language: language(code) }, 'LanguageUnknown', language(code)))
    }
  })

  describe('STA-2 classes and shares', () => {
    const three = (a: number, b: number, c: number) =>
      CLASSES.map((one, i) => ({ ...one, shareBps: [a, b, c][i] as number }))

    it('refuses no class and nine', async () => {
      await refuses({ classes: [] }, 'ClassesInvalid', 0)
      const classes = Array.from({ length: 9 }, (_, i) => ({
        name: className(`c${i}`),
        shareBps: 0,
        flags: Flags.BOTH,
      }))
      await refuses({ classes }, 'ClassesInvalid', 9)
    })

    it('G2 refuses shares that do not sum to the whole, where a rule counts by them', async () => {
      await refuses({ classes: three(5000, 3000, 1999) }, 'SharesDoNotSum', 9999)
      await refuses({ classes: three(5000, 3000, 2001) }, 'SharesDoNotSum', 10_001)
      for (const only of FIRST_KINDS) {
        const words = rules({
          ordinary: rule(HEADS),
          special: rule(HEADS),
          entrenched: rule(HEADS),
          [only]: rule(),
        })
        await refuses({ classes: three(1, 1, 1), rules: words }, 'SharesDoNotSum', 3)
      }
    })

    it('lets shares be, where every rule counts heads', () =>
      accepts({ classes: three(0, 0, 0), rules: rulesByHeads() }))

    it('refuses one class above its bound', async () => {
      await refuses({ classes: three(5001, 2999, 2000) }, 'ShareAboveMost', 0, 5001, 5000)
      await refuses(
        { classes: three(1000, 4000, 5000), maxShareBps: 4000 },
        'ShareAboveMost',
        2,
        5000,
        4000,
      )
    })

    it('gives a class that is alone everything', () =>
      accepts({ classes: [{ name: className('all'), shareBps: 10_000, flags: Flags.USER }] }))

    it('refuses a bound above the whole', () =>
      refuses({ maxShareBps: 10_001 }, 'MostShareInvalid', 10_001))

    it('refuses a co-op in which nobody is a user', () =>
      refuses(
        { classes: CLASSES.map((one) => ({ ...one, flags: Flags.COOPERATOR })) },
        'NoUserClass',
      ))

    it('refuses a flag that means nothing', () =>
      refuses(
        { classes: CLASSES.map((one, i) => (i === 1 ? { ...one, flags: 4 } : one)) },
        'ClassFlagsInvalid',
        1,
        4,
      ))

    for (const [why, name] of [
      ['no name', className('')],
      ['the name of another', className('workers')],
      ['a name with something after its end', `${className('users').slice(0, -2)}41`],
      ['an invisible character', className('us\u200bers')],
      ['the name of another and a space', className('workers ')],
      ['the name of another and a no-break space', className('workers\u00a0')],
    ] as const) {
      it(`refuses a class with ${why}`, () =>
        refuses(
          { classes: CLASSES.map((one, i) => (i === 1 ? { ...one, name } : one)) },
          'ClassNameInvalid',
          1,
        ))
    }

    it('accepts a class name of 24 bytes', () =>
      accepts({
        classes: CLASSES.map((one, i) => (i ? one : { ...one, name: className('w'.repeat(24)) })),
      }))
  })

  describe('admission and cooling', () => {
    it('refuses sponsors who are not there, and too many', async () => {
      await refuses({ admission: Admission.BY_SPONSORS, sponsors: 0 }, 'SponsorsInvalid', 0)
      await refuses({ admission: Admission.BY_SPONSORS, sponsors: 17 }, 'SponsorsInvalid', 17)
      await refuses({ admission: Admission.BY_DECISION, sponsors: 17 }, 'SponsorsInvalid', 17)
      await accepts({ admission: Admission.BY_SPONSORS, sponsors: 16 })
    })

    it('refuses a cooling period above a year', async () => {
      await refuses(
        { coolingPeriod: 365 * DAY + 1 },
        'CoolingPeriodTooLong',
        365 * DAY + 1,
        365 * DAY,
      )
      await accepts({ coolingPeriod: 0 })
    })
  })

  it('is refused at the founding for the same reasons', async () => {
    await loadFixture(founded)
    const statutes = await ethers.getContractAt('Statutes', await deployed('Statutes'))
    await expect(foundedAs({ purpose: ethers.ZeroHash })).to.be.revertedWithCustomError(
      statutes,
      'CharterWithoutPurpose',
    )
    await networkHelpers.mine()
  })

  it('keeps a lock of each height', async () => {
    for (const lock of Object.values(Lock)) {
      const { statutes } = await foundedAs({ lock, purpose: digestOf(`lock ${lock}`) })
      expect(await statutes.lock()).to.equal(lock)
    }
  })
})
