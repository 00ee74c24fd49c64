// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { type Database, SCHEMA, type Statement, stepsFrom, TAKEN, type Value } from './database.ts'

/** One file, or `:memory:`. What was answered to a member is on the disk before it was answered. */
export function openSqlite(file: string): Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL')
  database.exec('PRAGMA busy_timeout = 5000')
  // What is erased is overwritten.
  database.exec('PRAGMA secure_delete = ON')
  for (const sql of SCHEMA('BLOB')) database.exec(sql)

  const prepared = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const statement = prepared.get(sql) ?? database.prepare(sql.replace(/\$(\d+)/g, '?$1'))
    prepared.set(sql, statement)
    return statement
  }

  const together = (statements: readonly Statement[]): void => {
    database.exec('BEGIN IMMEDIATE')
    try {
      for (const { sql, values = [] } of statements) prepare(sql).run(...values)
      database.exec('COMMIT')
    } catch (error) {
      database.exec('ROLLBACK')
      throw error
    }
  }
  together(stepsFrom(Number(prepare(TAKEN).get()?.value ?? 0)))

  return {
    async rows<Row extends object>(sql: string, values: readonly Value[] = []) {
      return prepare(sql).all(...values) as Row[]
    },
    async run(...statements) {
      together(statements)
    },
    async forget() {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    },
    async close() {
      database.close()
    },
  }
}
