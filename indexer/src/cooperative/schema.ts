// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, onchainTable } from 'ponder'
import { place, wide } from '../columns.ts'

export const coop = onchainTable(
  'coop',
  (t) => ({
    address: t.hex().primaryKey(),
    registrar: t.hex().notNull(),
    /** The Registrar by which the organs of today were built, as the account says. */
    builtBy: t.hex().notNull(),
    statutes: t.hex().notNull(),
    membership: t.hex().notNull(),
    assembly: t.hex().notNull(),
    name: t.text().notNull(),
    /** Its name in a link, null where that cannot be; and the same with its address behind. */
    slug: t.text(),
    longSlug: t.text().notNull(),
    /** What a search finds it by, folded. */
    words: t.text().notNull(),
    purpose: t.hex().notNull(),
    language: t.text().notNull(),
    lock: t.integer().notNull(),
    admission: t.integer().notNull(),
    sponsors: t.integer().notNull(),
    maxShareBps: t.integer().notNull(),
    coolingPeriod: wide(t).notNull(),
    effects: t.hex(),
    /** Who gets what is left when nobody is a member any more; zero: nobody is named. */
    body: t.hex().notNull(),
    foundingHash: t.hex().notNull(),
    founders: t.hex().array().notNull(),
    ...place(t),
  }),
  (table) => ({
    byPlace: index().on(table.block, table.log),
    bySlug: index().on(table.slug, table.block, table.log),
    byLongSlug: index().on(table.longSlug, table.block, table.log),
    byAssembly: index().on(table.assembly),
    byMembership: index().on(table.membership),
  }),
)

/** Which co-op a contract belongs to. */
export const organ = onchainTable('organ', (t) => ({
  address: t.hex().primaryKey(),
  coop: t.hex().notNull(),
}))

/** Every movement of a known token, or of the chain's own coin, from or to a co-op. */
export const transfer = onchainTable(
  'transfer',
  (t) => ({
    id: t.text().primaryKey(),
    token: t.hex().notNull(),
    from: t.hex().notNull(),
    to: t.hex().notNull(),
    amount: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({
    byFrom: index().on(table.from, table.block, table.log),
    byTo: index().on(table.to, table.block, table.log),
    byTx: index().on(table.tx),
  }),
)

/** How many movements a co-op's account has, on both its sides. */
export const accountSize = onchainTable('account_size', (t) => ({
  coop: t.hex().primaryKey(),
  entries: t.integer().notNull(),
}))

/** Money that left on a ground. */
export const payment = onchainTable(
  'payment',
  (t) => ({
    id: t.text().primaryKey(),
    coop: t.hex().notNull(),
    proposal: t.bigint().notNull(),
    token: t.hex().notNull(),
    to: t.hex().notNull(),
    amount: t.bigint().notNull(),
    ground: t.integer().notNull(),
    document: t.hex().notNull(),
    /** Of the budget; 0: none. */
    line: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({ byTx: index().on(table.coop, table.tx) }),
)

/** Actions of decisions. Each assembly that a co-op had counts its proposals from 1. */
export const carriedOut = onchainTable(
  'carried_out',
  (t) => ({
    id: t.text().primaryKey(),
    coop: t.hex().notNull(),
    proposal: t.bigint().notNull(),
    index: t.integer().notNull(),
    target: t.hex().notNull(),
    value: t.bigint().notNull(),
    data: t.hex().notNull(),
    ...place(t),
  }),
  (table) => ({ byTx: index().on(table.coop, table.tx) }),
)
