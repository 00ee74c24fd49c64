// SPDX-License-Identifier: AGPL-3.0-or-later
/** How fast relays take signed ballots in, and say how those of a vote stand. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SignedBallot } from '@phyle/sdk/chapters/assembly/api'
import { type Address, getAddress, type Hex, keccak256, numberToHex } from 'viem'
import type { Database } from '../../../relay/src/store/database.ts'
import { openPostgres } from '../../../relay/src/store/postgres.ts'
import { openSqlite } from '../../../relay/src/store/sqlite.ts'
import { type Asked, type Measured, measureAll } from '../measure.ts'
import { Postgres } from '../postgres.ts'
import { type Program, type Settings, startProgram } from '../programs.ts'
import { ASSEMBLY, ballotsFor, CHAIN, MEMBERS, REGISTRAR } from './votes.ts'

const LANES = 32
/** Votes of `MEMBERS` ballots each that one measurement takes in, and those before it to warm up. */
const VOTES = 4
const WARM_UP = 2
/** The vote whose ballots are asked for has so many. */
export const POLLED = 10_000
const POLLED_VOTE = '1000'
const POLLS = 360
const INTAKES = 4

/** What a program of ours did, and what it took of a processor each time, in milliseconds. */
export type Cost = Measured & { readonly cpu: number }

export type Row = Cost & {
  readonly what: string
  /** So many of the baseline's a second. */
  readonly ratio: number
}

export type Relay = {
  readonly lanes: number
  readonly ballots: number
  readonly baseline: Cost
  readonly rows: readonly Row[]
}

/** @returns rows of Postgres only where the system has one */
export async function measureRelay(): Promise<Relay> {
  const folder = await mkdtemp(join(tmpdir(), 'phyle-bench-'))
  try {
    await using node = await startProgram('bench/services/relay/node.ts')
    const settings = await settingsIn(folder, node.url)
    const ballots = await ballotsFor(1, WARM_UP + VOTES)
    const baseline = await baselineOf(ballots)
    const found: Omit<Row, 'ratio'>[] = await onSqlite(folder, settings, ballots)
    await using postgres = await Postgres.start()
    if (postgres) found.push(...(await onPostgres(postgres, settings, ballots)))
    const rows = found.map((row) => ({ ...row, ratio: row.perSecond / baseline.perSecond }))
    return { lanes: LANES, ballots: VOTES * MEMBERS, baseline, rows }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function settingsIn(folder: string, node: string): Promise<Settings> {
  const deployments = join(folder, 'deployments.json')
  const registrar = { address: REGISTRAR, block: 1, codeHash: `0x${'22'.repeat(32)}` }
  await writeFile(
    deployments,
    JSON.stringify({ chainId: CHAIN, registrars: { Registrar: registrar } }),
  )
  return {
    PHYLE_RPC_URL: node,
    PHYLE_DEPLOYMENTS: deployments,
    PHYLE_RELAY_KEY: keccak256('0x01'),
    PHYLE_RELAY_REQUESTS_PER_MINUTE: '100000000',
    PHYLE_RELAY_REQUEST_SECONDS: '60',
    PHYLE_RELAY_CHORE_SECONDS: '86400',
    PORT: '0',
  }
}

const startRelay = (settings: Settings): Promise<Program> =>
  startProgram('relay/src/main.ts', settings)

async function baselineOf(ballots: readonly SignedBallot[]): Promise<Cost> {
  await using bare = await startProgram('bench/services/relay/bare.ts')
  return await intake([bare], ballots)
}

async function onSqlite(folder: string, given: Settings, ballots: readonly SignedBallot[]) {
  const settings = { ...given, PHYLE_RELAY_DATA: join(folder, 'relay.sqlite') }
  await using relay = await startRelay(settings)
  await fill(openSqlite(settings.PHYLE_RELAY_DATA))
  return [
    { what: 'takes in, SQLite', ...(await intake([relay], ballots)) },
    ...(await polls(relay, 'SQLite')),
  ]
}

async function onPostgres(
  postgres: Postgres,
  given: Settings,
  ballots: readonly SignedBallot[],
): Promise<Omit<Row, 'ratio'>[]> {
  const found: Omit<Row, 'ratio'>[] = []
  for (const intakes of [1, INTAKES]) {
    const url = postgres.database()
    const settings = { ...given, DATABASE_URL: url }
    await using relays = new AsyncDisposableStack()
    const all = await Promise.all(
      Array.from({ length: intakes }, async () => relays.use(await startRelay(settings))),
    )
    await fill(await openPostgres(url))
    const name = intakes === 1 ? 'Postgres' : `Postgres, ${intakes} intakes`
    found.push({ what: `takes in, ${name}`, ...(await intake(all, ballots)) })
    const [first] = all
    if (first && intakes === 1) found.push(...(await polls(first, name)))
  }
  return found
}

const agent = new Agent({ keepAlive: true, maxSockets: LANES })

/** Sends each ballot to one of `relays`, in turn. */
function intake(relays: readonly Program[], ballots: readonly SignedBallot[]): Promise<Cost> {
  const asks = ballots.map((ballot, at) => {
    const { url } = relays[at % relays.length] as Program
    return () => ask(`${url}/ballots`, JSON.stringify(ballot))
  })
  return measured(relays, asks, WARM_UP * MEMBERS)
}

async function polls(relay: Program, name: string): Promise<Omit<Row, 'ratio'>[]> {
  const of = `${relay.url}/ballots?assembly=${ASSEMBLY}&proposal=${POLLED_VOTE}`
  const own = (at: number) => `${of}&member=${memberOf((at * 7_919) % POLLED)}`
  const asks = (url: (at: number) => string) =>
    Array.from({ length: POLLS }, (_, at) => () => ask(url(at)))
  return [
    { what: `one's own ballot, ${name}`, ...(await measured([relay], asks(own), POLLS / 6)) },
    {
      what: `a page of ballots, ${name}`,
      ...(await measured(
        [relay],
        asks(() => of),
        POLLS / 6,
      )),
    },
  ]
}

/** The first so many are not counted. */
async function measured(
  programs: readonly Program[],
  asks: readonly (() => Promise<Asked>)[],
  warmUp: number,
): Promise<Cost> {
  await measureAll(asks.slice(0, warmUp), LANES)
  const before = await cpuOf(programs)
  const found = await measureAll(asks.slice(warmUp), LANES)
  const used = (await cpuOf(programs)) - before
  return { ...found, cpu: (used * 1_000) / (asks.length - warmUp) }
}

/** Seconds of a processor that they used until now. */
async function cpuOf(programs: readonly Program[]): Promise<number> {
  const each = programs.map(async ({ url }) => {
    const text = await (await fetch(`${url}/metrics`)).text()
    return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1])
  })
  return (await Promise.all(each)).reduce((sum, seconds) => sum + seconds, 0)
}

