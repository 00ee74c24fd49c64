// SPDX-License-Identifier: AGPL-3.0-or-later
/** A Postgres of its own for tests, from the programs of the system; null where there are none. */
import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from './kit.ts'

export const WHY_NOT = 'Postgres is not installed here: apt-get install postgresql'

const [BIN] = globSync('/usr/lib/postgresql/*/bin').toSorted().toReversed()

export const hasPostgres = BIN !== undefined && existsSync(join(BIN, 'initdb'))

export interface Cluster {
  /** The address of a new and empty database. */
  database(): Promise<string>
  run(sql: string): Promise<void>
  program(name: string, options: readonly string[]): Buffer
  stop(): void
}

/** It refuses to run as root: then the user postgres runs it, whom its package makes. */
function asUser(command: string, options: readonly string[]): Buffer {
  const program = join(BIN ?? '', command)
  const stdio = ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe']
  if (userInfo().uid !== 0) return execFileSync(program, options, { stdio })
  return execFileSync('runuser', ['-u', 'postgres', '--', program, ...options], {
    stdio,
    cwd: tmpdir(),
  })
}

/** The rows that one statement gives. */
export async function ask<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

export async function openCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'phyle-postgres-'))
  if (userInfo().uid === 0) {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres']))
    chownSync(folder, id('-u'), id('-g'))
  }
  const data = join(folder, 'data')
  const port = await freePort()
  asUser('initdb', ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--auth=trust', '--no-sync'])
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`
  asUser('pg_ctl', ['-D', data, '-w', '-o', settings, '-l', join(folder, 'log'), 'start'])
  const urlOf = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`
  let databases = 0

  const run = async (sql: string): Promise<void> => {
    await ask(urlOf('postgres'), sql)
  }

  return {
    run,
    async database() {
      databases += 1
      await run(`CREATE DATABASE phyle_${databases}`)
      return urlOf(`phyle_${databases}`)
    },
    program: asUser,
    stop() {
      asUser('pg_ctl', ['-D', data, '-m', 'immediate', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
