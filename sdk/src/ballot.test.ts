// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Hex, hashTypedData, stringToHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import {
  ballotDigest,
  ballotDigests,
  ballotTypedData,
  changeTypedData,
  compact,
  countedOf,
  countsAs,
  isSigned,
  motionOf,
  objectionTypedData,
  type Paper,
  packRecords,
  RECORD_BYTES,
  RecordError,
  resolutionOf,
  sortByMember,
  unpackRecords,
} from './ballot.ts'
import { CHOICES } from './chapters/assembly/enums.ts'
import type { TallyRule } from './chapters/assembly/model.ts'
import { KINDS } from './chapters/statutes/enums.ts'
import { BALLOT_WORDS, choiceWord, LANGUAGES, languageCode, languageOf } from './language.ts'
import { castAndChanged, type RecountInput, recount, type VoteLog } from './recount.ts'

const CAST = [1, 2, 3, 4].map((n) =>
  privateKeyToAccount(`0x${n.toString(16).padStart(64, '0')}` as Hex),
)
const [ADA, BO, CHI, DEE] = CAST as [
  (typeof CAST)[0],
  (typeof CAST)[0],
  (typeof CAST)[0],
  (typeof CAST)[0],
]

const PAPER: Paper = {
  chainId: 31_337,
  assembly: '0x00000000000000000000000000000000000000A1',
  cooperative: 'Mühle am Bach',
  resolution: resolutionOf(12n, 'ORDINARY', 'de', 'Eine Getreidemühle kaufen'),
  language: 'de',
  proposal: 12n,
  motion: motionOf([], '# Eine Getreidemühle kaufen'),
}

const sign = (who: (typeof CAST)[0], choice: (typeof CHOICES)[number], paper = PAPER) =>
  who.signTypedData(ballotTypedData(paper, who.address, choice))

test('a ballot says co-op, resolution and choice in the language of the co-op', () => {
  const { message } = ballotTypedData(PAPER, ADA.address, 'for')
  assert.equal(message.resolution, '#12 Alltag: Eine Getreidemühle kaufen')
  assert.equal(message.choice, 'dafür')
})

test('each language has its own word for each kind and choice', () => {
  for (const language of LANGUAGES) {
    assert.equal(new Set(BALLOT_WORDS[language].kinds).size, KINDS.length, language)
    assert.equal(new Set(BALLOT_WORDS[language].choices).size, CHOICES.length, language)
    assert.equal(languageOf(languageCode(language)), language)
  }
  assert.equal(languageOf('0x7a7a'), undefined)
  assert.equal(choiceWord('fr', 'object'), 'objection')
})

test('records pack into 85 bytes each and come back as they were', async () => {
  const records = [
    { wallet: ADA.address, choice: 'for' as const, signature: compact(await sign(ADA, 'for')) },
    { wallet: BO.address, choice: 'object' as const, signature: compact(await sign(BO, 'object')) },
  ]
  const packed = packRecords(records)
  assert.equal((packed.length - 2) / 2, 2 * RECORD_BYTES)
  assert.deepEqual(
    unpackRecords(packed),
    records.map((r) => ({ ...r, choice: CHOICES.indexOf(r.choice) })),
  )
  const ids = new Map([
    [ADA.address, 9],
    [BO.address, 4],
  ])
  assert.equal(sortByMember(records, (w) => ids.get(w) ?? 0)[0]?.wallet, BO.address)
})

test('refuses: records that are cut off, signatures of another length', () => {
  assert.throws(() => unpackRecords('0x00'), RecordError)
  assert.throws(() => compact('0x1234'), RecordError)
})

test('G12 a signature holds for its member, choice, proposal, motion, assembly and chain alone', async () => {
  const signature = await sign(ADA, 'for')
  const ballot = { wallet: ADA.address, choice: 'for' as const, signature }
  assert.equal(await isSigned(PAPER, ballot), true)
  assert.equal(await isSigned(PAPER, { ...ballot, choice: 'against' }), false)
  assert.equal(await isSigned(PAPER, { ...ballot, wallet: BO.address }), false)
  assert.equal(await isSigned({ ...PAPER, proposal: 13n }, ballot), false)
  const other = motionOf(
    [{ target: BO.address, value: '5', data: '0x' }],
    '# Eine Getreidemühle kaufen',
  )
  assert.equal(await isSigned({ ...PAPER, motion: other }, ballot), false)
  assert.equal(await isSigned({ ...PAPER, chainId: 100 }, ballot), false)
  assert.equal(await isSigned({ ...PAPER, assembly: BO.address }, ballot), false)
  assert.equal(await isSigned(PAPER, { ...ballot, signature: '0x1234' }), false)
})

