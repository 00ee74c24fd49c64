// SPDX-License-Identifier: AGPL-3.0-or-later
/** Backup and restore as `docs/operating.md` says, while ballots wait. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Hex } from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { Ground } from './kit.ts'
import { type Cluster, hasPostgres, openCluster, WHY_NOT } from './postgres.ts'
import { post, relayOf, type Settings, send, settingsOf, untilState } from './relays.ts'

const WAITING = { PHYLE_RELAY_BATCH_SECONDS: '3600' }

describe('a backup', () => {
  let ground: Ground
  before(async () => {
    ground = await Ground.open(3)
  })
  after(() => ground?.close())

  /**
   * A ballot waits when the copy is made, and is carried after it; another one comes in later. A
   * relay on the copy finds the first counted, and takes the second anew.
   */
  const holds = async (
    name: string,
    first: Settings,
    second: Settings,
    copy: () => Promise<void>,
  ) => {
    const vote = await ground.openVote()
    const voted = async (relay: { url: string }, i: number): Promise<Hex> => {
      const ballot = await vote.ballot(ground.members[i] as PrivateKeyAccount, 'for')
      return (await send(relay, ballot)).body.ballot.id
    }
    const relay = await relayOf(ground, name, { ...WAITING, ...first })
    const one = await voted(relay, 0)
    await copy()
    const { assembly } = vote.paper
    await post(relay, '/ballots/departures', { assembly, proposal: `${vote.id}` })
    await untilState(relay, one, 'counted')
    const lost = await voted(relay, 1)
    await relay.stop()

    const restored = await relayOf(ground, name, second)
    try {
      await untilState(restored, one, 'counted')
      const answer = await fetch(`${restored.url}/ballots/${lost}`)
      assert.equal(answer.status, 404, 'what came in after the copy is signed again')
      assert.equal(await voted(restored, 1), lost)
      await untilState(restored, lost, 'counted')
      assert.equal((await vote.tally()).for, 2)
    } finally {
      await restored.stop()
    }
  }

  it('of SQLite is made while the relay runs, and loses nothing that is in it', async () => {
    const file = settingsOf(ground, 'lite').PHYLE_RELAY_DATA as string
    const copied = join(ground.folder, 'copy.sqlite')
    const docs = readFileSync(join(import.meta.dirname, '../../docs/operating.md'), 'utf8')
    const said = /^node -e "(.*)"$/m.exec(docs)?.[1] ?? ''
    const script = said
      .replaceAll('\\"', '"')
      .replace('.phyle/relay.sqlite', file)
      .replace('relay-backup.sqlite', copied)
    await holds('lite', {}, { PHYLE_RELAY_DATA: copied }, async () => {
      execFileSync(process.execPath, ['-e', script])
    })
  })

  it('of Postgres too', { skip: hasPostgres ? false : WHY_NOT }, async () => {
    const cluster: Cluster = await openCluster()
    try {
      const from = await cluster.database()
      const to = await cluster.database()
      await holds('pg', { DATABASE_URL: from }, { DATABASE_URL: to }, async () => {
        const dump = join(ground.folder, 'relay.dump')
        writeFileSync(dump, cluster.program('pg_dump', ['-Fc', from]))
        chmodSync(ground.folder, 0o755)
        cluster.program('pg_restore', ['-d', to, dump])
      })
    } finally {
      cluster.stop()
    }
  })
})
