// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, onchainTable, primaryKey } from 'ponder'
import { place, wide } from '../columns.ts'

export const machine = onchainTable(
  'machine',
  (t) => ({
    phyle: t.hex().notNull(),
    id: t.bigint().notNull(),
    coop: t.hex().notNull(),
    series: t.bigint().notNull(),
    document: t.hex().notNull(),
    supplier: t.hex().notNull(),
    price: t.bigint().notNull(),
    rentMode: t.integer().notNull(),
    rent: t.bigint().notNull(),
    rentPeriod: wide(t).notNull(),
    income: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.phyle, table.id] }),
    byPlace: index().on(table.block, table.log),
    byPhyle: index().on(table.phyle, table.block, table.log),
    byCoop: index().on(table.coop, table.block, table.log),
  }),
)

export const work = onchainTable(
  'work',
  (t) => ({
    phyle: t.hex().notNull(),
    id: t.bigint().notNull(),
    family: t.bigint().notNull(),
    steward: t.hex().notNull(),
    by: t.hex().notNull(),
    approved: t.boolean().notNull(),
    title: t.text().notNull(),
    version: t.text().notNull(),
    licence: t.text().notNull(),
    /** What the licence already allows a firm. */
    right: t.integer().notNull(),
    licensor: t.text().notNull(),
    purpose: t.text().notNull(),
    /** What a search finds it by, folded. */
    words: t.text().notNull(),
    links: t.text().array().notNull(),
    digest: t.hex().notNull(),
    /** The digest as a content address. */
    cid: t.text().notNull(),
    parents: t.bigint().array().notNull(),
    ...place(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.phyle, table.id] }),
    byPlace: index().on(table.block, table.log),
    byPhyle: index().on(table.phyle, table.block, table.log),
    byFamily: index().on(table.phyle, table.family, table.block, table.log),
    bySteward: index().on(table.steward, table.block, table.log),
    byLicence: index().on(table.licence, table.block, table.log),
  }),
)

/** Of the works with one content, the one that stands. */
export const origin = onchainTable(
  'origin',
  (t) => ({ phyle: t.hex().notNull(), digest: t.hex().notNull(), work: t.bigint().notNull() }),
  (table) => ({ pk: primaryKey({ columns: [table.phyle, table.digest] }) }),
)

/** Which works were made from which. */
export const descent = onchainTable(
  'descent',
  (t) => ({ phyle: t.hex().notNull(), parent: t.bigint().notNull(), child: t.bigint().notNull() }),
  (table) => ({ pk: primaryKey({ columns: [table.phyle, table.parent, table.child] }) }),
)

/** Every licence under which a work of a federation is registered. */
export const licence = onchainTable(
  'licence',
  (t) => ({ phyle: t.hex().notNull(), name: t.text().notNull() }),
  (table) => ({ pk: primaryKey({ columns: [table.phyle, table.name] }) }),
)

/** Who may register works for a co-op. */
export const worksDelegate = onchainTable(
  'works_delegate',
  (t) => ({
    phyle: t.hex().notNull(),
    coop: t.hex().notNull(),
    wallet: t.hex().notNull(),
    until: t.integer().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.phyle, table.coop, table.wallet] }) }),
)

export const terms = onchainTable(
  'terms',
  (t) => ({
    phyle: t.hex().notNull(),
    family: t.bigint().notNull(),
    version: t.integer().notNull(),
    hash: t.hex().notNull(),
    from: t.integer().notNull(),
    licensor: t.hex().notNull(),
    legalText: t.hex().notNull(),
    pricePerYear: t.bigint().notNull(),
    tierBps: t.integer().array().notNull(),
    tierTurnover: t.bigint().array().notNull(),
    stewardBps: t.integer().notNull(),
    parentsBps: t.integer().notNull(),
    fundBps: t.integer().notNull(),
    grace: t.integer().notNull(),
    cure: t.integer().notNull(),
    refundWindow: t.integer().notNull(),
    notice: t.integer().notNull(),
    waivePoints: t.bigint().notNull(),
    minAttesters: t.integer().notNull(),
    changeDate: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.phyle, table.family, table.version] }) }),
)

/** When a family becomes free for all, where that is known. */
export const changeDate = onchainTable(
  'change_date',
  (t) => ({
    phyle: t.hex().notNull(),
    family: t.bigint().notNull(),
    date: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.phyle, table.family] }) }),
)
