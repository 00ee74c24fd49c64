// SPDX-License-Identifier: MIT
/**
 * From a refusal to words: takes whatever viem threw, or bare revert data, and says which error it
 * was, with which values, why, and what to do now. Pure; never throws.
 */
import {
  type AbiParameter,
  type Address,
  BaseError,
  ContractFunctionRevertedError,
  decodeErrorResult,
  type Hex,
  isAddress,
  isAddressEqual,
  isHex,
  parseAbi,
} from 'viem'
import { KINDS, type Kind } from '../chapters/statutes/enums.ts'
import { errors } from '../generated/chapters/errors.ts'
import { errorsAbi } from '../generated/errors.ts'
import { showBps, showMoney } from '../units.ts'
import { UNNAMED, type Words, type WordTable } from './words.ts'

/** Every refusal, by the name of its error. */
const WORDS: WordTable = errors

export type Explanation = {
  /** The error's name; null where the contract gave none. */
  readonly name: string | null
  readonly args: Readonly<Record<string, unknown>>
  readonly why: string
  readonly now: string
  /** What its sentences are called in the table of words, or which of `UNNAMED` they are. */
  readonly sentence: string
  /** Its values as they stand in the sentences, for whoever says these in another language. */
  readonly values: Readonly<Record<string, string>>
  /** It is about the reader's own account, and `why` says so. */
  readonly isReaders: boolean
  /** Why an action of a decision failed; `why` and `now` tell it already. */
  readonly cause?: Explanation
}

/** How values are said; each may be left out. */
export type Saying = {
  /** Whose own account is told as theirs. */
  readonly reader?: Address
  readonly nameOf?: (address: string) => string
  readonly timeOf?: (seconds: number) => string
  readonly durationOf?: (seconds: number) => string
  readonly shareOf?: (bps: number) => string
  readonly kindOf?: (kind: Kind) => string
  readonly moneyOf?: (amount: bigint) => string
  /** Of the federation's cash. */
  readonly money?: { readonly symbol: string; readonly decimals: number }
}

type ErrorItem = {
  readonly type: 'error'
  readonly name: string
  readonly inputs: readonly AbiParameter[]
}

const TOKEN_ERRORS = parseAbi([
  'error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)',
  'error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)',
  'error ERC20InvalidReceiver(address receiver)',
  'error ERC2612ExpiredSignature(uint256 deadline)',
  'error ERC2612InvalidSigner(address signer, address owner)',
])

const KNOWN: readonly ErrorItem[] = [...errorsAbi, ...TOKEN_ERRORS]

/** What went wrong and what can be done. */
export function explain(error: unknown, saying: Saying = {}): Explanation {
  const data = revertData(error)
  return data === null ? unnamed(error) : explainData(data, saying)
}

/** The same for bare revert data. */
export function explainData(data: Hex, saying: Saying = {}): Explanation {
  try {
    const { errorName, args, abiItem } = decodeErrorResult({ abi: KNOWN, data })
    const values = (args ?? []) as readonly unknown[]
    const named = namedArgs((abiItem as ErrorItem).inputs, values)
    if (errorName === 'ActionFailed') return withCause(named, saying)
    return inWords(errorName, named, saying)
  } catch {
    return { ...filled('unknown', UNNAMED.unknown, {}), name: null, args: {}, isReaders: false }
  }
}

/** A decision that failed is explained by what its action answered, where that is known. */
function withCause(args: Readonly<Record<string, unknown>>, saying: Saying): Explanation {
  const outer = inWords('ActionFailed', args, saying)
  const inner = isHex(args.reason) && args.reason !== '0x' ? explainData(args.reason, saying) : null
  if (inner === null || inner.name === null) return outer
  return { ...outer, why: `${outer.why} ${inner.why}`, now: inner.now, cause: inner }
}

function inWords(
  name: string,
  args: Readonly<Record<string, unknown>>,
  saying: Saying,
): Explanation {
  if (name === 'Error') {
    const values = { message: String(Object.values(args)[0]) }
    return { ...filled('message', UNNAMED.message, values), name, args, isReaders: false }
  }
  const words = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined
  if (words) {
    const isReaders = isTheirs(words, args, saying.reader)
    const { why, you = why, now } = words
    const values = valuesIn(words, args, saying)
    return { ...filled(name, { why: isReaders ? you : why, now }, values), name, args, isReaders }
  }
  const token = TOKEN_ERRORS.some((item) => item.name === name)
  const sentence = name === 'Panic' ? 'panic' : token ? 'token' : 'unknown'
  return { ...filled(sentence, UNNAMED[sentence], {}), name, args, isReaders: false }
}

function namedArgs(
  inputs: readonly AbiParameter[],
  values: readonly unknown[],
): Record<string, unknown> {
  return Object.fromEntries(inputs.map(({ name }, i) => [name || `arg${i}`, values[i]]))
}

