// SPDX-License-Identifier: MIT
/**
 * From a refusal to words: takes whatever viem threw, or bare revert data, and says which error it
 * was, with which values, why, and what to do now. Pure; never throws.
 */
import {
  type AbiParameter,
  BaseError,
  ContractFunctionRevertedError,
  decodeErrorResult,
  type Hex,
  isHex,
  parseAbi,
} from 'viem'
import { KINDS } from '../chapters/statutes/enums.ts'
import { errors } from '../generated/chapters/errors.ts'
import { errorsAbi } from '../generated/errors.ts'
import { showBps, showMoney } from '../units.ts'
import { UNNAMED, type WordTable } from './words.ts'

/** Every refusal, by the name of its error. */
const WORDS: WordTable = errors

export type Explanation = {
  /** The error's name; null where the contract gave none. */
  readonly name: string | null
  readonly args: Readonly<Record<string, unknown>>
  readonly why: string
  readonly now: string
}

/** How values are said; each may be left out. */
export type Saying = {
  readonly nameOf?: (address: string) => string
  readonly timeOf?: (seconds: number) => string
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
    return { name: null, args: {}, ...UNNAMED.unknown }
  }
}

/** A decision that failed is explained by what its action answered, where that is known. */
function withCause(args: Readonly<Record<string, unknown>>, saying: Saying): Explanation {
  const outer = inWords('ActionFailed', args, saying)
  const inner = isHex(args.reason) && args.reason !== '0x' ? explainData(args.reason, saying) : null
  if (inner === null || inner.name === null) return outer
  return { ...outer, why: `${outer.why} ${inner.why}`, now: inner.now }
}

function inWords(
  name: string,
  args: Readonly<Record<string, unknown>>,
  saying: Saying,
): Explanation {
  if (name === 'Panic') return { name, args, ...UNNAMED.panic }
  if (name === 'Error') {
    const why = UNNAMED.message.why.replace('{message}', String(Object.values(args)[0]))
    return { name, args, why, now: UNNAMED.message.now }
  }
  const words = Object.hasOwn(WORDS, name) ? WORDS[name] : undefined
  if (words) {
    return { name, args, why: fill(words.why, args, saying), now: fill(words.now, args, saying) }
  }
  const token = TOKEN_ERRORS.some((item) => item.name === name)
  return { name, args, ...(token ? UNNAMED.token : UNNAMED.unknown) }
}

function namedArgs(
  inputs: readonly AbiParameter[],
  values: readonly unknown[],
): Record<string, unknown> {
  return Object.fromEntries(inputs.map(({ name }, i) => [name || `arg${i}`, values[i]]))
}

/** Puts values into the places of a sentence. */
function fill(sentence: string, args: Readonly<Record<string, unknown>>, saying: Saying): string {
  return sentence.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, form?: string) =>
    say(args[name], form, saying),
  )
}

function say(value: unknown, form: string | undefined, saying: Saying): string {
  const number = typeof value === 'bigint' || typeof value === 'number' ? value : null
  if (number !== null) {
    switch (form) {
      case 'time':
        return timeOf(Number(number), saying)
      case 'duration':
        return durationOf(Number(number))
      case 'bps':
        return showBps(Number(number))
      case 'kind':
        return KIND_WORDS[KINDS[Number(number)] ?? 'ORDINARY']
      case 'money': {
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
  return { name: null, args: {}, why, now: UNNAMED.unknown.now }
}

function messageOf(error: unknown): string | null {
  return error instanceof Error && error.message !== '' ? error.message : null
}
