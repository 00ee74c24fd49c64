// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, onchainTable, primaryKey } from 'ponder'
import { place } from './place.ts'

export const series = onchainTable(
  'series',
  (t) => ({
    phyle: t.hex().notNull(),
    id: t.bigint().notNull(),
    coop: t.hex().notNull(),
    title: t.text().notNull(),
    document: t.hex().notNull(),
    supplier: t.hex().notNull(),
    face: t.bigint().notNull(),
    price: t.bigint().notNull(),
    leastUnits: t.bigint().notNull(),
    mostUnits: t.bigint().notNull(),
    mostPerPerson: t.bigint().notNull(),
    opensAt: t.integer().notNull(),
    subscribeUntil: t.integer().notNull(),
    closesAt: t.integer().notNull(),
    buyBy: t.integer().notNull(),
    expectedBy: t.integer().notNull(),
    capBps: t.integer().notNull(),
    rentMode: t.integer().notNull(),
    rent: t.bigint().notNull(),
    rentPeriod: t.integer().notNull(),
    endorsed: t.boolean().notNull(),
    /** Pledged; since the close, sold. A refund does not lower it. */
    units: t.bigint().notNull(),
    machine: t.bigint(),
    paid: t.bigint().notNull(),
    capDue: t.bigint(),
    redeemed: t.boolean().notNull(),
    ...place(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.phyle, table.id] }),
    byCoop: index().on(table.coop),
  }),
)

export const position = onchainTable(
  'position',
  (t) => ({
    phyle: t.hex().notNull(),
    series: t.bigint().notNull(),
    holder: t.hex().notNull(),
    units: t.bigint().notNull(),
    subscribed: t.bigint().notNull(),
    taken: t.bigint().notNull(),
    refunded: t.boolean().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.phyle, table.series, table.holder] }),
    byHolder: index().on(table.holder),
  }),
)

export const seriesEvent = onchainTable(
  'series_event',
  (t) => ({
    id: t.text().primaryKey(),
    phyle: t.hex().notNull(),
    series: t.bigint().notNull(),
    what: t.text().notNull(),
    who: t.hex(),
    amount: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({
    bySeries: index().on(table.phyle, table.series),
    byWho: index().on(table.who),
  }),
)
