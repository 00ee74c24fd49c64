// SPDX-License-Identifier: MIT
/**
 * What every answer of the index over HTTP is made of.
 *
 * - Every answer is an {Answer}: the data, and the block it was true at.
 * - Amounts are decimal strings in the smallest unit of their token; ids are decimal strings.
 * - Times and periods are whole seconds (unix time); shares are basis points.
 * - Addresses are checksummed. An unknown thing answers 404 with {Refusal}.
 * - Lists are newest first unless said otherwise, and come in {Paging} pages: 50 rows (of grants, which
 *   bring their receipts, 20) unless `limit` says otherwise, and less where they would pass 200 kB.
 *   Pass `next` as `cursor` to go on.
 */
import type { Hex } from 'viem'

/** A whole number written out, because JSON has no big ones. */
export type Amount = string

export type Id = string

/** Seconds since 1970. */
export type Time = number

export type Seconds = number

export type Bps = number

export interface AsOf {
  readonly block: number
  readonly time: Time
}

export interface Answer<T> {
  readonly asOf: AsOf
  readonly data: T
  /** Of a list. */
  readonly page?: Paging
}

/** Which part of a list an answer holds. A cursor stays right when rows are added before it. */
export interface Paging {
  /** All rows that were asked for. */
  readonly total: number
  /** How many of them come before this page. */
  readonly from: number
  /** `cursor` of the page after this one; null on the last. */
  readonly next: string | null
  /** `cursor` of the page before this one, empty for the first; null on the first. */
  readonly previous: string | null
}

/** What every list can be asked. */
export interface PageQuery {
  cursor?: string
  /** 1 to 100; names and members up to 500. */
  limit?: string
}

export interface Refusal {
  readonly error: string
}

/** Where something was recorded. */
export interface Place {
  readonly block: number
  readonly time: Time
  readonly tx: Hex
}

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json }

/** First by where they stand, what can be acted on before what is over; else newest first. */
export type Order = 'standing'

export interface List<Row, Query = unknown> {
  query: PageQuery & Query
  data: readonly Row[]
}
