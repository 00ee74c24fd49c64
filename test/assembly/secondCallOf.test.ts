// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type ClassTally,
  isLostToSilence,
  secondCallOf,
  type TallyRule,
} from '@phyle/sdk/chapters/assembly/model'
import { BASES, COUNTS, KINDS, WHOLES } from '@phyle/sdk/chapters/statutes/enums'
import { type ChainRule, type ChainTally, tallyRuleToChain, tallyToChain } from '@phyle/sdk/rule'
import { expect } from 'chai'
import fc from 'fast-check'
import { ethers } from '../kit/chain.ts'
import { deployed } from '../kit/deploy.ts'

/* THE ARITHMETIC */

const MOST_MEMBERS = (1 << 26) - 1
const bps = fc.nat(10_000)

const tallies = fc
  .array(
    fc.tuple(
      fc.oneof(fc.nat(3), fc.nat(1_000), fc.constant(MOST_MEMBERS)),
      fc.array(fc.oneof(fc.constant(0), fc.nat(100)), { minLength: 5, maxLength: 5 }),
      fc.boolean(),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((all): ClassTally[] =>
    all.map(([members, weights, user], i) => {
      const whole = weights.reduce((sum, w) => sum + w, 0) || 1
      const [yes, no, neither, block] = weights.map((w) => Math.floor((members * w) / whole))
      return {
        name: `c${i}`,
        share: Math.floor(10_000 / all.length),
        user: i === 0 || user,
        members,
        for: yes ?? 0,
        against: no ?? 0,
        abstain: neither ?? 0,
        object: block ?? 0,
      }
    }),
  )

const anyRule: fc.Arbitrary<TallyRule> = fc.record({
  count: fc.constantFrom(...COUNTS),
  basis: fc.constantFrom(...BASES),
  of: fc.constantFrom(...WHOLES),
  threshold: bps,
  inclusive: fc.boolean(),
  quorumBps: fc.oneof(fc.constant(0), bps),
  quorumMin: fc.nat(5),
  nonUserCapBps: fc.oneof(fc.constant(10_000), bps),
  classMajority: fc.subarray(['c0', 'c1', 'c2']),
  maxObjections: fc.oneof(fc.constant(null), fc.nat(3)),
})

/** Asked at the library itself, whose functions are named by the types of the source. */
const ASKS = ethers.id('secondCallOf(Rule,Kind,ClassTally[])').slice(0, 10)

async function library() {
  const assembly = await ethers.getContractAt('Assembly', await deployed('Assembly'))
  const [ofRule, ofClasses] = assembly.interface.getFunction('outcomeOf').inputs
  if (!ofRule || !ofClasses) throw new Error('outcomeOf takes a rule and classes')
  const coder = ethers.AbiCoder.defaultAbiCoder()
  const to = await deployed('Results')
  return {
    async secondCallOf(...asked: readonly [ChainRule, number, readonly ChainTally[]]) {
      const args = coder.encode([ofRule, 'uint8', ofClasses], asked)
      const answer = await ethers.provider.call({ to, data: ethers.concat([ASKS, args]) })
      return coder.decode(['bool', 'uint16', 'uint8'], answer)
    },
  }
}

describe('secondCallOf', () => {
  it('ASM-10 equals the model for any rule and any tally', async () => {
    const contract = await library()
    await fc.assert(
      fc.asyncProperty(anyRule, tallies, fc.constantFrom(...KINDS), async (any, all, kind) => {
        const names = all.map(({ name }) => name)
        const it = {
          ...any,
          classMajority: any.classMajority.filter((name) => names.includes(name)),
        }
        const [lostToIt, quorumBps, over] = await contract.secondCallOf(
          tallyRuleToChain(it, names),
          KINDS.indexOf(kind),
          all.map(tallyToChain),
        )
        const second = secondCallOf(it, kind, all)
        expect({
          lost: lostToIt,
          quorumBps: Number(quorumBps),
          passedOver: names.filter((_, i) => (Number(over) >> i) & 1),
        }).to.deep.equal({
          lost: isLostToSilence(it, all),
          quorumBps: second.quorumBps,
          passedOver: second.passedOver,
        })
      }),
      { numRuns: 500, seed: 0x706879 },
    )
  })
})
