// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AbiParameter, encodeErrorResult, type Hex, parseAbi } from 'viem'
import * as abis from '../generated/abi.ts'
import { errors as WORDS } from '../generated/chapters/errors.ts'
import { customErrors } from '../generated/errors.ts'
import { explain, explainData } from './explain.ts'

const ADA = '0x00000000000000000000000000000000000000A1'

test('every placeholder of the words is an argument of the error', () => {
  const inputs = new Map<string, readonly AbiParameter[]>()
  for (const abi of Object.values(abis)) {
    for (const item of abi as readonly { type: string; name?: string; inputs?: AbiParameter[] }[]) {
      if (item.type === 'error' && item.name) inputs.set(item.name, item.inputs ?? [])
    }
  }
  for (const [name, { why, you, now }] of Object.entries(WORDS)) {
    const names = inputs.get(name)?.map((input) => input.name)
    const places = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, place]) => place)
    for (const place of places(`${why} ${now}`)) {
      assert.ok(names?.includes(place), `${name} has no argument ${place}`)
    }
    if (you === undefined) continue
    const left = places(why).filter((place) => !places(you).includes(place))
    const types = left.map((place) => inputs.get(name)?.find((one) => one.name === place)?.type)
    assert.deepEqual(types, ['address'], `${name}: \`you\` leaves out ${left}`)
    assert.equal(places(you).length + 1, places(why).length, name)
  }
})

test('every custom error has words', () => {
  const missing = customErrors.filter(({ name }) => !(name in WORDS)).map(({ name }) => name)
  assert.deepEqual(missing, [])
})

test('values are said as people say them', () => {
  const data = encodeErrorResult({
    abi: abis.iMembershipAbi,
    errorName: 'TooSoonToReturn',
    args: [ADA, 1_767_225_600n],
  })
  const { name, why } = explainData(data, { nameOf: () => 'Ada' })
  assert.equal(name, 'TooSoonToReturn')
  assert.equal(why, 'Ada left not long ago and can return from 2026-01-01 00:00 UTC.')
})

test('what is about the reader is said to them, and of somebody else by their name', () => {
  const data = encodeErrorResult({
    abi: abis.iAssemblyAbi,
    errorName: 'TooManyOpen',
    args: [ADA, 3n],
  })
  const own = explainData(data, { reader: ADA })
  assert.equal(own.why, 'You have 3 proposals already on which voting is not over.')
  assert.equal(own.isReaders, true)
  const other = explainData(data, {
    reader: '0x00000000000000000000000000000000000000b0',
    nameOf: () => 'Ada',
  })
  assert.equal(other.why, 'Ada has 3 proposals already on which voting is not over.')
  assert.equal(other.isReaders, false)
})

test('lengths of time are said in the two largest units, never in seconds alone', () => {
  const lasts = (most: bigint, duration: number) => {
    const errorName = 'DurationInvalid'
    const abi = abis.iLicencesAbi
    return explainData(encodeErrorResult({ abi, errorName, args: [duration, most] })).why
  }
  assert.equal(
    lasts(13_391_134n, 31_536_000),
    'A permission on this ground lasts at most 154 days and 23 hours, not 365 days.',
  )
  assert.match(lasts(3_600n, 90), /at most 1 hour, not 1 minute and 30 seconds/)
  assert.match(lasts(0n, 86_400), /at most 0 seconds, not 1 day\./)
})

test('a decision that failed tells what its action answered', () => {
  const abi = parseAbi(['error ActionFailed(uint256 index, address target, bytes reason)'])
  const reason = encodeErrorResult({
    abi: abis.iMembershipAbi,
    errorName: 'AlreadyOnTheRoll',
    args: [ADA],
  })
  const data = encodeErrorResult({ abi, errorName: 'ActionFailed', args: [0n, ADA, reason] })
  assert.match(explain({ cause: { data } }).why, /failed at .* is a member already/)
})

test('what no contract named still has words', () => {
  const text = '0x08c379a0' as Hex
  assert.equal(explain(text).name, null)
  const data = encodeErrorResult({
    abi: parseAbi(['error Error(string message)']),
    errorName: 'Error',
    args: ['too late'],
  })
  assert.match(explain(data).why, /too late/)
  assert.match(explain(new Error('no connection')).why, /no connection/)
  assert.ok(explain(undefined).now)
  const token = encodeErrorResult({
    abi: parseAbi(['error ERC20InvalidReceiver(address receiver)']),
    errorName: 'ERC20InvalidReceiver',
    args: [ADA],
  })
  assert.match(explain(token).why, /currency/)
})
