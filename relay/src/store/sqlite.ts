// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import {
  type Database,
  probing,
  SCHEMA,
  Stale,
  type Statement,
  StoreError,
  stepsFrom,
  TAKEN,
  type Value,
} from './database.ts'

/** One file, or `:memory:`. What was answered to a member is on the disk before it was answered. */
export function openSqlite(file: string): Database {
  const telling = tellerFor(file)
  const database = telling(() => open(file))

  const prepared = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const statement = prepared.get(sql) ?? database.prepare(sql.replace(/\$(\d+)/g, '?$1'))
    prepared.set(sql, statement)
    return statement
  }

  const together = (statements: readonly Statement[]): void => {
    database.exec('BEGIN IMMEDIATE')
    try {
      for (const { sql, values = [], changes } of statements) {
        const done = prepare(sql).run(...values)
        if (changes !== undefined && Number(done.changes) !== changes) throw new Stale()
      }
      database.exec('COMMIT')
    } catch (error) {
      // A full disk has rolled back already.
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }
  telling(() => {
    for (const sql of SCHEMA('BLOB')) database.exec(sql)
    together(stepsFrom(Number(prepare(TAKEN).get()?.value ?? 0)))
  })
  const run: Database['run'] = async (...statements) => telling(() => together(statements))

  return {
    // A file has one writer at a time.
    skipLocked: '',
    async rows<Row extends object>(sql: string, values: readonly Value[] = []) {
      return telling(() => prepare(sql).all(...values) as Row[])
    },
    run,
    probe: probing(run),
    // A file belongs to one relay.
    leads: async () => true,
    async forget() {
      telling(() => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'))
    },
    async close() {
      database.close()
    },
  }
}

function open(file: string): DatabaseSync {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL')
  database.exec('PRAGMA busy_timeout = 1000')
  // The database overwrites what it erases.
  database.exec('PRAGMA secure_delete = ON')
  return database
}

/** What SQLite's codes mean, and what to do. */
const SAYINGS: Readonly<Record<number, string>> = {
  5: 'is held by another program. End that program; the relay goes on by itself.',
  8: 'cannot be written: the file or its disk is read-only. Make it writable; the relay goes on by itself.',
  10: 'cannot be read or written: its disk fails. Look at the disk, and have the last backup ready.',
  11: 'is damaged. Stop the relay and put the last backup in its place; docs/operating.md says how.',
  13: 'cannot grow: its disk is full. Make room; the relay goes on by itself.',
  14: 'cannot be opened. It has to be a file, in a folder that the relay may write to.',
  26: 'is not a database of the relay, or damaged. Put the last backup in its place, or name another file in PHYLE_RELAY_DATA.',
}
const CANNOT_OPEN = 14
/** Somebody else put another row under the same key. */
const TAKEN_ALREADY = 19

/** Runs things, and turns what the disk does into sentences. */
function tellerFor(file: string) {
  return <T>(work: () => T): T => {
    try {
      return work()
    } catch (cause) {
      const code = codeOf(cause) ?? -1
      if (code === TAKEN_ALREADY) throw new Stale({ cause })
      const saying = SAYINGS[code]
      throw saying ? new StoreError(`The database ${file} ${saying}`, { cause }) : cause
    }
  }
}

/** The primary code of SQLite; a file system that refuses the folder counts as one that cannot be opened. */
function codeOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  if (error.code === 'ERR_SQLITE_ERROR' && 'errcode' in error) return Number(error.errcode) & 0xff
  return 'syscall' in error ? CANNOT_OPEN : null
}
