// SPDX-License-Identifier: AGPL-3.0-or-later
/** Times each route of the index on a federation of the size that it is made for. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fromRoot } from '../../scripts/paths.ts'
import { type Measured, MOST_MS, measure } from './measure.ts'

const LANES = { lanes: 4, times: 120 }
const MOST_TIMES = 3
/** So often each route is asked before anything is measured. */
const WARM_UP = 10
/** Between how many measurements the baseline is measured again. */
const EVERY = 8

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
    const asked = Object.entries(served.paths).flatMap(([route, paths]) =>
      paths.map((path) => ({ route, path })),
    )
    for (const { path } of asked) await measure(served.url + path, { ...LANES, times: WARM_UP })
    const baselines: Measured[] = []
    const found: Omit<Row, 'ratio'>[] = []
    for (const [i, { route, path }] of asked.entries()) {
      if (i % EVERY === 0) baselines.push(await measure(served.url + served.baseline, LANES))
      const { search: query } = new URL(path, served.url)
      found.push({ route, query, ...(await quickest(served.url + path)) })
    }
    const baseline = middle(baselines)
    const rows = found.map((row): Row => ({ ...row, ratio: row.p50 / baseline.p50 }))
    const database = databaseUrl ? 'Postgres' : 'PGlite'
    return { database, size: served.size, lanes: LANES.lanes, baseline, rows }
  } finally {
    child.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Measured again while it is slower than it may be: others use the machine too. */
async function quickest(url: string): Promise<Measured> {
  let best = await measure(url, LANES)
  for (let again = 1; again < MOST_TIMES && best.p95 > MOST_MS; again += 1) {
    const other = await measure(url, LANES)
    if (other.p95 < best.p95) best = other
  }
  return best
}

/** The one in the middle: the machine may have been busy at times. */
function middle(measured: readonly Measured[]): Measured {
  const sorted = measured.toSorted((a, b) => a.p50 - b.p50)
  const found = sorted[Math.floor(sorted.length / 2)]
  if (!found) throw new Error('nothing was measured')
  return found
}

async function firstLine<T>(output: NodeJS.ReadableStream): Promise<T> {
  for await (const line of createInterface({ input: output })) return JSON.parse(line) as T
  throw new Error('the index ended before it served')
}
