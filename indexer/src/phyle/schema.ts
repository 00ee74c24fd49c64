// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, onchainTable, primaryKey } from 'ponder'
import { place, wide } from '../columns.ts'

export const phyle = onchainTable(
  'phyle',
  (t) => ({
    address: t.hex().primaryKey(),
    root: t.hex().notNull(),
    fund: t.hex().notNull(),
    bonds: t.hex().notNull(),
    works: t.hex().notNull(),
    machines: t.hex().notNull(),
    licences: t.hex().notNull(),
    contributions: t.hex().notNull(),
    cash: t.hex().notNull(),
    start: t.integer().notNull(),
    epochLength: t.integer().notNull(),
    noticePeriod: t.integer().notNull(),
    /** Persons with a seat that has not ended. */
    heads: t.integer().notNull(),
    ...place(t),
  }),
  (table) => ({ byPlace: index().on(table.block, table.log), byRoot: index().on(table.root) }),
)

/** The phyle that was founded with a chapter. */
export const home = onchainTable('home', (t) => ({
  chapter: t.hex().primaryKey(),
  phyle: t.hex().notNull(),
  name: t.text().notNull(),
}))

/** Every contract that a phyle opened as a chapter, those too in whose place a newer one stands. */
export const chapter = onchainTable(
  'chapter',
  (t) => ({
    phyle: t.hex().notNull(),
    address: t.hex().notNull(),
    name: t.text().notNull(),
    /** keccak256 of the code that it was opened with. */
    codeHash: t.hex().notNull(),
    replaced: t.boolean().notNull(),
    ...place(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.phyle, table.address] }),
    byAddress: index().on(table.address),
  }),
)

/** Co-ops of a phyle, those that left too. */
export const phyleCoop = onchainTable(
  'phyle_coop',
  (t) => ({
    phyle: t.hex().notNull(),
    coop: t.hex().notNull(),
    entered: t.integer().notNull(),
    leaves: t.integer(),
    departed: t.boolean().notNull(),
    /** Seats of its members that have not ended. */
    seats: t.integer().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.phyle, table.coop] }),
    byCoop: index().on(table.coop),
    byEntry: index().on(table.phyle, table.entered, table.coop),
  }),
)

/** How many seats that have not ended a person has: a head counts once. */
export const head = onchainTable(
  'head',
  (t) => ({ phyle: t.hex().notNull(), wallet: t.hex().notNull(), seats: t.integer().notNull() }),
  (table) => ({ pk: primaryKey({ columns: [table.phyle, table.wallet] }) }),
)

export const seat = onchainTable(
  'seat',
  (t) => ({
    phyle: t.hex().notNull(),
    coop: t.hex().notNull(),
    memberId: t.bigint().notNull(),
    wallet: t.hex().notNull(),
    earnsFrom: t.integer().notNull(),
    from: t.integer().notNull(),
    until: t.integer(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.phyle, table.coop, table.memberId] }),
    byWallet: index().on(table.wallet),
  }),
)

/** Social accounts and books. */
export const filing = onchainTable(
  'filing',
  (t) => ({
    id: t.text().primaryKey(),
    phyle: t.hex().notNull(),
    coop: t.hex().notNull(),
    what: t.text().notNull(),
    year: t.integer().notNull(),
    document: t.hex().notNull(),
    attester: t.hex(),
    ...place(t),
  }),
  (table) => ({ byCoop: index().on(table.coop, table.what, table.block, table.log) }),
)

/** Who may vouch for social accounts: of one co-op, or of all where it is the phyle that names them. */
export const accountAttester = onchainTable(
  'account_attester',
  (t) => ({
    phyle: t.hex().notNull(),
    namedBy: t.hex().notNull(),
    wallet: t.hex().notNull(),
    named: t.boolean().notNull(),
    ...place(t),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.phyle, table.namedBy, table.wallet] }) }),
)

/** An heir who is named: nobody dismissed them. */
export const estate = onchainTable(
  'estate',
  (t) => ({
    phyle: t.hex().notNull(),
    person: t.hex().notNull(),
    heir: t.hex().notNull(),
    coop: t.hex().notNull(),
    document: t.hex().notNull(),
    /** When it can be passed on. */
    from: t.integer().notNull(),
    passed: t.boolean().notNull(),
    ...place(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.phyle, table.person] }),
    byPerson: index().on(table.person),
    byHeir: index().on(table.heir),
  }),
)

/** That somebody vouched for the social account of a year. */
export const vouching = onchainTable(
  'vouching',
  (t) => ({
    phyle: t.hex().notNull(),
    attester: t.hex().notNull(),
    coop: t.hex().notNull(),
    year: wide(t).notNull(),
    document: t.hex().notNull(),
    ...place(t),
  }),
  (table) => ({
    pk: primaryKey({
      columns: [table.phyle, table.attester, table.coop, table.year, table.document],
    }),
  }),
)