test('ASM-9 an objection is signed with its reason, and counts as against without', async () => {
  const reason = 'Der Fluß trocknet aus.'
  const bytes = stringToHex(reason)
  const typed = objectionTypedData(PAPER, ADA.address, reason)
  const signature = await ADA.signTypedData(typed)
  assert.equal(ballotDigests(PAPER)(ADA.address, 'object', bytes), hashTypedData(typed))
  const one = { wallet: ADA.address, choice: 'object' as const, signature }
  assert.equal(await isSigned(PAPER, { ...one, reason: bytes }), true)
  assert.equal(await isSigned(PAPER, one), false)
  assert.equal(await isSigned(PAPER, { ...one, choice: 'against', reason: bytes }), false)
  assert.equal(await isSigned(PAPER, { ...one, reason: stringToHex('No.') }), false)
  assert.equal(countsAs('object', bytes), 'object')
  assert.equal(countsAs('object', '0x'), 'against')
  assert.equal(countsAs('for', undefined), 'for')

  const records = packRecords([
    { wallet: BO.address, choice: 'object', signature: await sign(BO, 'object') },
  ])
  const tail = [{ wallet: ADA.address, choice: 3, reason: bytes, signature }]
  const { classes, faults } = await recount(input([{ event: 'BallotsCounted', records, tail }]))
  assert.deepEqual(faults, [])
  assert.deepEqual([classes[0]?.against, classes[0]?.object], [1, 1])
})

const change = async (
  who: (typeof CAST)[0],
  choice: (typeof CHOICES)[number],
  number: bigint,
  paper = PAPER,
) => ({
  wallet: who.address,
  choice: CHOICES.indexOf(choice),
  change: number,
  signature: await who.signTypedData(changeTypedData(paper, who.address, choice, number)),
})

test('G10 ASM-12 a change holds for its number, and neither as a ballot nor for another vote', async () => {
  const typed = changeTypedData(PAPER, ADA.address, 'against', 3n)
  assert.equal(typed.message.choice, 'dagegen')
  const digest = ballotDigests(PAPER)(ADA.address, 'against', '0x', 3n)
  assert.equal(digest, hashTypedData(typed))
  const signature = await ADA.signTypedData(typed)
  const one = { wallet: ADA.address, choice: 'against' as const, signature }
  assert.equal(await isSigned(PAPER, { ...one, change: 3n }), true)
  assert.equal(await isSigned(PAPER, { ...one, change: 4n }), false)
  assert.equal(await isSigned(PAPER, one), false)
  assert.equal(await isSigned(PAPER, { ...one, choice: 'for', change: 3n }), false)
  assert.equal(await isSigned({ ...PAPER, proposal: 13n }, { ...one, change: 3n }), false)
  const ballot = { ...one, signature: await sign(ADA, 'against') }
  assert.equal(await isSigned(PAPER, { ...ballot, change: 1n }), false)
})

test('digests of many ballots are those of each', () => {
  for (const language of LANGUAGES) {
    const paper = { ...PAPER, language }
    const digestOf = ballotDigests(paper)
    for (const choice of CHOICES) {
      const one = ballotDigest(paper, ADA.address, choice)
      assert.equal(digestOf(ADA.address, choice), one)
    }
  }
})

test('reads which ballots of a batch were counted', () => {
  assert.deepEqual(countedOf('0x0502', 10), [
    true,
    false,
    true,
    false,
    false,
    false,
    false,
    false,
    false,
    true,
  ])
})

/* RECOUNT */

const RULE: TallyRule = {
  count: 'HEADCOUNT',
  basis: 'CAST',
  of: 'CAST',
  threshold: 5000,
  inclusive: false,
  quorumBps: 0,
  quorumMin: 1,
  nonUserCapBps: 10_000,
  classMajority: [],
  maxObjections: null,
}

const word = (id: number, place: number, joined: number, left = 0): bigint =>
  BigInt(id) | (BigInt(place) << 32n) | (BigInt(joined) << 40n) | (BigInt(left) << 88n)

const input = (logs: readonly VoteLog[]): RecountInput => ({
  paper: PAPER,
  rule: RULE,
  classes: [
    { name: 'worker', share: 5000, user: true, members: 2 },
    { name: 'user', share: 5000, user: true, members: 1 },
  ],
  snapshot: 1000,
  words: new Map([
    [ADA.address.toLowerCase(), word(1, 0, 10)],
    [BO.address.toLowerCase(), word(2, 0, 1000)],
    [CHI.address.toLowerCase(), word(3, 1, 10, 1001)],
    [DEE.address.toLowerCase(), word(4, 1, 1001)],
  ]),
  logs,
  checkAccount: async () => false,
})

test('recount counts each member once, in the class held at the snapshot', async () => {
  const records = packRecords([
    { wallet: ADA.address, choice: 'for', signature: await sign(ADA, 'for') },
    { wallet: BO.address, choice: 'against', signature: await sign(BO, 'against') },
    { wallet: CHI.address, choice: 'for', signature: await sign(CHI, 'for') },
  ])
  const result = await recount(
    input([
      { event: 'BallotsCounted', records, tail: [] },
      { event: 'VoteCast', voter: BO.address, support: 1 },
    ]),
  )
  assert.deepEqual(result.faults, [])
  assert.equal(result.checked, 3)
  assert.deepEqual(
    result.classes.map((c) => [c.name, c.for, c.against]),
    [
      ['worker', 2, 0],
      ['user', 1, 0],
    ],
  )
  assert.equal(result.outcome.passed, true)
})

