// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, onchainTable, primaryKey } from 'ponder'
import { place } from '../columns.ts'

export const pour = onchainTable(
  'pour',
  (t) => ({
    id: t.text().primaryKey(),
    phyle: t.hex().notNull(),
    from: t.hex().notNull(),
    source: t.integer().notNull(),
    ref: t.bigint().notNull(),
    amount: t.bigint().notNull(),
    toSeries: t.bigint().notNull(),
    toBonds: t.bigint().notNull(),
    toReserve: t.bigint().notNull(),
    toHeads: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({
    byPhyle: index().on(table.phyle, table.block, table.log),
    byRef: index().on(table.phyle, table.source, table.ref, table.block, table.log),
    byFrom: index().on(table.from, table.phyle, table.block, table.log),
  }),
)

/** All money that a fund has taken in and given out so far. */
export const flow = onchainTable('flow', (t) => ({
  phyle: t.hex().primaryKey(),
  inMachines: t.bigint().notNull(),
  inLicences: t.bigint().notNull(),
  inLevies: t.bigint().notNull(),
  inGifts: t.bigint().notNull(),
  toBonds: t.bigint().notNull(),
  toReserve: t.bigint().notNull(),
  toHeads: t.bigint().notNull(),
  claimed: t.bigint().notNull(),
  /** How many times something was poured. */
  pours: t.integer().notNull(),
}))

/** What series were paid. */
export const seriesPayment = onchainTable(
  'series_payment',
  (t) => ({
    id: t.text().primaryKey(),
    phyle: t.hex().notNull(),
    series: t.bigint().notNull(),
    amount: t.bigint().notNull(),
    source: t.text().notNull(),
    paidAfter: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({ bySeries: index().on(table.phyle, table.series, table.block, table.log) }),
)

/** Closes: all up to and with `epoch`, several as one; the earning heads of `shared` share. */
export const closedEpoch = onchainTable(
  'closed_epoch',
  (t) => ({
    phyle: t.hex().notNull(),
    epoch: t.integer().notNull(),
    shared: t.integer().notNull(),
    poured: t.bigint().notNull(),
    toBonds: t.bigint().notNull(),
    toReserve: t.bigint().notNull(),
    perHead: t.bigint().notNull(),
    heads: t.bigint().notNull(),
    carried: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.phyle, table.epoch] }) }),
)

/** Basic income that was collected. */
export const claim = onchainTable(
  'claim',
  (t) => ({
    id: t.text().primaryKey(),
    phyle: t.hex().notNull(),
    person: t.hex().notNull(),
    to: t.hex().notNull(),
    amount: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({ byPerson: index().on(table.person, table.phyle, table.block, table.log) }),
)

export const reserveSpending = onchainTable('reserve_spending', (t) => ({
  id: t.text().primaryKey(),
  phyle: t.hex().notNull(),
  to: t.hex().notNull(),
  amount: t.bigint().notNull(),
  document: t.hex().notNull(),
  ...place(t),
}))

/** Shares of income; the default of the contract until the root sets others. */
export const policy = onchainTable('policy', (t) => ({
  phyle: t.hex().primaryKey(),
  machineBondsBps: t.integer().notNull(),
  machineReserveBps: t.integer().notNull(),
  otherBondsBps: t.integer().notNull(),
  otherReserveBps: t.integer().notNull(),
}))
