// SPDX-License-Identifier: AGPL-3.0-or-later
import './ponder.ts'
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { CHOICES, type Choice } from '@phyle/sdk/chapters/assembly/enums'
import { packRule, ruleToChain } from '@phyle/sdk/rule'
import { noVotes, recast, tallied, talliesOf } from '../src/assembly/tally.ts'

const CLASSES = ['Workers', 'Users']
const MEMBERS = [10, 20]

const rule = ruleToChain(
  {
    count: 'HEADCOUNT',
    basis: 'CAST',
    of: 'CAST',
    threshold: 5_000,
    inclusive: false,
    quorumBps: 1_000,
    quorumMin: 2,
    nonUserCapBps: 10_000,
    classMajority: [],
    maxObjections: 0,
    noticePeriod: 0,
    votingPeriod: 86_400,
    timelock: 0,
    gracePeriod: 86_400,
    objectionPeriod: 0,
  },
  CLASSES,
)

const vote = {
  assembly: `0x${'a3'.repeat(20)}`,
  id: 1n,
  ruleWord: packRule(rule),
  classWord: CLASSES.reduce(
    (word, _, c) => word | (BigInt(5_000 | (1 << 16)) << BigInt(32 * c)),
    0n,
  ),
  counts: MEMBERS.reduce((word, members, c) => word | (BigInt(members) << BigInt(26 * c)), 0n),
  classNames: CLASSES,
} as const

const of = (group: number, choice: Choice) => ({ class: group, choice: CHOICES.indexOf(choice) })

it('counts ballots by class and choice, and takes a changed one out of where it stood', () => {
  const terms = { ...vote, classNames: [...CLASSES] }
  let votes: readonly number[] = noVotes(CLASSES.length)
  votes = recast(votes, null, of(0, 'for'))
  votes = recast(votes, null, of(1, 'for'))
  votes = recast(votes, null, of(1, 'abstain'))
  votes = recast(votes, of(1, 'for'), of(1, 'against'))
  const [workers, users] = talliesOf(terms, votes)
  assert.deepEqual([workers?.for, workers?.members], [1, 10])
  assert.deepEqual([users?.for, users?.against, users?.abstain, users?.members], [0, 1, 1, 20])
  assert.equal(tallied(terms, votes).voted, 3)
})

it('says what ballots come to under the rule, as the model of the assembly does', () => {
  const terms = { ...vote, classNames: [...CLASSES] }
  const none = noVotes(CLASSES.length)
  assert.deepEqual(tallied(terms, none), { votes: none, voted: 0, quorum: false, passing: false })
  const three = [0, 1, 2].reduce<readonly number[]>((all) => recast(all, null, of(0, 'for')), none)
  assert.equal(tallied(terms, three).passing, true)
  assert.equal(tallied(terms, recast(three, null, of(1, 'object'))).passing, false)
})

it('ASM-10 passes over a class in a second call while it is silent', () => {
  const everyClass = packRule({ ...rule, classMajority: 0b11, maxObjections: 0xffff })
  const second = { ...vote, classNames: [...CLASSES], ruleWord: everyClass | (0b10n << 247n) }
  const silent = recast(recast(noVotes(2), null, of(0, 'for')), null, of(0, 'for'))
  const three = recast(silent, null, of(0, 'for'))
  assert.equal(tallied({ ...second, ruleWord: everyClass }, three).passing, false)
  assert.equal(tallied(second, three).passing, true)
  assert.equal(tallied(second, recast(three, null, of(1, 'against'))).passing, false)
})
