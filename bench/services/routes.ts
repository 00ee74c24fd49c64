// SPDX-License-Identifier: AGPL-3.0-or-later
/** What each route of the index takes on a federation of the size that it is made for. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fromRoot } from '../../scripts/paths.ts'
import { type Measured, measure } from './measure.ts'

const LANES = { lanes: 4, times: 120, warmUp: 5 }

type Served = {
  readonly url: string
  readonly baseline: string
  /** By route, what is asked of it. */
  readonly paths: Readonly<Record<string, readonly string[]>>
  readonly size: Readonly<Record<string, number>>
}

export type Row = Measured & {
  readonly route: string
  /** With what was asked beside it. */
  readonly query: string
  /** p50 as a multiple of that of the baseline. */
  readonly ratio: number
}

export type Routes = {
  readonly database: 'PGlite' | 'Postgres'
  readonly size: Served['size']
  readonly lanes: number
  readonly baseline: Measured
  readonly rows: readonly Row[]
}

/** @param databaseUrl a Postgres with nothing in it; without it the embedded database */
export async function measureRoutes(databaseUrl: string | undefined): Promise<Routes> {
  const folder = await mkdtemp(join(tmpdir(), 'phyle-bench-'))
  const child = spawn(process.execPath, [fromRoot('indexer/test/serve.ts'), folder], {
    env: { ...process.env, ...(databaseUrl && { DATABASE_URL: databaseUrl }) },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  try {
    const served = await firstLine<Served>(child.stdout)
    const baseline = await measure(served.url + served.baseline, LANES)
    const rows: Row[] = []
    for (const [route, paths] of Object.entries(served.paths)) {
      for (const path of paths) {
        const measured = await measure(served.url + path, LANES)
        const query = new URL(path, served.url).search
        rows.push({ route, query, ...measured, ratio: measured.p50 / baseline.p50 })
      }
    }
    const database = databaseUrl ? 'Postgres' : 'PGlite'
    return { database, size: served.size, lanes: LANES.lanes, baseline, rows }
  } finally {
    child.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

async function firstLine<T>(output: NodeJS.ReadableStream): Promise<T> {
  for await (const line of createInterface({ input: output })) return JSON.parse(line) as T
  throw new Error('the index ended before it served')
}
