// SPDX-License-Identifier: AGPL-3.0-or-later
/** Charter files as the app and the founding script read them, held against the statutes. */
import { glob, readFile } from 'node:fs/promises'
import {
  BOUNDS,
  type ChainCharter,
  CharterError,
  charterToChain,
  parseCharter,
  readCharter,
} from '@phyle/sdk/charter'
import { expect } from 'chai'
import fc from 'fast-check'
import { ethers, loadFixture } from '../kit/chain.ts'
import type { CharterOf } from '../kit/charter.ts'

async function statutesAlone() {
  return ethers.deployContract('Statutes')
}

/** The same struct, in the types of the bindings. */
function asBound(chain: ChainCharter): CharterOf {
  return { ...chain, classes: [...chain.classes], rules: [...chain.rules], reserved: [] }
}

const EDGES = [0, 1, 2500, 4999, 5000, 5001, 7500, 9999, 10_000]

const rule = fc.record({
  count: fc.constantFrom('HEADCOUNT', 'CLASS_SHARE'),
  basis: fc.constantFrom('CAST', 'ROLL'),
  of: fc.constantFrom('CAST', 'PRESENT', 'ROLL'),
  threshold: fc.constantFrom(...EDGES),
  inclusive: fc.boolean(),
  quorumBps: fc.constantFrom(...EDGES),
  quorumMin: fc.nat({ max: 0xffff }),
  nonUserCapBps: fc.constantFrom(...EDGES),
  classMajority: fc.subarray(['workers', 'users', 'lenders']),
  maxObjections: fc.constantFrom(null, 0, 2, 0xfffe),
  noticePeriod: fc.constantFrom('0 d', '2 d', '42 d', '43 d'),
  votingPeriod: fc.constantFrom('23 h', '1 d', '60 d', '61 d'),
  objectionPeriod: fc.constantFrom('0 d', '14 d'),
})

/** Half of them far from any edge: else hardly one would be valid. */
const usual = fc.constant({ count: 'HEADCOUNT', threshold: 5000 })
const ruleOrUsual = fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: rule })
const share = fc.constantFrom(0, 2000, 3000, 4999, 5000, 5001)

const charterFile = fc.record({
  name: fc.constantFrom(
    'Mill',
    'Möbel & Mühle',
    '',
    ' ',
    'Mill\u200b',
    'm'.repeat(64),
    'm'.repeat(65),
  ),
  purpose: fc.constantFrom('To mill for the town', ''),
  language: fc.constantFrom('en', 'ca'),
  lock: fc.constantFrom('NONE', 'COMMON_OWNERSHIP', 'FULL'),
  coolingPeriod: fc.constantFrom('0 d', '90 d', '365 d', '366 d'),
  admission: fc.record({
    policy: fc.constantFrom('BY_DECISION', 'BY_SPONSORS'),
    sponsors: fc.constantFrom(0, 1, 16, 17),
  }),
  classes: fc
    .tuple(share, share, share, fc.boolean(), fc.boolean())
    .map(([workers, users, lenders, first, second]) => [
      { name: 'workers', share: workers, user: first, cooperator: true },
      { name: 'users', share: users, user: second, cooperator: true },
      { name: 'lenders', share: lenders, user: false, cooperator: true },
    ]),
  rules: fc.record({
    ordinary: ruleOrUsual,
    consent: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: rule }),
    special: ruleOrUsual,
    entrenched: ruleOrUsual,
  }),
})

describe('Charter files', () => {
  it('of the examples can all be founded', async () => {
    const statutes = await loadFixture(statutesAlone)
    const files = await Array.fromAsync(glob('examples/charters/*.json'))
    expect(files.length).to.be.greaterThan(3)
    for (const file of files) {
      const charter = readCharter(await readFile(file, 'utf8'))
      await statutes.checkCharter(asBound(charterToChain(charter)))
    }
  })

  it('that the app accepts are never refused by the statutes', async function () {
    this.timeout(120_000)
    const statutes = await loadFixture(statutesAlone)
    let accepted = 0
    await fc.assert(
      fc.asyncProperty(charterFile, async (file) => {
        try {
          const charter = charterToChain(parseCharter(file))
          accepted += 1
          await statutes.checkCharter(asBound(charter))
        } catch (error) {
          if (!(error instanceof CharterError)) throw error
        }
      }),
      { numRuns: 1500 },
    )
    expect(accepted).to.be.greaterThan(20)
  })

  it('have periods within the same bounds', async () => {
    const statutes = await loadFixture(statutesAlone)
    const base = {
      name: 'Mill',
      purpose: 'To mill for the town',
      language: 'en',
      lock: 'FULL',
      classes: [{ name: 'all', share: 10_000 }],
    }
    const everyday = { count: 'HEADCOUNT', threshold: 5000 }
    for (const [period, [least, most]] of Object.entries(BOUNDS)) {
      for (const seconds of [least, most]) {
        const ordinary = { ...everyday, [period]: `${seconds} s` }
        const rules = { ordinary, special: everyday, entrenched: everyday }
        const charter = charterToChain(parseCharter({ ...base, rules }))
        await statutes.checkCharter(asBound(charter))
      }
    }
  })
})
