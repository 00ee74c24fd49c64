// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, onchainTable, primaryKey } from 'ponder'
import { place } from './place.ts'

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
    rentPeriod: t.integer().notNull(),
    income: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.phyle, table.id] }),
    byCoop: index().on(table.coop),
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
    licensor: t.text().notNull(),
    purpose: t.text().notNull(),
    links: t.text().array().notNull(),
    digest: t.hex().notNull(),
    parents: t.bigint().array().notNull(),
    ...place(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.phyle, table.id] }),
    byFamily: index().on(table.phyle, table.family),
    bySteward: index().on(table.steward),
  }),
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
