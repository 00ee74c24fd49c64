// SPDX-License-Identifier: AGPL-3.0-or-later
/** An index of its own, on a chain of its own, for tests of how it follows and gets up again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Answer } from '@phyle/sdk/answer'
import type { IndexData, IndexRoute, IndexStatus } from '@phyle/sdk/index-api'
import { freePort, Ground } from '../../relay/test/kit.ts'
import { ask, type Cluster } from '../../relay/test/postgres.ts'

const PATIENCE_MS = 300_000

/** A chain with a co-op of so many members; the index also wants to know of federations. */
export async function groundFor(members: number): Promise<Ground> {
  const ground = await Ground.open(members)
  const record = JSON.parse(await readFile(ground.deploymentsFile, 'utf8'))
  const { Registrar } = record.registrars
  record.registrars.PhyleRegistrar = { ...Registrar, address: `0x${'a2'.repeat(20)}` }
  await writeFile(ground.deploymentsFile, JSON.stringify(record))
  return ground
}

/** Where an index keeps what it read. */
export interface Home extends AsyncDisposable {
  readonly env: Readonly<Record<string, string>>
  /** Whether it has begun to make its tables there. */
  hasBegun(): Promise<boolean>
}

/** The embedded database, in a folder of its own. */
export async function inFolder(): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'phyle-index-'))
  const data = join(folder, 'pglite')
  return {
    env: { PHYLE_INDEX_DATA: data },
    hasBegun: async () => existsSync(join(data, 'PG_VERSION')),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A database of a Postgres. */
export async function inPostgres(cluster: Cluster): Promise<Home> {
  const url = await cluster.database()
  return {
    env: { DATABASE_URL: url },
    async hasBegun() {
      const made = "SELECT to_regclass('phyle._ponder_meta') IS NOT NULL AS made"
      const [row] = await ask<{ made: boolean }>(url, made)
      return row?.made === true
    },
    async [Symbol.asyncDispose]() {},
  }
}

const MAIN = join(import.meta.dirname, '../main.ts')
const PONDER = fileURLToPath(new URL('bin/ponder.js', import.meta.resolve('ponder')))

/** The chain that an index reads, as it sees it. */
type Below = Pick<Ground, 'url' | 'client' | 'deploymentsFile'>

export class Index implements AsyncDisposable {
  readonly #ground: Below
  readonly #home: Home
  readonly #folder: string
  readonly #program: readonly string[]
  #schema = 'phyle'
  #child: ChildProcess | undefined
  #port: number | undefined
  #said = ''

  private constructor(
    ground: Below,
    home: Home,
    { folder, program }: { folder: string; program: readonly string[] },
  ) {
    this.#ground = ground
    this.#home = home
    this.#folder = folder
    this.#program = program
  }

  static in(home: Home, ground: Below): Index {
    // Not the folder of the index: paths are those of whoever starts it.
    const folder = dirname(ground.deploymentsFile)
    return new Index(ground, home, { folder, program: [MAIN] })
  }

  /** One that only answers, from what another writes. */
  static beside(home: Home, ground: Below): Index {
    const folder = join(import.meta.dirname, '..')
    return new Index(ground, home, { folder, program: [PONDER, 'serve'] })
  }

  /** The port on which it answers, the same each time that it is started. */
  get port(): number {
    if (this.#port === undefined) throw new Error('the index was not started yet')
    return this.#port
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** All that it said since it was made. */
  get said(): string {
    return this.#said
  }

  /** @param schema another than before, where it is to begin anew on a Postgres */
  async start(schema = this.#schema): Promise<void> {
    this.#schema = schema
    this.#port ??= await freePort()
    const child = spawn(
      process.execPath,
      [
        ...this.#program,
        ...['--schema', schema, '--hostname', '127.0.0.1', '--port', `${this.#port}`],
        ...['--log-level', 'warn'],
      ],
      {
        cwd: this.#folder,
        env: {
          ...process.env,
          // What runs below is no test.
          NODE_TEST_CONTEXT: undefined,
          PHYLE_RPC_URL: this.#ground.url,
          PHYLE_DEPLOYMENTS: relative(this.#folder, this.#ground.deploymentsFile),
          PONDER_TELEMETRY_DISABLED: 'true',
          ...this.#home.env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        this.#said += chunk.toString()
      })
    }
    this.#child = child
  }

  /** Whether it ended by itself since it was started. */
  get hasEnded(): boolean {
    return this.#child !== undefined && this.#child.exitCode !== null
  }

  /** Ends it at once, as a machine does that loses its power. */
  async kill(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null) return
    const ended = once(child, 'close')
    child.kill('SIGKILL')
    await ended
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill()
  }

  async told<R extends IndexRoute>(_route: R, path: string): Promise<Answer<IndexData<R>>> {
    const answer = await fetch(this.url + path)
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Answer<IndexData<R>>
  }

  /** Waits until something holds; what it says when it does not in time. */
  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const latest = Date.now() + PATIENCE_MS
    while (!(await holds().catch(() => false))) {
      if (this.hasEnded) {
        throw new Error(`the index ended before ${what}: ${this.#said.slice(-2_000)}`)
      }
      if (Date.now() > latest) throw new Error(`never ${what}: ${this.#said.slice(-2_000)}`)
      await wait(100)
    }
  }

  /** Waits until it began to make its tables. */
  begun(): Promise<void> {
    return this.until('it began to make its database', () => this.#home.hasBegun())
  }

  /** Waits until it answers, however far it has read. */
  answers(): Promise<void> {
    return this.until('it answered', async () => {
      await this.told('/api/status', '/api/status')
      return true
    })
  }

  /** Waits until it has caught up, or could not and ended. */
  async endsOrCatchesUp(): Promise<'ended' | 'caught up'> {
    await this.caughtUp().catch((error: unknown) => {
      if (!this.hasEnded) throw error
    })
    return this.hasEnded ? 'ended' : 'caught up'
  }

  /** Waits until it says that it is ready, at the block that the chain is at. */
  async caughtUp(): Promise<IndexStatus> {
    const block = Number(await this.#ground.client.getBlockNumber())
    let status: IndexStatus | undefined
    await this.until(`it was ready at block ${block}`, async () => {
      const { asOf, data } = await this.told('/api/status', '/api/status')
      status = data
      return data.ready && asOf.block === block
    })
    if (!status) throw new Error('it told no status')
    return status
  }
}

/** A chain with a co-op of so many members, and an index that has caught up with it. */
export async function followed(
  house: AsyncDisposableStack,
  members: number,
): Promise<{ readonly ground: Ground; readonly index: Index }> {
  const ground = await groundFor(members)
  house.defer(() => ground.close())
  const index = house.use(Index.in(house.use(await inFolder()), ground))
  await index.start()
  await index.caughtUp()
  return { ground, index }
}
