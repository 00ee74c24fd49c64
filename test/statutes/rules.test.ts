// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChainRule, NO_LIMIT, packRule, unpackRule } from '@phyle/sdk/rule'
import { expect } from 'chai'
import { DAY, loadFixture } from '../kit/chain.ts'
import { Count, Kind, RULES, rule, rules } from '../kit/charter.ts'
import { founded } from '../kit/house.ts'
import { accepts, FIRST_KINDS, refuses } from './charters.ts'

const PLACE = { ordinary: Kind.ORDINARY, special: Kind.SPECIAL, entrenched: Kind.ENTRENCHED }

describe('The rules of a charter', () => {
  describe('STA-1 rules', () => {
    it('refuses a charter without one of the three rules', async () => {
      for (const kind of [Kind.ORDINARY, Kind.SPECIAL, Kind.ENTRENCHED]) {
        const words = rules()
        words[kind] = 0n
        await refuses({ rules: words }, 'RuleMissing', kind)
      }
    })

    it('refuses a word that is not a rule', async () => {
      const word = packRule(rule())
      for (const bad of [
        word ^ (1n << 255n),
        word | (1n << 254n),
        word | (1n << 247n),
        word | (3n << 2n),
      ]) {
        const words = rules()
        words[Kind.SPECIAL] = bad
        await refuses({ rules: words }, 'RuleWordMalformed', Kind.SPECIAL, bad)
      }
    })

    async function refusesRule(changes: Partial<ChainRule>, error: string, ...values: unknown[]) {
      for (const name of FIRST_KINDS) {
        await refuses({ rules: rules({ [name]: rule(changes) }) }, error, PLACE[name], ...values)
      }
    }

    it('G3 refuses a threshold that would pass a tie', async () => {
      await refusesRule({ threshold: 4999 }, 'ThresholdInvalid', 4999, false)
      await refusesRule({ threshold: 5000, inclusive: true }, 'ThresholdInvalid', 5000, true)
      await refusesRule({ threshold: 0 }, 'ThresholdInvalid', 0, false)
      await accepts({ rules: rules({ ordinary: rule({ threshold: 5000 }) }) })
      await accepts({ rules: rules({ ordinary: rule({ threshold: 5001, inclusive: true }) }) })
    })

    it('refuses a threshold that nothing can reach', async () => {
      await refusesRule({ threshold: 10_000 }, 'ThresholdInvalid', 10_000, false)
      await refusesRule({ threshold: 10_001, inclusive: true }, 'ThresholdInvalid', 10_001, true)
      await accepts({ rules: rules({ special: rule({ threshold: 10_000, inclusive: true }) }) })
    })

    it('G3 refuses a consent rule that does not limit objections', async () => {
      const consent = (changes: Partial<ChainRule>) => ({
        rules: rules({ consent: rule({ maxObjections: 2, ...changes }) }),
      })
      await refuses(consent({ maxObjections: NO_LIMIT }), 'ObjectionsUnlimited', Kind.CONSENT)
      await refuses(consent({ inclusive: true }), 'ThresholdInvalid', Kind.CONSENT, 5000, true)
      await refuses(consent({ threshold: 10_000 }), 'ThresholdInvalid', Kind.CONSENT, 10_000, false)
      await accepts(consent({}))
      await accepts(consent({ threshold: 5001, inclusive: true, maxObjections: NO_LIMIT - 1 }))
    })

    it('G3 refuses a consent rule that could pass what an everyday vote loses', async () => {
      const consent = (changes: Partial<ChainRule>, everyday: Partial<ChainRule> = {}) => ({
        rules: rules({
          ordinary: rule(everyday),
          consent: rule({ ...everyday, maxObjections: 0, ...changes }),
        }),
      })
      await refuses(consent({ count: Count.HEADCOUNT }), 'ConsentCountsOtherwise')
      await refuses(consent({ quorumMin: 2 }), 'ConsentCountsOtherwise')
      await refuses(consent({ classMajority: 0b100 }), 'ConsentCountsOtherwise')
      await refuses(consent({ threshold: 5000 }, { threshold: 5001 }), 'ConsentIsEasier')
      const inclusive = { threshold: 6000, inclusive: true }
      await refuses(consent(inclusive, { threshold: 6000 }), 'ConsentIsEasier')
      await refuses(consent({ maxObjections: 2 }, { maxObjections: 1 }), 'ConsentIsEasier')
      await accepts(consent({ inclusive: false }, inclusive))
      await accepts(consent({ votingPeriod: 3 * DAY, timelock: 0, threshold: 7500 }))
    })

    it('refuses fractions above the whole', async () => {
      await refusesRule({ quorumBps: 10_001 }, 'FractionInvalid', 10_001)
      await refusesRule({ nonUserCapBps: 10_001 }, 'FractionInvalid', 10_001)
      await accepts({ rules: rules({ ordinary: rule({ quorumBps: 0, nonUserCapBps: 0 }) }) })
    })

    it('refuses a majority in a class that is not there', async () => {
      await refusesRule({ classMajority: 0b1000 }, 'ClassMajorityInvalid', 0b1000)
      await accepts({ rules: rules({ entrenched: rule({ classMajority: 0b111 }) }) })
    })

    const BOUNDS: readonly (readonly [keyof ChainRule, number, number])[] = [
      ['noticePeriod', 0, 42 * DAY],
      ['votingPeriod', DAY, 60 * DAY],
      ['timelock', 0, 60 * DAY],
      ['gracePeriod', DAY, 365 * DAY],
      ['objectionPeriod', 0, 14 * DAY],
    ]
    for (const [period, least, most] of BOUNDS) {
      it(`keeps the ${period} within ${least / DAY} and ${most / DAY} days`, async () => {
        await refusesRule({ [period]: most + 1 }, 'PeriodOutOfBounds', most + 1, least, most)
        if (least > 0) {
          await refusesRule({ [period]: least - 1 }, 'PeriodOutOfBounds', least - 1, least, most)
        }
        await accepts({ rules: rules({ ordinary: rule({ [period]: most }) }) })
        await accepts({ rules: rules({ ordinary: rule({ [period]: least }) }) })
      })
    }

    it('packs and unpacks the same word as the app', async () => {
      const { statutes } = await loadFixture(founded)
      const word = packRule(RULES.special)
      expect(await statutes.ruleWordOf(Kind.SPECIAL)).to.equal(word)
      const inWords = await statutes.ruleOf(Kind.SPECIAL)
      for (const [field, value] of Object.entries(unpackRule(word) ?? {})) {
        expect(inWords[field as keyof typeof inWords], field).to.equal(value)
      }
    })
  })
})
