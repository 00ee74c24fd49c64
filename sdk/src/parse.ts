// SPDX-License-Identifier: MIT
/**
 * Reading untrusted JSON without a library: each reader returns the typed value or throws a
 * `ParseError` that names the place, as in `rules.ordinary.threshold: must be …`.
 */

export class ParseError extends Error {
  override readonly name = 'ParseError'
  readonly place: string

  constructor(place: string, problem: string) {
    super(`${place}: ${problem}`)
    this.place = place
  }
}

export type Fields = { readonly [key: string]: unknown }

export function at(place: string, key: string | number): string {
  if (typeof key === 'number') return `${place}[${key}]`
  return place === '' ? key : `${place}.${key}`
}

export function asObject(value: unknown, place: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ParseError(place, `must be an object, is ${show(value)}`)
  }
  return value as Fields
}

export function asArray(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ParseError(place, `must be a list, is ${show(value)}`)
  return value
}

export function asString(value: unknown, place: string): string {
  if (typeof value !== 'string') throw new ParseError(place, `must be a text, is ${show(value)}`)
  return value
}

export function asText(value: unknown, place: string): string {
  const text = asString(value, place)
  if (text.trim() === '') throw new ParseError(place, 'must not be empty')
  return text
}

export function asBoolean(value: unknown, place: string): boolean {
  if (typeof value !== 'boolean') {
    throw new ParseError(place, `must be true or false, is ${show(value)}`)
  }
  return value
}

export function asCount(
  value: unknown,
  place: string,
  limit: number = Number.MAX_SAFE_INTEGER,
): number {
  const whole = typeof value === 'number' && Number.isSafeInteger(value)
  if (!whole || (value as number) < 0 || (value as number) > limit) {
    throw new ParseError(place, `must be a whole number from 0 to ${limit}, is ${show(value)}`)
  }
  return value as number
}

export function asAmount(value: unknown, place: string): bigint {
  if (typeof value !== 'string' || !/^\d+$/.test(value)) {
    throw new ParseError(place, `must be a text of digits, is ${show(value)}`)
  }
  return BigInt(value)
}

/** Amounts by name. */
export function asAmounts(value: unknown, place: string): Record<string, bigint> {
  const o = asObject(value, place)
  return Object.fromEntries(Object.entries(o).map(([k, v]) => [k, asAmount(v, at(place, k))]))
}

export function asOneOf<const T extends string>(
  value: unknown,
  place: string,
  words: readonly T[],
): T {
  const found = words.find((word) => word === value)
  if (found === undefined) {
    throw new ParseError(place, `must be one of ${words.join(', ')}, is ${show(value)}`)
  }
  return found
}

/**
 * How deep the objects and lists of a JSON text stand in one another. What is very deep can be parsed,
 * but whoever walks through it or writes it down again runs out of stack.
 */
export function depthOf(json: string): number {
  let depth = 0
  let deepest = 0
  for (const sign of json.replaceAll(/"(?:[^"\\]|\\.)*"/g, '')) {
    if (sign === '{' || sign === '[') depth += 1
    if (sign === '}' || sign === ']') depth -= 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

export function show(value: unknown): string {
  if (value === undefined) return 'missing'
  // Two words of it tell what it is; the whole of it may be too deep to be written.
  if (typeof value === 'object' && value !== null) {
    return Array.isArray(value) ? 'a list' : 'an object'
  }
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 40 ? `${text.slice(0, 37)}…` : text
}
