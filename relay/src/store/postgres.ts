// SPDX-License-Identifier: AGPL-3.0-or-later
import pg from 'pg'
import { type Database, SCHEMA, type Statement, stepsFrom, TAKEN, type Value } from './database.ts'

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
  await together(pool, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(${LOCK})`)
    await client.query(SCHEMA('BYTEA').join(';\n'))
    const [taken] = (await client.query<{ value: string }>(TAKEN)).rows
    for (const step of stepsFrom(Number(taken?.value ?? 0))) await query(client, step)
  })

  return {
    async rows<Row extends object>(sql: string, values: readonly Value[] = []) {
      return (await pool.query(sql, [...values])).rows as Row[]
    },
    run: (...statements) =>
      together(pool, async (client) => {
        for (const statement of statements) await query(client, statement)
      }),
    async forget() {
      await pool.query('VACUUM profiles')
    },
    close: () => pool.end(),
  }
}

const query = (client: pg.PoolClient, { sql, values = [] }: Statement) =>
  client.query(sql, [...values])

/** All that `work` does, or nothing of it. */
async function together(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await work(client)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
