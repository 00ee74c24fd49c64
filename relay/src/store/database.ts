// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The little of SQL that the stores need, in words that SQLite and Postgres share. Parameters are
 * written `$1`, `$2`, …; whole numbers come back as numbers, bytes as Uint8Array.
 */
export type Value = string | number | null | Uint8Array

export interface Statement {
  readonly sql: string
  readonly values?: readonly Value[]
  /** So many rows it has to change, else nothing of what is written with it is. */
  readonly changes?: number
}

/** The database cannot be read or written; `message` says what happened and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}

/** Somebody else changed meanwhile what was to be changed; nothing was written. */
export class Stale extends Error {
  override readonly name = 'Stale'

  constructor(options?: ErrorOptions) {
    super('It was changed meanwhile by somebody else.', options)
  }
}

export interface Database {
  /** At the end of a selection of what to work on: leaves to others what they are taking just now. */
  readonly skipLocked: string
  /** @throws StoreError */
  rows<Row extends object>(sql: string, values?: readonly Value[]): Promise<Row[]>
  /** All of them or none. @throws StoreError, and Stale where a statement says what it changes */
  run(...statements: readonly Statement[]): Promise<void>
  /** Whether something can be written now; asked again after a while only. @throws StoreError */
  probe(): Promise<void>
  /**
   * Whether this program is the one of all that share the database which does `work`. Once it is, it
   * stays so until it ends or loses the database; then another one takes over.
   */
  leads(work: string): Promise<boolean>
  /** Lets go of what was erased, as far as the database keeps it beside its tables. */
  forget(): Promise<void>
  close(): Promise<void>
}

export const SCHEMA = (bytes: 'BLOB' | 'BYTEA'): readonly string[] => [
  `CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS ballots (
     id TEXT PRIMARY KEY, assembly TEXT NOT NULL, proposal TEXT NOT NULL, member TEXT NOT NULL,
     member_id BIGINT NOT NULL, choice TEXT NOT NULL, signature TEXT NOT NULL,
     account INTEGER NOT NULL, state TEXT NOT NULL, why TEXT, received BIGINT NOT NULL,
     queued BIGINT NOT NULL, ends BIGINT NOT NULL, tx BIGINT, hash TEXT)`,
  `CREATE INDEX IF NOT EXISTS ballots_of_tx ON ballots (tx)`,
  `CREATE TABLE IF NOT EXISTS transactions (
     id BIGINT PRIMARY KEY, sender TEXT NOT NULL, nonce BIGINT NOT NULL, purpose TEXT NOT NULL,
     target TEXT NOT NULL, data TEXT NOT NULL, gas BIGINT NOT NULL, state TEXT NOT NULL,
     hash TEXT, block BIGINT, block_hash TEXT)`,
  `CREATE INDEX IF NOT EXISTS transactions_in_flight ON transactions (sender, state)`,
  `CREATE TABLE IF NOT EXISTS attempts (
     hash TEXT PRIMARY KEY, tx BIGINT NOT NULL, raw TEXT NOT NULL, max_fee TEXT NOT NULL,
     tip TEXT NOT NULL, made BIGINT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS spending (
     tx BIGINT PRIMARY KEY, sender TEXT NOT NULL, day BIGINT NOT NULL, gwei BIGINT NOT NULL)`,
  `CREATE INDEX IF NOT EXISTS spending_by_day ON spending (sender, day)`,
  `CREATE INDEX IF NOT EXISTS attempts_of_tx ON attempts (tx)`,
  `CREATE TABLE IF NOT EXISTS documents (
     sha256 TEXT PRIMARY KEY, type TEXT NOT NULL, content ${bytes} NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS reasons (
     assembly TEXT NOT NULL, proposal TEXT NOT NULL, member TEXT NOT NULL, kept TEXT NOT NULL,
     PRIMARY KEY (assembly, proposal, member))`,
  `CREATE TABLE IF NOT EXISTS files (
     sha256 TEXT PRIMARY KEY, type TEXT NOT NULL, bytes BIGINT NOT NULL, content ${bytes} NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS sponsorships (
     membership TEXT NOT NULL, applicant TEXT NOT NULL, class INTEGER NOT NULL,
     deadline BIGINT NOT NULL, sponsor TEXT NOT NULL, signature TEXT NOT NULL,
     PRIMARY KEY (membership, applicant, class, deadline, sponsor))`,
  `CREATE TABLE IF NOT EXISTS profiles (
     member TEXT PRIMARY KEY, issued BIGINT NOT NULL, name TEXT, likeness TEXT, picture TEXT,
     image ${bytes}, signature TEXT)`,
  `CREATE INDEX IF NOT EXISTS profiles_by_likeness ON profiles (likeness)`,
  `CREATE TABLE IF NOT EXISTS seen_logs (
     block BIGINT NOT NULL, log_index INTEGER NOT NULL, address TEXT NOT NULL, topics TEXT NOT NULL,
     data TEXT NOT NULL, PRIMARY KEY (block, log_index))`,
  `CREATE TABLE IF NOT EXISTS room (
     kind TEXT PRIMARY KEY, entries BIGINT NOT NULL, bytes BIGINT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS foundings (hash TEXT PRIMARY KEY, draft TEXT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS founding_signatures (
     hash TEXT NOT NULL, founder TEXT NOT NULL, signature TEXT NOT NULL,
     PRIMARY KEY (hash, founder))`,
]

