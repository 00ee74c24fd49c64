// SPDX-License-Identifier: AGPL-3.0-or-later
/** The same promises of the stores on SQLite and on Postgres. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { StoreError } from '../src/store/database.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { openSqlite } from '../src/store/sqlite.ts'
import { type Cluster, hasPostgres, openCluster, WHY_NOT } from './postgres.ts'
import { promises } from './promises.ts'

describe('SQLite', () => promises(async () => openSqlite(':memory:')))

describe('Postgres', { skip: hasPostgres ? false : WHY_NOT }, () => {
  let cluster: Cluster
  before(async () => {
    cluster = await openCluster()
  })
  after(() => cluster?.stop())

  promises(async () => openPostgres(await cluster.database()))

  it('is opened by two at once, and brought up to date once', async () => {
    const url = await cluster.database()
    const both = await Promise.all([openPostgres(url), openPostgres(url)])
    for (const database of both) {
      const rows = await database.rows<{ kind: string }>(`SELECT kind FROM room ORDER BY kind`)
      assert.deepEqual(
        rows.map(({ kind }) => kind),
        ['documents', 'files', 'foundings', 'profiles'],
      )
      await database.close()
    }
  })

  it('elects one of those who share it, and another one when that one ends', async () => {
    const url = await cluster.database()
    const [one, two] = [await openPostgres(url), await openPostgres(url)]
    assert.equal(await one.leads('sending'), true)
    assert.equal(await one.leads('sending'), true)
    assert.equal(await two.leads('sending'), false)
    assert.equal(await two.leads('something else'), true)
    await one.close()
    assert.equal(await two.leads('sending'), true)
    await two.close()
  })

  it('lets another one lead when the line of the first is cut', async () => {
    const url = await cluster.database()
    const [one, two] = [await openPostgres(url), await openPostgres(url)]
    assert.equal(await one.leads('sending'), true)
    const name = new URL(url).pathname.slice(1)
    const cut = `SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
      JOIN pg_database ON pg_database.oid = pg_locks.database
      WHERE locktype = 'advisory' AND datname = '${name}'`
    await cluster.run(cut)
    assert.equal(await two.leads('sending'), true)
    await assert.rejects(one.leads('sending'), StoreError)
    assert.equal(await one.leads('sending'), false)
    await Promise.all([one.close(), two.close()])
  })

  it('says in a sentence that it is gone, or is not there', async () => {
    const url = await cluster.database()
    const isSaid = (pattern: RegExp) => (error: unknown) => {
      assert.ok(error instanceof StoreError)
      assert.match(error.message, pattern)
      return true
    }
    await assert.rejects(openPostgres(`${url}_not`), isSaid(/does not exist. Create it/))
    const nowhere = 'postgres://postgres@127.0.0.1:1/phyle'
    await assert.rejects(openPostgres(nowhere), isSaid(/cannot be reached. Look whether it runs/))
    await cluster.run(
      `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET default_transaction_read_only = on`,
    )
    const readOnly = await openPostgres(url).catch((error: unknown) => error)
    isSaid(/is read-only/)(readOnly)
  })
})
