// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * One index that writes, two servers beside it that only answer, and the nginx of `docs/proxy` before
 * them, all on one Postgres.
 */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { iAssemblyAbi } from '@phyle/sdk/generated/abi'
import { freePort, type Ground } from '../../relay/test/kit.ts'
import { hasNginx, NGINX_WHY_NOT, startNginx } from '../../relay/test/nginx.ts'
import { hasPostgres, openCluster, WHY_NOT } from '../../relay/test/postgres.ts'
import { groundFor, Index, inPostgres } from './house.ts'

const EXAMPLE = join(import.meta.dirname, '../../docs/proxy/nginx-indexer.conf')
/** They are asked in turn, so each is asked often. */
const TIMES = 20

const skip = !hasPostgres ? WHY_NOT : !hasNginx && NGINX_WHY_NOT

describe('one index that writes and two servers', { skip }, () => {
  const house = new AsyncDisposableStack()
  let ground: Ground
  let writer: Index
  let first: Index
  let second: Index
  let door: string

  before(async () => {
    ground = await groundFor(4)
    house.defer(() => ground.close())
    const cluster = await openCluster()
    house.defer(() => cluster.stop())
    const home = house.use(await inPostgres(cluster))
    writer = house.use(Index.in(home, ground))
    await writer.start()
    await writer.caughtUp()
    first = house.use(Index.beside(home, ground))
    second = house.use(Index.beside(home, ground))
    await Promise.all([first.start(), second.start()])
    await Promise.all([first.answers(), second.answers()])
    const port = await freePort()
    const text = await readFile(EXAMPLE, 'utf8')
    const ports = { 8081: port, 42070: first.port, 42071: second.port }
    house.use(
      await startNginx(
        join(ground.folder, 'nginx'),
        Object.entries(ports).reduce((all, [from, to]) => all.replaceAll(from, `${to}`), text),
      ),
    )
    door = `http://127.0.0.1:${port}`
    await first.until('nginx answered', async () => (await fetch(`${door}/api/status`)).ok)
  })

  after(() => house.disposeAsync())

  const ask = async (of: string, path: string) => {
    const answer = await fetch(of + path)
    return { status: answer.status, body: await answer.text() }
  }

  it('answer the same, and what the chain says', async () => {
    const vote = await ground.openVote()
    for (const voter of ground.members) {
      await ground.client.setBalance({ address: voter.address, value: 10n ** 18n })
      const hash = await ground.client.writeContract({
        address: vote.paper.assembly,
        abi: iAssemblyAbi,
        functionName: 'castVote',
        args: [vote.id, 1],
        account: voter,
      })
      await ground.client.waitForTransactionReceipt({ hash })
    }
    await Promise.all([writer.caughtUp(), first.caughtUp(), second.caughtUp()])
    const detail = `/api/proposals/${vote.paper.assembly}/${vote.id}`
    for (const path of ['/api/coops', '/api/proposals', '/api/names', detail, `${detail}/votes`]) {
      const [one, other] = [await ask(first.url, path), await ask(second.url, path)]
      assert.equal(one.status, 200, one.body)
      assert.deepEqual(other, one)
      assert.deepEqual(await ask(writer.url, path), one)
      assert.deepEqual(await ask(door, path), one)
    }
    const { data } = await first.told('/api/proposals/:assembly/:id', detail)
    assert.equal(data.voted, ground.members.length)
  })

  it('give nothing away through the door but what is asked of an index', async () => {
    for (const path of ['/metrics', '/health', '/status', '/']) {
      assert.equal((await ask(door, path)).status, 404, path)
    }
    assert.equal((await fetch(`${door}/api/coops`, { method: 'POST' })).status, 403)
  })

  it('let nobody notice that one of them was killed', async () => {
    const before = await ask(door, '/api/coops')
    const many = () => Array.from({ length: TIMES }, () => ask(door, '/api/coops'))
    const underWay = many()
    await first.kill()
    const answers = await Promise.all([...underWay, ...many()])
    assert.deepEqual(
      answers,
      answers.map(() => before),
    )
    await first.start()
    await first.caughtUp()
  })

  it('are not ready once the one who writes is dead, though no block tells of it', async () => {
    await writer.kill()
    await second.until('it said that it is stuck', async () => {
      const { data } = await second.told('/api/status', '/api/status')
      return data.stuck && !data.ready
    })
    await ground.client.mine({ blocks: 1 })
    const late = async () => (await second.told('/api/status', '/api/status')).data.behind === 1
    await second.until('it said that it is behind', late)
    await writer.start()
    await Promise.all([writer.caughtUp(), second.caughtUp()])
  })
})