/**
 * What was added to tables since they were first made, oldest first; each step is done once, and
 * `meta` keeps how many were. A step is never changed, only followed by others.
 */
export const STEPS: readonly string[] = [
  `ALTER TABLE attempts ADD COLUMN block BIGINT NOT NULL DEFAULT 0`,
  `ALTER TABLE foundings ADD COLUMN made BIGINT NOT NULL DEFAULT 0`,
  `ALTER TABLE foundings ADD COLUMN deadline BIGINT NOT NULL DEFAULT 0`,
  `ALTER TABLE foundings ADD COLUMN signed INTEGER NOT NULL DEFAULT 0`,
  `UPDATE foundings SET signed = 1, deadline = 4102444800
    WHERE hash IN (SELECT hash FROM founding_signatures)`,
  `INSERT INTO room (kind, entries, bytes)
    SELECT 'documents', COUNT(*), COALESCE(SUM(LENGTH(content)), 0) FROM documents`,
  `INSERT INTO room (kind, entries, bytes)
    SELECT 'files', COUNT(*), COALESCE(SUM(bytes), 0) FROM files`,
  `INSERT INTO room (kind, entries, bytes)
    SELECT 'profiles', COUNT(*), COALESCE(SUM(LENGTH(image)), 0) FROM profiles`,
  `INSERT INTO room (kind, entries, bytes) VALUES ('foundings', 0, 0)`,
  `CREATE INDEX ballots_waiting ON ballots (assembly, proposal, queued) WHERE state = 'waiting'`,
  `DROP INDEX IF EXISTS ballots_of_proposal`,
  `CREATE INDEX ballots_by_member ON ballots (assembly, proposal, member_id, id)`,
  `ALTER TABLE ballots ADD COLUMN claimed_by TEXT`,
  `ALTER TABLE ballots ADD COLUMN claimed_until BIGINT NOT NULL DEFAULT 0`,
  `ALTER TABLE ballots ADD COLUMN taken_back INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE ballots ADD COLUMN seen_block BIGINT`,
  `ALTER TABLE ballots ADD COLUMN seen_hash TEXT`,
  `CREATE INDEX ballots_seen ON ballots (seen_hash, seen_block) WHERE seen_hash IS NOT NULL`,
  `ALTER TABLE reasons ADD COLUMN issued BIGINT NOT NULL DEFAULT 0`,
  `CREATE INDEX ballots_of_member ON ballots (assembly, proposal, member)`,
  `UPDATE ballots SET why = NULL`,
  `ALTER TABLE ballots ADD COLUMN reason TEXT`,
  `ALTER TABLE ballots ADD COLUMN change TEXT NOT NULL DEFAULT '0'`,
  `DROP INDEX IF EXISTS one_open_ballot`,
  `CREATE UNIQUE INDEX one_open_of_each ON ballots (assembly, proposal, member, (change = '0'))
    WHERE state = 'waiting' OR state = 'sent'`,
]

/** The statements that bring tables up to date, given how many steps were taken. */
export const stepsFrom = (taken: number): readonly Statement[] =>
  taken >= STEPS.length
    ? []
    : [
        ...STEPS.slice(taken).map((sql) => ({ sql })),
        {
          sql: `INSERT INTO meta (name, value) VALUES ('steps', $1)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
          values: [String(STEPS.length)],
        },
      ]

export const TAKEN = `SELECT value FROM meta WHERE name = 'steps'`

const PROBE_BYTES = 16_384
const PROBED_FOR_MS = 5_000

/** Writes more than fits into what is free already, and takes it away again. */
export function probing(run: Database['run']): Database['probe'] {
  let last = 0
  return async () => {
    if (Date.now() - last < PROBED_FOR_MS) return
    await run(
      {
        sql: `INSERT INTO meta (name, value) VALUES ('probe', $1)
              ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
        values: ['x'.repeat(PROBE_BYTES)],
      },
      { sql: `DELETE FROM meta WHERE name = 'probe'` },
    )
    last = Date.now()
  }
}
