// SPDX-License-Identifier: AGPL-3.0-or-later
import pg from 'pg'
import { type Database, SCHEMA, type Value } from './database.ts'

/** Postgres writes 64-bit numbers as text; ours all fit into a number. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
}

/** Any number that no other program takes a lock under. */
const LOCK = 7_066_117

export async function openPostgres(connectionString: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString, types, max: 8 })
  // One transaction: two relays that start at once would otherwise create the same table twice.
  const tables = SCHEMA('BYTEA').join(';\n')
  await pool.query(`BEGIN; SELECT pg_advisory_xact_lock(${LOCK}); ${tables}; COMMIT`)

  return {
    async rows<Row extends object>(sql: string, values: readonly Value[] = []) {
      return (await pool.query(sql, [...values])).rows as Row[]
    },
    async run(...statements) {
      const client = await pool.connect()
      try {
        await client.query('BEGIN')
        for (const { sql, values = [] } of statements) await client.query(sql, [...values])
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      } finally {
        client.release()
      }
    },
    async forget() {
      await pool.query('VACUUM profiles')
    },
    close: () => pool.end(),
  }
}
