// SPDX-License-Identifier: AGPL-3.0-or-later
/** Charter files as the app and the founding script read them, held against the statutes. */
import { glob, readFile } from 'node:fs/promises'
import { BOUNDS, type ChainCharter, CharterError, charterToChain } from '@phyle/sdk/charter'
import { parseCharter, readCharter } from '@phyle/sdk/charter-file'
import { expect } from 'chai'
import fc from 'fast-check'
import { ethers, loadFixture, SEED } from '../kit/chain.ts'
import { BODY, type CharterOf } from '../kit/charter.ts'
import { deployed } from '../kit/deploy.ts'

async function statutesAlone() {
  return ethers.getContractAt('Statutes', await deployed('Statutes'))
}

/** The same struct, in the types of the bindings. */
function asBound(chain: ChainCharter): CharterOf {
  return { ...chain, classes: [...chain.classes], rules: [...chain.rules] }
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

const usual = fc.constant({ count: 'HEADCOUNT', threshold: 5000 })
const ruleOrUsual = fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: rule })

/** Mostly what is valid: else hardly a charter would be valid in everything. */
function mostly<T>(good: readonly T[], bad: readonly T[]) {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.constantFrom(...bad) },
  )
}

const charterFile = fc.record({
  name: mostly(['Mill', 'Möbel & Mühle', 'm'.repeat(64)], ['', ' ', 'Mill\u200b', 'm'.repeat(65)]),
  purpose: mostly(['To mill for the town'], ['']),
  language: fc.constantFrom('en', 'ca'),
  lock: fc.constantFrom('NONE', 'COMMON_OWNERSHIP', 'FULL'),
  body: fc.constantFrom(BODY, BODY, undefined),
  coolingPeriod: mostly(['0 d', '90 d', '365 d'], ['366 d']),
  admission: mostly(
    [
      { policy: 'BY_DECISION', sponsors: 0 },
      { policy: 'BY_SPONSORS', sponsors: 1 },
      { policy: 'BY_SPONSORS', sponsors: 16 },
    ],
    [
      { policy: 'BY_SPONSORS', sponsors: 0 },
      { policy: 'BY_SPONSORS', sponsors: 17 },
    ],
  ),
  classes: mostly(
    [
      [5000, 3000, 2000, true, true],
      [5000, 5000, 0, true, false],
      [3333, 3333, 3334, false, true],
    ],
    [
      [5000, 3000, 2001, true, true],
      [5001, 2999, 2000, true, true],
      [0, 0, 0, true, true],
      [5000, 3000, 2000, false, false],
    ],
  ).map(([workers, users, lenders, first, second]) => [
    { name: 'workers', share: workers, user: first, cooperator: true },
    { name: 'users', share: users, user: second, cooperator: true },
    { name: 'lenders', share: lenders, user: false, cooperator: true },
  ]),
  rules: fc.record({
    ordinary: ruleOrUsual,
    consent: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: rule }),
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
      await statutes.checkCharter(asBound(charterToChain({ ...charter, body: BODY })))
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
      { seed: SEED, numRuns: 1000 },
    )
    expect(accepted).to.be.greaterThan(100)
  })

  it('have periods within the same bounds', async () => {
    const statutes = await loadFixture(statutesAlone)
    const base = {
      name: 'Mill',
      purpose: 'To mill for the town',
      language: 'en',
      lock: 'FULL',
      body: BODY,
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
