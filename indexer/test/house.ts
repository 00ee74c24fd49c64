// SPDX-License-Identifier: AGPL-3.0-or-later
/** An index of its own, on a chain of its own, for tests of how it follows and gets up again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Answer, IndexData, IndexRoute, IndexStatus } from '@phyle/sdk/index-api'
import { Ground } from '../../relay/test/kit.ts'

const PATIENCE_MS = 180_000

/** A chain with a co-op of so many members; the index also wants to know of federations. */
export async function groundFor(members: number): Promise<Ground> {
  const ground = await Ground.open(members)
  const record = JSON.parse(await readFile(ground.deploymentsFile, 'utf8'))
  const { Registrar } = record.registrars
  record.registrars.PhyleRegistrar = { ...Registrar, address: `0x${'a2'.repeat(20)}` }
  await writeFile(ground.deploymentsFile, JSON.stringify(record))
  return ground
}

async function freePort(): Promise<number> {
  const socket = createServer().listen(0, '127.0.0.1')
  await once(socket, 'listening')
  const place = socket.address()
  await new Promise((closed) => socket.close(closed))
  if (place === null || typeof place === 'string') throw new Error('there is no free port')
  return place.port
}

export class Index implements AsyncDisposable {
  readonly #ground: Ground
  readonly #home: string
  #child: ChildProcess | undefined
  #url = ''
  #said = ''

  private constructor(ground: Ground, home: string) {
    this.#ground = ground
    this.#home = home
  }

  static async of(ground: Ground): Promise<Index> {
    return new Index(ground, await mkdtemp(join(tmpdir(), 'phyle-index-')))
  }

  /** All that it said since it was made. */
  get said(): string {
    return this.#said
  }

  get folder(): string {
    return join(this.#home, 'pglite')
  }

  async start(): Promise<void> {
    const port = await freePort()
    this.#url = `http://127.0.0.1:${port}`
    const child = spawn(
      process.execPath,
      [
        join(import.meta.dirname, '../main.ts'),
        ...['--schema', 'phyle', '--hostname', '127.0.0.1', '--port', `${port}`],
        ...['--log-level', 'warn'],
      ],
      {
        env: {
          ...process.env,
          // What runs below is no test.
          NODE_TEST_CONTEXT: undefined,
          PHYLE_RPC_URL: this.#ground.url,
          PHYLE_DEPLOYMENTS: this.#ground.deploymentsFile,
          PHYLE_INDEX_DATA: this.folder,
          PONDER_TELEMETRY_DISABLED: 'true',
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
    await rm(this.#home, { recursive: true, force: true })
  }

  async told<R extends IndexRoute>(_route: R, path: string): Promise<Answer<IndexData<R>>> {
    const answer = await fetch(this.#url + path)
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Answer<IndexData<R>>
  }

  /** Waits until something holds; what it says when it does not in time. */
  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    const latest = Date.now() + PATIENCE_MS
    while (!(await holds().catch(() => false))) {
      if (this.#child && this.#child.exitCode !== null) {
        throw new Error(`the index ended before ${what}: ${this.#said.slice(-2_000)}`)
      }
      if (Date.now() > latest) throw new Error(`never ${what}: ${this.#said.slice(-2_000)}`)
      await wait(100)
    }
  }

  /** Waits until it made the first file of its database. */
  begun(): Promise<void> {
    return this.until('it began to make its database', async () =>
      existsSync(join(this.folder, 'PG_VERSION')),
    )
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
