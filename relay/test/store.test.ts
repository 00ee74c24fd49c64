// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the relay says of a disk that is full, read-only or damaged. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, before, describe, it } from 'node:test'
import { zeroAddress } from 'viem'
import { openBallots } from '../src/assembly/ballotStore.ts'
import { SCHEMA, Stale, StoreError, type Value } from '../src/store/database.ts'
import { openSqlite } from '../src/store/sqlite.ts'

describe('the store', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'phyle-store-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const says = (pattern: RegExp) => (error: unknown) => {
    assert.ok(error instanceof StoreError)
    assert.match(error.message, pattern)
    return true
  }

  it('says of a damaged file what to do', async () => {
    const file = join(folder, 'damaged.sqlite')
    const database = openSqlite(file)
    await database.run({
      sql: `INSERT INTO documents (sha256, type, content) VALUES ('a', 'b', $1)`,
      values: [new Uint8Array(100_000)],
    })
    await database.close()
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0xa5, 4_096, bytes.length - 4_096))
    assert.throws(() => openSqlite(file), says(/is damaged.*backup/))
  })

  it('says of a file that is something else, and of a folder in its place', () => {
    const text = join(folder, 'letter.txt')
    writeFileSync(text, 'Dear co-op, '.repeat(1_000))
    assert.throws(() => openSqlite(text), says(/not a database of the relay/))
    const taken = join(folder, 'taken.sqlite')
    mkdirSync(taken)
    assert.throws(() => openSqlite(taken), says(/cannot be opened/))
    assert.throws(() => openSqlite(join(text, 'under', 'a.sqlite')), says(/cannot be opened/))
  })

  it('ends the program with the sentence, and with no trace of the stack', () => {
    const deployments = join(folder, 'deployments.json')
    const address = `0x${'11'.repeat(20)}`
    const registrar = { address, block: 5, codeHash: `0x${'22'.repeat(32)}` }
    writeFileSync(
      deployments,
      JSON.stringify({ chainId: 31_337, registrars: { Registrar: registrar } }),
    )
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, '../src/main.ts')],
      {
        env: {
          ...process.env,
          PHYLE_DEPLOYMENTS: deployments,
          PHYLE_RELAY_DATA: join(folder, 'letter.txt'),
        },
        encoding: 'utf8',
      },
    )
    assert.equal(status, 1)
    assert.match(stderr, /^The database .*letter\.txt is not a database of the relay/)
    assert.equal(stderr.trim().split('\n').length, 1)
  })

  it('says that the disk is full, and writes again once there is room', async () => {
    const database = openSqlite(join(folder, 'full.sqlite'))
    const put = (sha256: string) =>
      database.run({
        sql: `INSERT INTO documents (sha256, type, content) VALUES ($1, 'text/plain', $2)`,
        values: [sha256, new Uint8Array(50_000)],
      })
    await database.probe()
    await put('before')
    await database.rows('PRAGMA max_page_count = 1')
    await assert.rejects(put('while'), says(/its disk is full. Make room/))
    await database.rows('PRAGMA max_page_count = 1000000')
    await put('after')
    const kept = await database.rows<{ sha256: string }>(`SELECT sha256 FROM documents`)
    assert.deepEqual(kept.map(({ sha256 }) => sha256).toSorted(), ['after', 'before'])
    await database.close()
  })

  it('says that it is read-only, and the probe does too', async () => {
    const database = openSqlite(':memory:')
    await database.rows('PRAGMA query_only = ON')
    await assert.rejects(database.probe(), says(/read-only. Make it writable/))
    await database.rows('PRAGMA query_only = OFF')
    await database.probe()
    await database.close()
  })

  it('writes nothing where somebody else was first', async () => {
    const database = openSqlite(':memory:')
    const note = (name: string) => ({
      sql: `INSERT INTO meta (name, value) VALUES ($1, '')`,
      values: [name],
    })
    const change = { sql: `UPDATE meta SET value = 'x' WHERE name = 'gone'`, changes: 1 }
    await assert.rejects(database.run(note('a'), change), Stale)
    assert.deepEqual(await database.rows(`SELECT name FROM meta WHERE name = 'a'`), [])
    await database.close()
  })

  it('reads one ballot where one is asked for, however many the vote has', async () => {
    const database = openSqlite(':memory:')
    const asked: string[] = []
    const listening = {
      ...database,
      rows: <Row extends object>(sql: string, values: readonly Value[] = []) => {
        asked.push(sql)
        return database.rows<Row>(sql, values)
      },
    }
    const ballots = openBallots(listening)
    const [assembly, member] = [zeroAddress, zeroAddress]
    await ballots.ofMember(assembly, '1', member)
    await ballots.open(assembly, '1', member, 'changes')
    await ballots.oldest(assembly, '1', 'ballots')
    await ballots.places()
    assert.equal(asked.length, 4)
    for (const sql of asked) {
      const plan = await database.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      const [first] = plan.map(({ detail }) => detail)
      assert.match(first ?? '', /INDEX (ballots_of_member|one_open_of_each|ballots_(waiting|seen))/)
    }
    await database.close()
  })

  it('brings the tables of an older relay up to date, once', async () => {
    const file = join(folder, 'old.sqlite')
    const first = new DatabaseSync(file)
    for (const sql of SCHEMA('BLOB')) first.exec(sql)
    first.exec(`INSERT INTO documents (sha256, type, content) VALUES ('a', 'b', x'010203')`)
    first.exec(`INSERT INTO foundings (hash, draft) VALUES ('signed', '{}'), ('not', '{}')`)
    first.exec(`INSERT INTO founding_signatures VALUES ('signed', 'somebody', '0x')`)
    first.close()
    for (let times = 0; times < 2; times += 1) {
      const again = openSqlite(file)
      assert.deepEqual(await again.rows(`SELECT block FROM attempts`), [])
      const [room] = await again.rows(`SELECT entries, bytes FROM room WHERE kind = 'documents'`)
      assert.deepEqual({ ...room }, { entries: 1, bytes: 3 })
      const [kept] = await again.rows(`SELECT hash FROM foundings WHERE signed = 1`)
      assert.deepEqual({ ...kept }, { hash: 'signed' })
      await again.close()
    }
  })
})
