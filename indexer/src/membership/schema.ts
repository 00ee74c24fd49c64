// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, onchainTable, primaryKey } from 'ponder'
import { place } from '../columns.ts'

/** One row for each membership ever given. Keyed by the contract: the roll comes before the co-op. */
export const member = onchainTable(
  'member',
  (t) => ({
    membership: t.hex().notNull(),
    id: t.bigint().notNull(),
    wallet: t.hex().notNull(),
    class: t.integer().notNull(),
    joined: t.integer().notNull(),
    left: t.integer(),
    /** Since when a notice of silence runs. */
    noticed: t.integer(),
    previousClass: t.integer(),
    classChanged: t.integer(),
    bySponsors: t.boolean().notNull(),
    /** The membership of the same wallet before this one. */
    previousId: t.bigint(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.membership, table.id] }),
    byWallet: index().on(table.wallet),
    byClass: index().on(table.membership, table.class, table.id),
    byLeft: index().on(table.membership, table.left),
  }),
)

/** How many are on the roll in a class, and how many left from it. */
export const roll = onchainTable(
  'roll',
  (t) => ({
    membership: t.hex().notNull(),
    class: t.integer().notNull(),
    members: t.integer().notNull(),
    gone: t.integer().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.membership, table.class] }) }),
)

/** The latest membership of a wallet. */
export const latestMember = onchainTable(
  'latest_member',
  (t) => ({
    membership: t.hex().notNull(),
    wallet: t.hex().notNull(),
    id: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.membership, table.wallet] }) }),
)

export const application = onchainTable(
  'application',
  (t) => ({
    id: t.text().primaryKey(),
    membership: t.hex().notNull(),
    wallet: t.hex().notNull(),
    class: t.integer().notNull(),
    document: t.hex().notNull(),
    deadline: t.bigint().notNull(),
    state: t.text().notNull(),
    ...place(t),
  }),
  (table) => ({
    byMembership: index().on(table.membership, table.block, table.log),
    byState: index().on(table.membership, table.state, table.block, table.log),
    byWallet: index().on(table.wallet, table.block, table.log),
  }),
)

/** The application of a wallet that was not answered yet. */
export const openApplication = onchainTable(
  'open_application',
  (t) => ({
    membership: t.hex().notNull(),
    wallet: t.hex().notNull(),
    application: t.text().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.membership, table.wallet] }) }),
)
