// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zeroAddress } from 'viem'
import {
  CharterError,
  type CharterFault,
  charterToChain,
  defaultQuorumBps,
  foundingDocument,
} from './charter.ts'
import { charterFaults } from './charter-faults.ts'
import { parseCharter, readCharter } from './charter-file.ts'
import { documentDigest } from './documents.ts'
import { foundingHash } from './founding.ts'
import { packRule, ruleFromChain, ruleToChain, unpackRule } from './rule.ts'

const majority = { count: 'HEADCOUNT', threshold: 5000 }
const shared = { count: 'CLASS_SHARE', threshold: 7500, inclusive: true }

const CHARTER = {
  name: 'Moulin du Canal',
  purpose: 'Grind the grain of the valley for its people.',
  language: 'fr',
  lock: 'COMMON_OWNERSHIP',
  body: '0x44ea46663e3f138cd150bb911c92bff4a000f42c',
  admission: { policy: 'BY_SPONSORS', sponsors: 2 },
  classes: [
    { name: 'ouvrier', share: 5000 },
    { name: 'usager', share: 3000 },
    { name: 'prêteur', share: 2000, user: false },
  ],
  rules: {
    ordinary: majority,
    consent: { ...majority, maxObjections: 0 },
    special: { ...shared, nonUserCapBps: 2000, noticePeriod: '7 d', votingPeriod: '14 d' },
    entrenched: { ...shared, classMajority: ['ouvrier', 'usager'] },
  },
}

type Change = (charter: typeof CHARTER) => Record<string, unknown>

function refused(change: Change): { place: string; fault: CharterFault } {
  try {
    parseCharter(change(structuredClone(CHARTER)))
  } catch (error) {
    if (error instanceof CharterError) return { place: error.place, fault: error.fault }
    throw error
  }
  throw new Error('the charter was accepted')
}

test('a charter comes out with every default filled in', () => {
  const charter = parseCharter(CHARTER)
  assert.equal(charter.maxShareBps, 5000)
  assert.equal(charter.rules.ORDINARY?.quorumBps, 2500)
  assert.equal(charter.rules.SPECIAL?.votingPeriod, 14 * 86_400)
  assert.equal(charter.classes[0]?.cooperator, true)
})

test('a country is two capital letters, or left out', () => {
  assert.equal(parseCharter({ ...CHARTER, country: 'FR' }).country, 'FR')
  for (const country of ['99', 'fr', 'F', 'France']) {
    const { place } = refused((charter) => ({ ...charter, country }))
    assert.equal(place, 'country')
  }
})

test('STA-12 who gets what is left is named where there is a lock, in the file or as a federation', () => {
  const { body, ...bodiless } = CHARTER
  const charter = parseCharter(bodiless)
  const named = parseCharter(CHARTER)
  assert.equal(named.body, '0x44EA46663e3f138cd150Bb911C92bff4a000F42C')
  assert.equal(charterToChain(named).body, named.body)
  assert.throws(() => charterToChain(charter), { name: 'CharterError', place: 'body' })
  assert.deepEqual(
    charterFaults(charter).map(({ place }) => place),
    ['body'],
  )
  assert.equal(charterToChain(charter, named.body ?? undefined).body, zeroAddress)
  assert.equal(charterToChain({ ...charter, lock: 'NONE' }).body, zeroAddress)
  const nobodys = { ...charter, body: zeroAddress, lock: 'NONE' } as const
  assert.deepEqual(
    charterFaults(nobodys).map(({ place }) => place),
    ['body'],
  )
  assert.equal(refused((it) => ({ ...it, body: 'the parish' })).place, 'body')
})

test('the struct keeps purpose as the digest of the founding document', () => {
  const charter = parseCharter(CHARTER)
  const chain = charterToChain(charter)
  assert.equal(chain.purpose, documentDigest(foundingDocument(charter)))
  assert.equal(chain.language, '0x6672')
  assert.deepEqual(
    chain.classes.map((c) => c.flags),
    [3, 3, 2],
  )
  const rule = unpackRule(chain.rules[3])
  assert.ok(rule)
  assert.deepEqual(ruleFromChain(rule, ['ouvrier', 'usager', 'prêteur']), charter.rules.ENTRENCHED)
  const founding = {
    chainId: 31_337,
    registrar: '0x00000000000000000000000000000000000000A1',
    charter: chain,
    founders: [{ wallet: '0x00000000000000000000000000000000000000B1', class: 0 }],
    nonce: 1n,
    deadline: 2n,
  } as const
  assert.notEqual(foundingHash(founding), foundingHash({ ...founding, nonce: 2n }))
})

test('a rule survives the way through its word', () => {
  const names = ['a', 'b']
  const rule = {
    count: 'CLASS_SHARE',
    basis: 'ROLL',
    of: 'PRESENT',
    threshold: 10_000,
    inclusive: true,
    quorumBps: 10_000,
    quorumMin: 65_535,
    nonUserCapBps: 10_000,
    classMajority: ['b'],
    maxObjections: null,
    noticePeriod: 1,
    votingPeriod: 2,
    timelock: 3,
    gracePeriod: 4,
    objectionPeriod: 5,
  } as const
  const back = unpackRule(packRule(ruleToChain(rule, names)))
  assert.ok(back)
  assert.deepEqual(ruleFromChain(back, names), rule)
  assert.equal(unpackRule(0n), null)
})

