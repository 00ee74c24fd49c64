// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, onchainTable, primaryKey } from 'ponder'
import { place } from '../columns.ts'

export const receipt = onchainTable(
  'receipt',
  (t) => ({
    phyle: t.hex().notNull(),
    fingerprint: t.hex().notNull(),
    licensee: t.hex().notNull(),
    family: t.bigint().notNull(),
    number: t.integer().notNull(),
    payer: t.hex().notNull(),
    work: t.bigint().notNull(),
    terms: t.integer().notNull(),
    ground: t.integer().notNull(),
    tier: t.integer().notNull(),
    issued: t.integer().notNull(),
    from: t.integer().notNull(),
    to: t.integer().notNull(),
    token: t.hex().notNull(),
    amount: t.bigint().notNull(),
    purchaseOrder: t.hex().notNull(),
    statement: t.hex().notNull(),
    previous: t.hex().notNull(),
    ...place(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.phyle, table.fingerprint] }),
    byGrant: index().on(table.phyle, table.family, table.licensee, table.number),
    byPayer: index().on(table.payer, table.phyle, table.block, table.log),
  }),
)

/** A permission with the place of its newest receipt: one for each family of works and licensee. */
export const permission = onchainTable(
  'permission',
  (t) => ({
    phyle: t.hex().notNull(),
    family: t.bigint().notNull(),
    licensee: t.hex().notNull(),
    /** How many of its payments were given back. */
    refunds: t.integer().notNull(),
    ...place(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.phyle, table.family, table.licensee] }),
    byPlace: index().on(table.block, table.log),
    byLicensee: index().on(table.licensee, table.block, table.log),
    byFamily: index().on(table.family, table.block, table.log),
  }),
)

/** How many permissions a federation has given. */
export const grantCount = onchainTable('grant_count', (t) => ({
  phyle: t.hex().primaryKey(),
  permissions: t.integer().notNull(),
}))

export const refund = onchainTable(
  'refund',
  (t) => ({
    phyle: t.hex().notNull(),
    fingerprint: t.hex().notNull(),
    licensee: t.hex().notNull(),
    family: t.bigint().notNull(),
    /** Among the receipts of its permission. */
    number: t.integer().notNull(),
    /** The number of the receipt whose payment was taken back. */
    receipt: t.integer().notNull(),
    payer: t.hex().notNull(),
    amount: t.bigint().notNull(),
    /** From this second on nothing is covered by what was paid. */
    from: t.integer().notNull(),
    to: t.hex().notNull(),
    ...place(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.phyle, table.fingerprint] }),
    byGrant: index().on(table.phyle, table.family, table.licensee, table.number),
    byLicensee: index().on(table.licensee, table.phyle, table.block, table.log),
    byPayer: index().on(table.payer, table.phyle, table.block, table.log),
  }),
)

export const licenceClaim = onchainTable(
  'licence_claim',
  (t) => ({
    id: t.text().primaryKey(),
    phyle: t.hex().notNull(),
    account: t.hex().notNull(),
    to: t.hex().notNull(),
    amount: t.bigint().notNull(),
    ...place(t),
  }),
  (table) => ({ byAccount: index().on(table.account, table.phyle, table.block, table.log) }),
)

export const contribution = onchainTable(
  'contribution',
  (t) => ({
    phyle: t.hex().notNull(),
    family: t.bigint().notNull(),
    artefact: t.hex().notNull(),
    contributor: t.hex().notNull(),
    attester: t.hex().notNull(),
    points: t.bigint().notNull(),
    matures: t.integer().notNull(),
    link: t.text().notNull(),
    withdrawn: t.boolean().notNull(),
    counted: t.boolean().notNull(),
    ...place(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.phyle, table.family, table.artefact] }),
    byFamily: index().on(table.phyle, table.family, table.block, table.log),
    byContributor: index().on(table.contributor, table.block, table.log),
  }),
)

/** Who may give points for the works of a co-op. */
export const attester = onchainTable(
  'attester',
  (t) => ({
    phyle: t.hex().notNull(),
    coop: t.hex().notNull(),
    wallet: t.hex().notNull(),
    quota: t.bigint().notNull(),
    until: t.integer().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.phyle, table.coop, table.wallet] }) }),
)