/** Over few lines that stay open, so that little of the machine goes into asking. */
function ask(url: string, body?: string): Promise<Asked> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const method = body === undefined ? 'GET' : 'POST'
    const asked = request(url, { agent, method, headers }, (answer) => {
      const chunks: Uint8Array[] = []
      answer.on('data', (chunk: Uint8Array) => chunks.push(chunk))
      answer.on('end', () => {
        const { statusCode = 0 } = answer
        const said = Buffer.concat(chunks)
        if (statusCode >= 400) reject(new Error(`${url} answered ${statusCode}: ${said}`))
        else resolve({ ms: performance.now() - begun, bytes: said.length })
      })
    })
    asked.on('error', (cause) => {
      // A line that was idle may have been closed in the moment in which it was taken again.
      if (asked.reusedSocket) resolve(ask(url, body))
      else reject(new Error(`${url} does not answer`, { cause }))
    })
    asked.end(body)
  })
}

const memberOf = (at: number): Address => getAddress(numberToHex(at + 1, { size: 20 }))

/** Ballots of a large vote that were counted long ago; a relay that begins with a database empties it. */
async function fill(database: Database): Promise<void> {
  const hash: Hex = numberToHex(1, { size: 32 })
  const statements = Array.from({ length: POLLED }, (_, at) => ({
    sql: `INSERT INTO ballots (id, assembly, proposal, member, member_id, choice, signature, account,
            state, received, queued, ends, tx, hash)
          VALUES ($1, $2, $3, $4, $5, 'for', $6, 0, 'counted', 1, 1, 2, 1, $7)`,
    values: [
      keccak256(numberToHex(at, { size: 32 })),
      ASSEMBLY,
      POLLED_VOTE,
      memberOf(at),
      at + 1,
      `0x${'11'.repeat(65)}`,
      hash,
    ],
  }))
  await database.run(...statements)
  await database.close()
}