const REFUSALS: readonly [string, Change, string, CharterFault][] = [
  ['no purpose', (c) => ({ ...c, purpose: ' ' }), 'purpose', 'purpose'],
  ['purpose left out', ({ purpose: _, ...c }) => c, 'purpose', 'purpose'],
  ['no name', (c) => ({ ...c, name: '' }), 'name', 'name'],
  ['a name that turns text', (c) => ({ ...c, name: 'a\u202eb' }), 'name', 'name'],
  ['a name of 65 bytes', (c) => ({ ...c, name: 'x'.repeat(65) }), 'name', 'name'],
  ['a language without words', (c) => ({ ...c, language: 'xx' }), 'language', 'shape'],
  ['a word that nobody knows', (c) => ({ ...c, purpos: 'x' }), 'purpos', 'shape'],
  ['no classes', (c) => ({ ...c, classes: [] }), 'classes', 'classes'],
  [
    'a class above its bound',
    (c) => ({ ...c, classes: c.classes.with(0, { name: 'ouvrier', share: 5001 }) }),
    'classes[0].share',
    'bound',
  ],
  [
    'shares that do not sum',
    (c) => ({ ...c, classes: c.classes.with(1, { name: 'usager', share: 2999 }) }),
    'classes',
    'shares',
  ],
  [
    'a class twice',
    (c) => ({ ...c, classes: c.classes.with(1, { name: 'ouvrier', share: 3000 }) }),
    'classes[1].name',
    'classes',
  ],
  [
    'a threshold that would pass a tie',
    (c) => ({ ...c, rules: { ...c.rules, ordinary: { ...majority, inclusive: true } } }),
    'rules.ordinary.threshold',
    'threshold',
  ],
  [
    'less than half',
    (c) => ({ ...c, rules: { ...c.rules, special: { ...shared, threshold: 4999 } } }),
    'rules.special.threshold',
    'threshold',
  ],
  [
    'more than all',
    (c) => ({ ...c, rules: { ...c.rules, special: { ...majority, threshold: 10_000 } } }),
    'rules.special.threshold',
    'threshold',
  ],
  [
    'consent without a limit of objections',
    (c) => ({ ...c, rules: { ...c.rules, consent: majority } }),
    'rules.consent.maxObjections',
    'objections',
  ],
  [
    'a majority of a class that is not there',
    (c) => ({ ...c, rules: { ...c.rules, ordinary: { ...majority, classMajority: ['x'] } } }),
    'rules.ordinary.classMajority',
    'majority',
  ],
  [
    'a vote of a minute',
    (c) => ({ ...c, rules: { ...c.rules, ordinary: { ...majority, votingPeriod: '1 min' } } }),
    'rules.ordinary.votingPeriod',
    'period',
  ],
  [
    'no everyday rule',
    (c) => ({ ...c, rules: { special: shared, entrenched: shared } }),
    'rules.ordinary',
    'rule',
  ],
  [
    'sponsors without a number',
    (c) => ({ ...c, admission: { policy: 'BY_SPONSORS' } }),
    'admission.sponsors',
    'sponsors',
  ],
]

for (const [what, change, place, fault] of REFUSALS) {
  test(`refuses: ${what}`, () => assert.deepEqual(refused(change), { place, fault }))
}

test('refuses: a file that is not JSON', () => {
  assert.throws(() => readCharter('{'), CharterError)
})

test('the default quorum falls evenly from a quarter at 100 members to a tenth at 1 000', () => {
  const at = [1, 100, 101, 400, 550, 1000, 50_000].map(defaultQuorumBps)
  assert.deepEqual(at, [2500, 2500, 2498, 2000, 1750, 1000, 1000])
})

test('all faults of a charter are told at once, each at its place', () => {
  const charter = parseCharter(CHARTER)
  const [first, ...others] = charter.classes
  assert.ok(first && charter.rules.ORDINARY)
  const faults = charterFaults({
    ...charter,
    name: '',
    purpose: ' ',
    classes: [{ ...first, name: 'prêteur', share: 6000 }, ...others],
    admission: { policy: 'BY_SPONSORS', sponsors: 0 },
    effects: [{ name: 'Energy', unit: '', limit: 'at most 3' }],
    rules: { ...charter.rules, ORDINARY: { ...charter.rules.ORDINARY, votingPeriod: 60 } },
  })
  assert.deepEqual(
    faults.map(({ place }) => place),
    [
      'name',
      'purpose',
      'classes[2].name',
      'admission.sponsors',
      'rules.ordinary.votingPeriod',
      'rules.entrenched.classMajority',
      'classes[0].share',
      'classes',
      'effects[0].unit',
    ],
  )
})