/** A place in a sentence: `{name}` or `{name:form}`. */
const PLACE = /\{(\w+)(?::(\w+))?\}/g

const placesIn = (text: string) => [...text.matchAll(PLACE)].map(([, name = '']) => name)

/** Whether the account that `you` leaves out is that of the reader. */
function isTheirs(
  { why, you }: Words,
  args: Readonly<Record<string, unknown>>,
  reader: Address | undefined,
): boolean {
  if (you === undefined || reader === undefined) return false
  const told = placesIn(you)
  const account = args[placesIn(why).find((place) => !told.includes(place)) ?? '']
  return typeof account === 'string' && isAddress(account) && isAddressEqual(account, reader)
}

function valuesIn(
  { why, now }: Words,
  args: Readonly<Record<string, unknown>>,
  saying: Saying,
): Record<string, string> {
  const places = [...`${why} ${now}`.matchAll(PLACE)]
  return Object.fromEntries(
    places.map(([, name = '', form]) => [name, say(args[name], form, saying)]),
  )
}

/** Puts values into the places of both sentences. */
function filled(
  sentence: string,
  { why, now }: Pick<Words, 'why' | 'now'>,
  values: Readonly<Record<string, string>>,
) {
  const fill = (text: string) => text.replace(PLACE, (_, name: string) => values[name] ?? '')
  return { why: fill(why), now: fill(now), sentence, values }
}

function say(value: unknown, form: string | undefined, saying: Saying): string {
  const number = typeof value === 'bigint' || typeof value === 'number' ? value : null
  if (number !== null) {
    switch (form) {
      case 'time':
        return timeOf(Number(number), saying)
      case 'duration':
        return (saying.durationOf ?? durationOf)(Number(number))
      case 'bps':
        return (saying.shareOf ?? showBps)(Number(number))
      case 'kind':
        return (saying.kindOf ?? kindOf)(KINDS[Number(number)] ?? 'ORDINARY')
      case 'money': {
        if (saying.moneyOf) return saying.moneyOf(BigInt(number))
        const { symbol, decimals } = saying.money ?? { symbol: 'base units', decimals: 0 }
        return `${showMoney(BigInt(number), decimals)} ${symbol}`
      }
    }
  }
  if (isHex(value) && value.length === 42) return saying.nameOf?.(value) ?? value
  return String(value)
}

const KIND_WORDS = {
  ORDINARY: 'everyday',
  CONSENT: 'consent',
  SPECIAL: 'major',
  ENTRENCHED: 'founding-rule',
} as const
const kindOf = (kind: Kind): string => KIND_WORDS[kind]

const UNITS = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const

/** In the two largest units: whoever reads it wants to know what to choose, not the second. */
function durationOf(seconds: number): string {
  let rest = seconds
  const parts = UNITS.map(([size, name]) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return { count, name: count === 1 ? name : `${name}s` }
  })
  const first = parts.findIndex(({ count }) => count > 0)
  if (first < 0) return '0 seconds'
  return parts
    .slice(first, first + 2)
    .filter(({ count }) => count > 0)
    .map(({ count, name }) => `${count} ${name}`)
    .join(' and ')
}

function timeOf(seconds: number, saying: Saying): string {
  if (saying.timeOf) return saying.timeOf(seconds)
  // A Date holds at most 8.64e12 seconds either side of 1970.
  if (seconds > 8.64e12) return 'the end of time'
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function revertData(error: unknown): Hex | null {
  if (isHex(error)) return error
  if (!(error instanceof BaseError)) return dataBelow(error)
  const reverted = error.walk((cause) => cause instanceof ContractFunctionRevertedError)
  if (reverted instanceof ContractFunctionRevertedError && reverted.raw) return reverted.raw
  return dataBelow(error)
}

/** Providers put the data at different depths of `data`, `error` and `cause`. */
function dataBelow(error: unknown, depth = 0): Hex | null {
  if (depth > 8 || typeof error !== 'object' || error === null) return null
  const fields = error as Readonly<Record<string, unknown>>
  const { data } = fields
  if (isHex(data) && data.length >= 10) return data
  return (
    dataBelow(data, depth + 1) ??
    dataBelow(fields.error, depth + 1) ??
    dataBelow(fields.cause, depth + 1)
  )
}

function unnamed(error: unknown): Explanation {
  const message = error instanceof BaseError ? error.shortMessage : messageOf(error)
  const why = message === null ? UNNAMED.unknown.why : message
  const { now } = UNNAMED.unknown
  return { name: null, args: {}, why, now, sentence: 'unknown', values: {}, isReaders: false }
}

function messageOf(error: unknown): string | null {
  return error instanceof Error && error.message !== '' ? error.message : null
}
