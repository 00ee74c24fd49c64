// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, onchainTable, primaryKey } from 'ponder'
import { place } from '../columns.ts'

export const memberClass = onchainTable(
  'member_class',
  (t) => ({
    coop: t.hex().notNull(),
    index: t.integer().notNull(),
    name: t.text().notNull(),
    share: t.integer().notNull(),
    flags: t.integer().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.coop, table.index] }) }),
)

/** The rule in force for a kind of decision, as its word. */
export const rule = onchainTable(
  'rule',
  (t) => ({ coop: t.hex().notNull(), kind: t.integer().notNull(), word: t.bigint().notNull() }),
  (table) => ({ pk: primaryKey({ columns: [table.coop, table.kind] }) }),
)

/** Kinds that the statutes set for particular acts. */
export const kindOfAct = onchainTable(
  'kind_of_act',
  (t) => ({
    coop: t.hex().notNull(),
    target: t.hex().notNull(),
    selector: t.hex().notNull(),
    kind: t.integer().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.coop, table.target, table.selector] }) }),
)

export const amendment = onchainTable(
  'amendment',
  (t) => ({
    id: t.text().primaryKey(),
    coop: t.hex().notNull(),
    what: t.text().notNull(),
    args: t.json().notNull(),
    ...place(t),
  }),
  (table) => ({ byCoop: index().on(table.coop, table.block, table.log) }),
)
