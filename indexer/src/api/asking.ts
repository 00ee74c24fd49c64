// SPDX-License-Identifier: AGPL-3.0-or-later
/** What is asked of the index over HTTP, read into types or refused in words. */
import type { Context } from 'hono'
import { type Hex, isAddress } from 'viem'
import { type PageAsked, readCursor } from './page.ts'

/** What was asked cannot be understood; its message is the answer. */
export class Malformed extends Error {
  override readonly name = 'Malformed'
}

/** The rows hold addresses in lower case. */
function asAddress(text: string | undefined, what: string): Hex {
  if (!text || !isAddress(text, { strict: false }))
    throw new Malformed(`${what} is not an address.`)
  return text.toLowerCase() as Hex
}

const maybeAddress = (text: string | undefined, what: string): Hex | undefined =>
  text === undefined || text === '' ? undefined : asAddress(text, what)

function asId(text: string | undefined, what: string): bigint {
  if (!text || !/^\d{1,78}$/.test(text)) throw new Malformed(`${what} is not a number.`)
  return BigInt(text)
}

function asOneOf<const T extends string>(
  text: string | undefined,
  what: string,
  all: readonly T[],
): T | undefined {
  if (text === undefined || text === '') return undefined
  const found = all.find((one) => one === text)
  if (!found) throw new Malformed(`${what} is none of ${all.join(', ')}.`)
  return found
}

/** A list of one federation. */
export function inFederation(query: Asked['query']): Hex {
  const of = query.address('phyle')
  if (!of) throw new Malformed('phyle is missing: say in which federation.')
  return of
}

/** A list of one family of works. */
export function ofFamily(query: Asked['query']): bigint {
  const family = query.id('family')
  if (family === undefined) throw new Malformed('family is missing: say of which works.')
  return family
}

/** In characters. It is told again with each entry of a feed. */
const MOST_OF_AN_APP = 1_000

/** The address of the app to which what is answered leads: a page of the web, and no more than that. */
export function appAsked(query: Asked['query']): string {
  const text = query.text('app') ?? ''
  const url = text.length <= MOST_OF_AN_APP && URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new Malformed('app is not the address of the app, such as https://example.org/.')
  }
  return `${url.origin}${url.pathname}`
}

/** How many rows a page has. */
export interface PageSize {
  /** The size of a page where nobody names another. */
  readonly rows?: number
  readonly most?: number
}

/** Which page of a list was asked for. */
export function pageAsked(c: Context, { rows = 50, most = 100 }: PageSize): PageAsked {
  const cursor = c.req.query('cursor') ?? ''
  const after = cursor === '' ? undefined : readCursor(cursor)
  if (after === null) throw new Malformed('cursor is not one that a page gave.')
  const text = c.req.query('limit') ?? ''
  const limit = text === '' ? rows : Number(text)
  if (!Number.isInteger(limit) || limit < 1 || limit > most) {
    throw new Malformed(`limit is not a whole number from 1 to ${most}.`)
  }
  return { after, limit }
}

export interface Asked {
  /** A segment of the path. */
  readonly address: (name: string) => Hex
  readonly id: (name: string) => bigint
  readonly query: {
    readonly text: (name: string) => string | undefined
    readonly address: (name: string) => Hex | undefined
    readonly id: (name: string) => bigint | undefined
    readonly flag: (name: string) => boolean | undefined
    readonly oneOf: <const T extends string>(name: string, all: readonly T[]) => T | undefined
  }
  /** The time at which the answer is true. */
  readonly now: number
}

export function askedOf(c: Context, now: number): Asked {
  return {
    address: (name) => asAddress(c.req.param(name), name),
    id: (name) => asId(c.req.param(name), name),
    query: {
      text: (name) => c.req.query(name),
      address: (name) => maybeAddress(c.req.query(name), name),
      id: (name) => {
        const text = c.req.query(name)
        return text === undefined ? undefined : asId(text, name)
      },
      flag: (name) => {
        const text = asOneOf(c.req.query(name), name, ['true', 'false'])
        return text === undefined ? undefined : text === 'true'
      },
      oneOf: (name, all) => asOneOf(c.req.query(name), name, all),
    },
    now,
  }
}

/** Small rows, of which somebody may need all. */
export const SMALL: PageSize = { most: 500 }

/** Rows that have lists of their own in them. */
export const DEEP: PageSize = { rows: 20 }
