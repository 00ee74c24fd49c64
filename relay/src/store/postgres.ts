// SPDX-License-Identifier: AGPL-3.0-or-later
import pg from 'pg'
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

/** Postgres writes 64-bit numbers as text; ours all fit into a number. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format),
}

/** Any number that no other program takes a lock under. */
const LOCK = 7_066_117
const CONNECT_MS = 3_000
/** Below the deadline of a request. */
const QUERY_MS = 8_000

/** @throws StoreError */
export async function openPostgres(connectionString: string): Promise<Database> {
  const pool = new pg.Pool({
    ...{ connectionString, types, max: 8 },
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    statement_timeout: QUERY_MS,
  })
  // A line that is cut between two questions is said by the next one, and replaced.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  // One transaction: two relays that start at once would otherwise create the same table twice.
  await together(pool, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(${LOCK})`)
    await client.query(SCHEMA('BYTEA').join(';\n'))
    const [taken] = (await client.query<{ value: string }>(TAKEN)).rows
    for (const step of stepsFrom(Number(taken?.value ?? 0))) await query(client, step)
  })
  const election = electionIn(pool)
  const run: Database['run'] = (...statements) =>
    together(pool, async (client) => {
      for (const statement of statements) await query(client, statement)
    })

  return {
    skipLocked: 'FOR UPDATE SKIP LOCKED',
    async rows<Row extends object>(sql: string, values: readonly Value[] = []) {
      return (await pool.query(sql, [...values]).catch(tell)).rows as Row[]
    },
    run,
    probe: probing(run),
    leads: (work) => election.leads(work),
    async forget() {
      await pool.query('VACUUM profiles')
    },
    async close() {
      await election.end()
      await pool.end()
    },
  }
}

/** Holds locks on one connection: the database lets go of them when the program or the line ends. */
function electionIn(pool: pg.Pool) {
  let holder: pg.PoolClient | null = null
  const held = new Set<string>()

  const drop = (): void => {
    holder?.release(true)
    holder = null
    held.clear()
  }

  return {
    async end(): Promise<void> {
      await holder?.query('SELECT pg_advisory_unlock_all()').catch(() => undefined)
      drop()
    },

    async leads(work: string): Promise<boolean> {
      try {
        holder ??= await pool.connect()
        if (held.has(work)) {
          await holder.query('SELECT 1')
          return true
        }
        const { rows } = await holder.query<{ mine: boolean }>(
          'SELECT pg_try_advisory_lock(hashtextextended($1, $2)) AS mine',
          [work, LOCK],
        )
        if (rows[0]?.mine) held.add(work)
        return held.has(work)
      } catch (error) {
        drop()
        return tell(error)
      }
    },
  }
}

const query = async (
  client: pg.PoolClient,
  { sql, values = [], changes }: Statement,
): Promise<void> => {
  const { rowCount } = await client.query(sql, [...values])
  if (changes !== undefined && rowCount !== changes) throw new Stale()
}

/** All that `work` does, or nothing of it. */
async function together(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<void>,
): Promise<void> {
  const client = await pool.connect().catch(tell)
  try {
    await client.query('BEGIN')
    await work(client)
    await client.query('COMMIT')
    client.release()
  } catch (error) {
    // A connection that is gone has nothing to roll back, and cannot be given back.
    const broken = await client.query('ROLLBACK').then(
      () => undefined,
      () => true,
    )
    client.release(broken)
    tell(error)
  }
}

/** Somebody else put another row under the same key. */
const TAKEN_ALREADY = '23505'

/** What Postgres' codes mean, by their beginning, and what to do. */
const SAYINGS: readonly (readonly [string, string])[] = [
  ['53100', 'cannot grow: its disk is full. Make room; the relay goes on by itself.'],
  ['53', 'has no room for more connections. Allow more of them, or end some.'],
  ['25006', 'is read-only. Name the writing one in DATABASE_URL, or wait until it takes over.'],
  ['28', 'does not let the relay in. Look at the name and the password in DATABASE_URL.'],
  ['3D000', 'does not exist. Create it, or name another one in DATABASE_URL.'],
  ['XX00', 'is damaged. Stop the relay and restore the last backup; docs/operating.md says how.'],
  ['57', 'is stopping or starting. The relay goes on by itself when it answers.'],
  ['08', 'does not answer. Look whether it runs; the relay goes on by itself when it does.'],
  ['E', 'cannot be reached. Look whether it runs; the relay goes on by itself when it does.'],
]

/** Throws it on: as a sentence where it is the database that fails. */
function tell(cause: unknown): never {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === TAKEN_ALREADY) throw new Stale({ cause })
  const saying = SAYINGS.find(([begin]) => code.startsWith(begin))?.[1]
  if (saying) throw new StoreError(`The Postgres database ${saying}`, { cause })
  if (cause instanceof Error && /timeout|terminated|ended|not queryable/i.test(cause.message)) {
    throw new StoreError('The Postgres database takes too long to answer.', { cause })
  }
  throw cause
}
