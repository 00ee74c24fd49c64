// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, onchainTable, primaryKey } from 'ponder'
import { place } from '../columns.ts'

export const proposal = onchainTable(
  'proposal',
  (t) => ({
    assembly: t.hex().notNull(),
    id: t.bigint().notNull(),
    coop: t.hex().notNull(),
    proposer: t.hex().notNull(),
    title: t.text().notNull(),
    description: t.text().notNull(),
    actions: t.integer().notNull(),
    targets: t.hex().array().notNull(),
    values: t.bigint().array().notNull(),
    calldatas: t.hex().array().notNull(),
    /* What was copied when the vote was opened. */
    kind: t.integer().notNull(),
    /** What a search finds it by, folded. */
    words: t.text().notNull(),
    /** The same for the same motion under any words. */
    motion: t.hex().notNull(),
    cooperative: t.text().notNull(),
    resolution: t.text().notNull(),
    language: t.text().notNull(),
    ruleWord: t.bigint().notNull(),
    classWord: t.bigint().notNull(),
    counts: t.bigint().notNull(),
    classNames: t.text().array().notNull(),
    snapshot: t.integer().notNull(),
    voteStart: t.integer().notNull(),
    voteEnd: t.integer().notNull(),
    eta: t.integer().notNull(),
    expiry: t.integer().notNull(),
    executedBlock: t.integer(),
    executedTime: t.integer(),
    executedTx: t.hex(),
    cancelledBlock: t.integer(),
    cancelledTime: t.integer(),
    cancelledTx: t.hex(),
    /** Of a second call: what was lost to silence. */
    secondOf: t.bigint(),
    ...place(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.assembly, table.id] }),
    byPlace: index().on(table.block, table.log),
    byCoop: index().on(table.coop, table.block, table.log),
    byEnd: index().on(table.voteEnd),
    byMotion: index().on(table.assembly, table.motion, table.id),
  }),
)

/** The ballots of a proposal, counted as they come, and what they come to under its rule. */
export const tally = onchainTable(
  'tally',
  (t) => ({
    assembly: t.hex().notNull(),
    proposal: t.bigint().notNull(),
    /** Of class 0 the four choices, then of class 1, and so on. */
    votes: t.integer().array().notNull(),
    voted: t.integer().notNull(),
    quorum: t.boolean().notNull(),
    passing: t.boolean().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.assembly, table.proposal] }) }),
)

/** The ballot that stands, one for each voter. */
export const ballot = onchainTable(
  'ballot',
  (t) => ({
    assembly: t.hex().notNull(),
    proposal: t.bigint().notNull(),
    voter: t.hex().notNull(),
    memberId: t.bigint().notNull(),
    class: t.integer().notNull(),
    choice: t.integer().notNull(),
    how: t.text().notNull(),
    reason: t.text(),
    /** For ballots that were signed. */
    signature: t.hex(),
    /** The number of the change that was signed; null where it is the ballot itself. */
    change: t.bigint(),
    ...place(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.assembly, table.proposal, table.voter] }),
    byVoter: index().on(table.voter, table.assembly, table.proposal),
    byCount: index().on(table.assembly, table.proposal, table.block, table.log, table.memberId),
    byMember: index().on(table.assembly, table.proposal, table.memberId),
  }),
)

/** Who asked to vote again on what was lost. */
export const ask = onchainTable(
  'ask',
  (t) => ({
    assembly: t.hex().notNull(),
    proposal: t.bigint().notNull(),
    member: t.hex().notNull(),
    ...place(t),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.assembly, table.proposal, table.member] }),
  }),
)
