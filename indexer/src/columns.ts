// SPDX-License-Identifier: AGPL-3.0-or-later
import type { onchainTable } from 'ponder'

type Columns = Parameters<Extract<Parameters<typeof onchainTable>[1], (t: never) => unknown>>[0]

/** Where and when something was recorded, and its place among the logs of its block. */
export const place = (t: Columns) => ({
  block: t.integer().notNull(),
  time: t.integer().notNull(),
  tx: t.hex().notNull(),
  log: t.integer().notNull(),
})
