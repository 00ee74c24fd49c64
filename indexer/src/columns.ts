// SPDX-License-Identifier: AGPL-3.0-or-later
import type { onchainTable } from 'ponder'

type Columns = Parameters<Extract<Parameters<typeof onchainTable>[1], (t: never) => unknown>>[0]

/**
 * A number of at most 48 bits that somebody else chose, as a year or a time. An `integer` holds half of 32
 * bits: a larger one, which anybody can put on the chain, would keep the index from going on.
 */
export const wide = (t: Columns) => t.int8({ mode: 'number' })

/** Where and when something was recorded, and its place among the logs of its block. */
export const place = (t: Columns) => ({
  block: t.integer().notNull(),
  time: t.integer().notNull(),
  tx: t.hex().notNull(),
  log: t.integer().notNull(),
})
