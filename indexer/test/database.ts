// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The database of an index, made by Ponder itself but filled by whoever opens it: for tests of what
 * the index answers, and for measuring it. Open it before anything of `src/api` is imported.
 */
import './ponder.ts'
import type { ReadonlyDrizzle } from 'ponder'
import * as schema from '../ponder.schema.ts'

type Drizzle = ReadonlyDrizzle<typeof schema>

interface Builder {
  readonly raw: Drizzle
}

/** What is used of `Database` of Ponder. */
interface Database {
  readonly adminQB: Builder
  readonly readonlyQB: Builder
  migrate(build: { buildId: string; chains: []; finalizedBlocks: [] }): Promise<unknown>
}

interface SchemaBuild {
  readonly schema: typeof schema
  readonly statements: { readonly indexes: { readonly sql: readonly string[] } }
}

/** Where it is kept: in memory, in a folder, or in a Postgres. */
export type Kept =
  | { readonly kind: 'pglite'; readonly options: { dataDir: string } }
  | {
      readonly kind: 'postgres'
      readonly poolConfig: { readonly connectionString: string; readonly max: number }
    }

export const IN_MEMORY: Kept = { kind: 'pglite', options: { dataDir: 'memory://' } }

/** A module of Ponder that it does not export. */
const inside = (path: string) => import(new URL(path, import.meta.resolve('ponder')).href)

export interface Opened extends AsyncDisposable {
  readonly db: Drizzle
  /** Makes the indexes, as Ponder does after the history is read. */
  index(): Promise<void>
}

export async function openDatabase(kept: Kept): Promise<Opened> {
  const [{ createDatabase }, { buildSchema }, { createShutdown }, { MetricsService }, logging] =
    await Promise.all([
      inside('./database/index.js'),
      inside('./build/schema.js'),
      inside('./internal/shutdown.js'),
      inside('./internal/metrics.js'),
      inside('./internal/logger.js'),
    ])
  const preBuild = { databaseConfig: kept, ordering: 'multichain' }
  const { statements } = buildSchema({ schema, preBuild })
  const schemaBuild: SchemaBuild = { schema, statements }
  const shutdown = createShutdown()
  const database: Database = createDatabase({
    common: {
      options: {
        command: 'start',
        databaseHeartbeatInterval: 10_000,
        databaseHeartbeatTimeout: 0,
      },
      logger: logging.createLogger({ level: 'silent', mode: 'json' }),
      metrics: new MetricsService(),
      shutdown,
    },
    namespace: { schema: 'public', viewsSchema: undefined },
    preBuild,
    schemaBuild,
  })
  await database.migrate({ buildId: 'measured', chains: [], finalizedBlocks: [] })
  Object.assign(globalThis, { PONDER_DATABASE: database })
  return {
    db: database.adminQB.raw,
    async index() {
      for (const statement of statements.indexes.sql) await database.adminQB.raw.execute(statement)
      await database.adminQB.raw.execute('ANALYZE')
    },
    async [Symbol.asyncDispose]() {
      await shutdown.kill()
    },
  }
}
