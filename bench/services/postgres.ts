// SPDX-License-Identifier: AGPL-3.0-or-later
/** A Postgres for one measurement: the one of the system (Debian: `postgresql`), with nothing in it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const HOST = '127.0.0.1'
const USER = 'phyle'

async function freePort(): Promise<number> {
  const socket = createServer().listen(0, HOST)
  await once(socket, 'listening')
  const place = socket.address()
  await new Promise((closed) => socket.close(closed))
  if (place === null || typeof place === 'string') throw new Error('there is no free port')
  return place.port
}

/** It refuses to run as root: then it runs as the user that its package made. */
function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const of = (flag: '-u' | '-g') =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: of('-u'), gid: of('-g') }
}

export class Postgres implements AsyncDisposable {
  readonly url: string
  readonly #server: ChildProcess
  readonly #folder: string
  readonly #createdb: string
  #databases = 0

  private constructor(url: string, server: ChildProcess, folder: string, bin: string) {
    this.url = url
    this.#server = server
    this.#folder = folder
    this.#createdb = join(bin, 'createdb')
  }

  /** @returns undefined where the system has none */
  static async start(): Promise<Postgres | undefined> {
    const bin = globSync('/usr/lib/postgresql/*/bin').toSorted().at(-1)
    if (bin === undefined) return undefined
    const folder = mkdtempSync(join(tmpdir(), 'phyle-postgres-'))
    const who = unprivileged()
    if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid)
    const data = join(folder, 'data')
    execFileSync(join(bin, 'initdb'), ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8'], {
      ...who,
      stdio: 'ignore',
    })
    const port = await freePort()
    const server = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-h', HOST, '-p', `${port}`, '-k', folder],
      { ...who, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    for await (const line of createInterface({ input: server.stderr })) {
      if (line.includes('ready to accept connections')) break
    }
    server.stderr.resume()
    return new Postgres(`postgres://${USER}@${HOST}:${port}/postgres`, server, folder, bin)
  }

  /** The address of another database with nothing in it. */
  database(): string {
    this.#databases += 1
    const name = `phyle_${this.#databases}`
    execFileSync(this.#createdb, ['--maintenance-db', this.url, name], { stdio: 'ignore' })
    return this.url.replace(/postgres$/, name)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#server, 'close')
    this.#server.kill('SIGINT')
    await ended
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
