// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, onchainTable, primaryKey } from 'ponder'
import { place, wide } from '../columns.ts'

/** The budget in force of a co-op, in a chapter that keeps it: its lines have the numbers from `first` to `last`. */
export const budget = onchainTable(
  'budget',
  (t) => ({
    coop: t.hex().notNull(),
    chapter: t.hex().notNull(),
    first: t.bigint().notNull(),
    last: t.bigint().notNull(),
    proposal: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.coop, table.chapter] }) }),
)

export const budgetLine = onchainTable(
  'budget_line',
  (t) => ({
    coop: t.hex().notNull(),
    chapter: t.hex().notNull(),
    line: t.bigint().notNull(),
    name: t.text().notNull(),
    asset: t.hex().notNull(),
    ground: t.integer().notNull(),
    from: wide(t).notNull(),
    to: wide(t).notNull(),
    payees: t.hex().array().notNull(),
    ceiling: t.bigint().notNull(),
    spent: t.bigint().notNull(),
    proposal: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.coop, table.chapter, table.line] }),
    byCoop: index().on(table.coop, table.block, table.log),
  }),
)
