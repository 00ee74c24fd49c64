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

/** Contracts that a co-op has open as chapters, by its own decision. */
export const openedChapter = onchainTable(
  'opened_chapter',
  (t) => ({ coop: t.hex().notNull(), chapter: t.hex().notNull(), name: t.text().notNull() }),
  (table) => ({ pk: primaryKey({ columns: [table.coop, table.chapter] }) }),
)

/** The federation whose chapters a co-op accepts; the zero address where it accepts none any more. */
export const joinedFederation = onchainTable('joined_federation', (t) => ({
  coop: t.hex().primaryKey(),
  phyle: t.hex().notNull(),
}))

/** The chapter whose lines cover a co-op's payments, zero for none. */
export const coverage = onchainTable('coverage', (t) => ({
  coop: t.hex().primaryKey(),
  chapter: t.hex().notNull(),
}))
