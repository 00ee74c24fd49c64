// SPDX-License-Identifier: AGPL-3.0-or-later
/** The contract counts as the sdk's readable model does, bit for bit. */
import { readdirSync, readFileSync } from 'node:fs'
import { type ClassTally, outcomeOf, type TallyRule } from '@phyle/sdk/chapters/assembly/model'
import { BASES, COUNTS, WHOLES } from '@phyle/sdk/chapters/statutes/enums'
import { tallyRuleToChain, tallyToChain } from '@phyle/sdk/rule'
import { expect } from 'chai'
import fc from 'fast-check'
import { ethers, loadFixture } from '../kit/chain.ts'
import { deployed } from '../kit/deploy.ts'

const RUNS = 1_000
const MOST_MEMBERS = (1 << 26) - 1
const VECTORS = new URL('../vectors/', import.meta.url)

async function assembly() {
  return ethers.getContractAt('Assembly', await deployed('Assembly'))
}

async function counted(rule: TallyRule, classes: readonly ClassTally[]) {
  const contract = await loadFixture(assembly)
  const names = classes.map(({ name }) => name)
  const [quorum, passed] = await contract.outcomeOf(
    tallyRuleToChain(rule, names),
    classes.map(tallyToChain),
  )
  return { quorum, passed }
}

async function agrees(rule: TallyRule, classes: readonly ClassTally[]) {
  const { quorum, passed } = outcomeOf(rule, classes)
  expect(await counted(rule, classes)).to.deep.equal({ quorum, passed })
}

/** Small numbers meet ties and caps, the largest meet the width of a word. */
const roll = fc.oneof(fc.nat(12), fc.nat(1_000), fc.constant(MOST_MEMBERS), fc.nat(MOST_MEMBERS))

const tally = fc
  .tuple(roll, fc.array(fc.nat(100), { minLength: 5, maxLength: 5 }))
  .map(([members, weights]) => {
    const whole = weights.reduce((sum, w) => sum + w, 0) || 1
    const [yes, no, neither, block] = weights.map((w) => Math.floor((members * w) / whole))
    return { members, for: yes ?? 0, against: no ?? 0, abstain: neither ?? 0, object: block ?? 0 }
  })

const classes = fc
  .array(fc.tuple(tally, fc.boolean(), fc.nat(10_000)), { minLength: 1, maxLength: 8 })
  .map((all): ClassTally[] => {
    const sum = all.reduce((total, [, , weight]) => total + weight, 0) || 1
    return all.map(([one, user, weight], i) => ({
      ...one,
      name: `c${i}`,
      user: i === 0 || user,
      share: Math.floor((10_000 * weight) / sum),
    }))
  })

const bps = fc.oneof(
  fc.constantFrom(0, 1, 2_500, 3_333, 5_000, 6_667, 9_999, 10_000),
  fc.nat(10_000),
)

const rule: fc.Arbitrary<TallyRule> = fc.record({
  count: fc.constantFrom(...COUNTS),
  basis: fc.constantFrom(...BASES),
  of: fc.constantFrom(...WHOLES),
  threshold: bps,
  inclusive: fc.boolean(),
  quorumBps: fc.oneof(fc.constant(0), bps),
  quorumMin: fc.oneof(fc.nat(5), fc.nat(65_535)),
  nonUserCapBps: bps,
  classMajority: fc.subarray(['c0', 'c1', 'c2']),
  maxObjections: fc.oneof(fc.constant(null), fc.nat(3), fc.nat(65_534)),
})

type Vector = {
  readonly kind: string
  readonly name: string
  readonly rule: TallyRule
  readonly classes: readonly ClassTally[]
  readonly expect: { readonly quorum: boolean; readonly passed: boolean }
}

function vectors(): Vector[] {
  return readdirSync(VECTORS)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => JSON.parse(readFileSync(new URL(file, VECTORS), 'utf8')) as Vector[])
    .filter(({ kind }) => kind === 'tally')
}

describe('outcomeOf', () => {
  it('equals the model for any rule and any tally', async () => {
    await fc.assert(
      fc.asyncProperty(rule, classes, async (aRule, all) => {
        const names = all.map(({ name }) => name)
        const within = aRule.classMajority.filter((name) => names.includes(name))
        await agrees({ ...aRule, classMajority: within }, all)
      }),
      { numRuns: RUNS, seed: 0x706879 },
    )
  })

  it('equals the model for eight full classes, under every count, basis and whole', async () => {
    const full = Array.from({ length: 8 }, (_, i) => ({
      name: `c${i}`,
      share: 1_250,
      user: i % 2 === 0,
      members: MOST_MEMBERS,
      for: MOST_MEMBERS - 7 * i,
      against: i,
      abstain: 2 * i,
      object: 4 * i,
    }))
    for (const count of COUNTS)
      for (const basis of BASES)
        for (const of of WHOLES)
          for (const nonUserCapBps of [0, 1, 2_500, 9_999, 10_000]) {
            const base = { threshold: 9_999, inclusive: false, quorumBps: 10_000, quorumMin: 0 }
            const rest = { classMajority: ['c1', 'c7'], maxObjections: null }
            await agrees({ count, basis, of, nonUserCapBps, ...base, ...rest }, full)
          }
  })

  it('G2 a capped class never turns what the users lost, under both counts', async () => {
    await fc.assert(
      fc.asyncProperty(
        classes,
        fc.constantFrom(...COUNTS),
        fc.nat(4_999),
        async (all, count, cap) => {
          // Every user against, everybody else for: below half of the weight nothing passes.
          const split = all.map((c) => ({
            ...c,
            for: c.user ? 0 : c.members,
            against: c.user ? c.members : 0,
            abstain: 0,
            object: 0,
          }))
          const users = split.some((c) => c.user && c.members > 0 && c.share > 0)
          fc.pre(users)
          const { passed } = await counted(
            {
              count,
              basis: 'CAST',
              of: 'CAST',
              threshold: 5_000,
              inclusive: false,
              quorumBps: 0,
              quorumMin: 0,
              nonUserCapBps: cap,
              classMajority: [],
              maxObjections: null,
            },
            split,
          )
          expect(passed).to.equal(false)
        },
      ),
      { numRuns: 200, seed: 0x706879 },
    )
  })

  for (const vector of vectors()) {
    it(`vector: ${vector.name}`, async () => {
      await agrees(vector.rule, vector.classes)
      expect(await counted(vector.rule, vector.classes)).to.deep.equal({
        quorum: vector.expect.quorum,
        passed: vector.expect.passed,
      })
    })
  }
})