test('recount lists what should not have counted, and leaves it out', async () => {
  const forged = packRecords([
    { wallet: ADA.address, choice: 'for', signature: await sign(BO, 'for') },
    { wallet: DEE.address, choice: 'for', signature: await sign(DEE, 'for') },
  ])
  const late = packRecords([
    { wallet: CHI.address, choice: 'for', signature: await sign(CHI, 'for') },
  ])
  const result = await recount(
    input([
      { event: 'BallotsCounted', records: forged, tail: [] },
      { event: 'VoteCast', voter: CHI.address, support: 0 },
      { event: 'BallotsCounted', records: late, tail: [] },
      { event: 'BallotsCounted', records: '0x12', tail: [] },
      { event: 'VoteCast', voter: BO.address, support: 7 },
    ]),
  )
  assert.deepEqual(
    result.faults.map((f) => [f.log, f.reason]),
    [
      [0, 'signature'],
      [0, 'roll'],
      [2, 'replaced'],
      [3, 'records'],
      [4, 'choice'],
    ],
  )
  assert.equal(result.ballots.length, 1)
})

test('ASM-12 recount follows changes by their numbers, and none after a direct vote', async () => {
  const records = packRecords([
    { wallet: ADA.address, choice: 'for', signature: await sign(ADA, 'for') },
    { wallet: BO.address, choice: 'for', signature: await sign(BO, 'for') },
  ])
  const { classes, ballots, faults, checked } = await recount(
    input([
      { event: 'BallotsCounted', records, tail: [] },
      {
        event: 'BallotsChanged',
        ballots: [await change(ADA, 'against', 2n), await change(BO, 'object', 1n)],
      },
      { event: 'VoteCast', voter: BO.address, support: 2 },
      { event: 'BallotsChanged', ballots: [await change(ADA, 'abstain', 7n)] },
    ]),
  )
  assert.deepEqual(faults, [])
  assert.equal(checked, 5)
  assert.deepEqual([classes[0]?.for, classes[0]?.against, classes[0]?.abstain], [0, 0, 2])
  assert.deepEqual(
    ballots.map((one) => [one.route, one.change]),
    [
      ['carried', 7n],
      ['direct', 0n],
    ],
  )
})

test('ASM-12 recount leaves out a change that nothing could have counted', async () => {
  const records = packRecords([
    { wallet: ADA.address, choice: 'for', signature: await sign(ADA, 'for') },
  ])
  const ada = await change(ADA, 'against', 2n)
  const { classes, faults } = await recount(
    input([
      { event: 'BallotsChanged', ballots: [await change(CHI, 'for', 1n)] },
      { event: 'BallotsCounted', records, tail: [] },
      { event: 'BallotsChanged', ballots: [ada, ada, await change(ADA, 'for', 1n)] },
      { event: 'BallotsChanged', ballots: [{ ...ada, change: 3n }] },
      { event: 'VoteCast', voter: CHI.address, support: 1 },
      { event: 'BallotsChanged', ballots: [await change(CHI, 'against', 1n)] },
    ]),
  )
  assert.deepEqual(
    faults.map((f) => [f.log, f.reason]),
    [
      [0, 'change'],
      [2, 'change'],
      [2, 'change'],
      [3, 'signature'],
      [5, 'change'],
    ],
  )
  assert.deepEqual([classes[0]?.against, classes[1]?.for], [1, 1])
})

test('ASM-12 recount takes the change of a ballot of Governors that the contract says was carried', async () => {
  const logs: readonly VoteLog[] = [
    { event: 'VoteCast', voter: ADA.address, support: 1 },
    { event: 'VoteCast', voter: BO.address, support: 1 },
    {
      event: 'BallotsChanged',
      ballots: [await change(ADA, 'against', 1n), await change(BO, 'against', 1n)],
    },
    { event: 'VoteCast', voter: BO.address, support: 2 },
    { event: 'VoteCast', voter: CHI.address, support: 1 },
  ]
  assert.deepEqual(castAndChanged(logs), [ADA.address, BO.address])
  const carried = new Set([ADA.address.toLowerCase()])
  const { classes, ballots, faults } = await recount({ ...input(logs), carried })
  assert.deepEqual(faults, [])
  assert.deepEqual([classes[0]?.against, classes[0]?.abstain, classes[1]?.for], [1, 1, 1])
  assert.deepEqual(
    ballots.map(({ route, change }) => [route, change]),
    [
      ['carried', 1n],
      ['direct', 0n],
      ['direct', 0n],
    ],
  )
})

test('ASM-12 a change stands for the ballot that it replaced where only what stands is told', async () => {
  const ada = { ...(await change(ADA, 'against', 2n)), reason: '0x' as const }
  const { classes, faults } = await recount(
    input([{ event: 'BallotsCounted', records: '0x', tail: [ada] }]),
  )
  assert.deepEqual(faults, [])
  assert.equal(classes[0]?.against, 1)
})
