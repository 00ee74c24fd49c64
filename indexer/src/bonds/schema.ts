// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, onchainTable, primaryKey } from 'ponder'
import { place, wide } from '../columns.ts'

export const series = onchainTable(
  'series',
  (t) => ({
    phyle: t.hex().notNull(),
    id: t.bigint().notNull(),
    coop: t.hex().notNull(),
    title: t.text().notNull(),
    /** What a search finds it by, folded. */
    words: t.text().notNull(),
    document: t.hex().notNull(),
    supplier: t.hex().notNull(),
    face: t.bigint().notNull(),
    price: t.bigint().notNull(),
    leastUnits: t.bigint().notNull(),
    mostUnits: t.bigint().notNull(),
    mostPerPerson: t.bigint().notNull(),
    opensAt: wide(t).notNull(),
    subscribeUntil: wide(t).notNull(),
    /** As pledges have moved it until now. */
    closesAt: wide(t).notNull(),
    buyBy: wide(t).notNull(),
    expectedBy: wide(t).notNull(),
    capBps: t.integer().notNull(),
    rentMode: t.integer().notNull(),
    rent: t.bigint().notNull(),
    rentPeriod: wide(t).notNull(),
    endorsed: t.boolean().notNull(),
    /** Pledged; since the close, sold. A refund does not lower it. */
    units: t.bigint().notNull(),
    /** The most units that were ever pledged at a time. */
    peak: t.bigint().notNull(),
    /** Who holds units now, and who took back what they had pledged. */
    holders: t.integer().notNull(),
    refunds: t.integer().notNull(),
    /** Whether somebody was refunded, so that it is never bought. */
    failed: t.boolean().notNull(),
    machine: t.bigint(),
    bought: t.integer(),
    leftOver: t.bigint().notNull(),
    paid: t.bigint().notNull(),
    capDue: t.bigint(),
    redeemed: t.boolean().notNull(),
    ...place(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.phyle, table.id] }),
    byPlace: index().on(table.block, table.log),
    byPhyle: index().on(table.phyle, table.block, table.log),
    byCoop: index().on(table.coop, table.block, table.log),
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
    bySize: index().on(table.phyle, table.series, table.units, table.holder),
    byHolder: index().on(table.holder, table.phyle, table.series),
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
    bySeries: index().on(table.phyle, table.series, table.block, table.log),
    byWho: index().on(table.who, table.phyle, table.block, table.log),
  }),
)
