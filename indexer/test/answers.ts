// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the index answers of a federation: the same, wherever it is kept. One database a process. */
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Answer } from '@phyle/sdk/answer'
import { DECISIONS_OF } from '@phyle/sdk/chapters/assembly/api'
import { OFFERS_OF } from '@phyle/sdk/chapters/bonds/api'
import { iPhyleAbi } from '@phyle/sdk/generated/abi'
import type { IndexData, IndexRoute } from '@phyle/sdk/index-api'
import type { Hono } from 'hono'
import { sql } from 'ponder'
import { encodeFunctionData, pad, toHex } from 'viem'
import { chainThatRests } from './chain.ts'
import { type Kept, type Opened, openDatabase } from './database.ts'
import { addressOf, fill, SMALL } from './federation.ts'
import { PATHS } from './paths.ts'

const MOST_BYTES = 200_000

export function answers(keptIn: (house: AsyncDisposableStack) => Promise<Kept>): void {
  const house = new AsyncDisposableStack()
  let app: Hono
  let opened: Opened

  before(async () => {
    house.use(await chainThatRests())
    opened = house.use(await openDatabase(await keptIn(house)))
    await fill(opened, SMALL)
    app = (await import('../src/api/index.ts')).default
  })

  after(() => house.disposeAsync())

  async function told<R extends IndexRoute>(
    _route: R,
    path: string,
  ): Promise<Answer<IndexData<R>>> {
    const answer = await app.request(path)
    const text = await answer.text()
    assert.equal(answer.status, 200, `${path}: ${text.slice(0, 200)}`)
    assert.ok(Buffer.byteLength(text) < MOST_BYTES, `${path} has ${text.length} bytes`)
    return JSON.parse(text) as Answer<IndexData<R>>
  }

  async function textOf(path: string) {
    const answer = await app.request(path)
    assert.equal(answer.status, 200, path)
    return { type: answer.headers.get('Content-Type') ?? '', text: await answer.text() }
  }

  const asked = Object.entries(PATHS).flatMap(([route, paths]) =>
    paths.map((path) => ({ route: route as IndexRoute, path })),
  )

  const withQuery = (path: string, query: string) =>
    `${path}${path.includes('?') ? '&' : '?'}${query}`

  for (const { route, path } of asked) {
    it(`answers ${path}, its pages in one order whatever their size, and back again`, async () => {
      const whole = await told(route, path)
      if (!whole.page) return
      const all = await told(route, withQuery(path, 'limit=100'))
      const total = all.page?.total ?? 0
      const rows: unknown[] = []
      const firsts: string[] = []
      let cursor = ''
      for (;;) {
        const { data, page } = await told(route, withQuery(path, `limit=20&cursor=${cursor}`))
        assert.equal(page?.from, rows.length)
        assert.equal(page?.total, total)
        assert.equal(page?.previous, firsts.at(-1) ?? null)
        rows.push(...(data as readonly unknown[]))
        firsts.push(cursor)
        if (page?.next === null || page?.next === undefined) break
        cursor = page.next
      }
      assert.equal(rows.length, total)
      const first = all.data as readonly unknown[]
      assert.deepEqual(rows.slice(0, first.length), first)
      assert.equal(new Set(rows.map((row) => JSON.stringify(row))).size, rows.length)
    })
  }

  it('finds in the database the same decisions as belong to a state, and each in one state', async () => {
    const { page } = await told('/api/proposals', '/api/proposals')
    let found = 0
    const { decisionsOf } = await import('../src/api/assembly/proposals.ts')
    for (const state of DECISIONS_OF) {
      const { data, page: of } = await told(
        '/api/proposals',
        `/api/proposals?state=${state}&limit=100`,
      )
      for (const one of data) assert.equal(decisionsOf(one.state), state)
      found += of?.total ?? 0
    }
    assert.equal(found, page?.total)
  })

  it('finds the same offers as belong to a state, and each in one state', async () => {
    const { page } = await told('/api/series', '/api/series')
    let found = 0
    for (const state of OFFERS_OF) {
      found += (await told('/api/series', `/api/series?state=${state}`)).page?.total ?? 0
    }
    assert.equal(found, page?.total)
  })

  it('puts first what can be acted on', async () => {
    const { decisionsOf } = await import('../src/api/assembly/proposals.ts')
    const { data } = await told('/api/proposals', '/api/proposals?order=standing&limit=100')
    const over = DECISIONS_OF.indexOf('done')
    const places = data.map(({ state }) => Math.min(DECISIONS_OF.indexOf(decisionsOf(state)), over))
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    )
    const open = data.filter(({ state }) => state === 'active').map(({ votingEnds }) => votingEnds)
    assert.ok(open.length > 1)
    assert.deepEqual(
      open,
      open.toSorted((a, b) => a - b),
    )
  })

  it('ends a permission where the payment began that was given back, and counts all of them', async () => {
    const { data, page } = await told('/api/grants', '/api/grants?limit=100')
    const { rows } = await opened.db.execute(sql`select count(*)::int as all from permission`)
    assert.equal(page?.total, rows[0]?.all)
    const ends = data.map(({ to, receipts: [last] }) =>
      last?.refunded ? to === last.from : to === last?.to,
    )
    assert.ok(ends.every((isRight) => isRight))
    assert.ok(data.some(({ receipts: [last] }) => last?.refunded))
    assert.ok(data.some(({ receipts: [last] }) => !last?.refunded))
  })

  it('counts of a roll what the list of members holds', async () => {
    const coop = addressOf('coop', 1)
    const { data } = await told('/api/coops/:coop', `/api/coops/${coop}`)
    for (const { index, members } of data.classes) {
      const path = `/api/coops/${coop}/members?class=${index}&left=false`
      const { data: rows } = await told('/api/coops/:coop/members', `${path}&limit=500`)
      assert.equal(rows.length, members)
    }
  })

  it('keeps in one answer no more than may be sent, however long reasons are', async () => {
    await opened.db.execute(sql`update ballot set reason = repeat('ä', 30000) where proposal = 2`)
    const [assembly] = [addressOf('assembly', 1)]
    const { data } = await told('/api/proposals/:assembly/:id', `/api/proposals/${assembly}/2`)
    assert.ok(data.ballots.length > 0 && data.ballots.length < data.voted)
    const { page } = await told(
      '/api/proposals/:assembly/:id/votes',
      `/api/proposals/${assembly}/2/votes`,
    )
    assert.equal(page?.total, data.voted)
  })

  it('keeps what strangers may say of years and times, however far away', async () => {
    const [far, year] = [2 ** 40 - 1, 2 ** 32 - 1]
    const phyle = addressOf('phyle', 0).toLowerCase()
    const wallet = addressOf('person', 9).toLowerCase()
    for (const statement of [
      `update series set opens_at = ${far}, subscribe_until = ${far}, closes_at = ${far}, buy_by = ${far}, expected_by = ${far}, rent_period = ${year} where id = 3`,
      `update machine set rent_period = ${year} where id = 2`,
      `update coop set cooling_period = ${year} where address = '${addressOf('coop', 3).toLowerCase()}'`,
      `insert into vouching (phyle, attester, coop, year, document, block, time, tx, log)
       values ('${phyle}', '${wallet}', '${wallet}', ${year}, '0x01', 1, 1, '0x02', 1)`,
      `insert into budget_line (coop, chapter, line, name, asset, ground, "from", "to", payees, ceiling, spent, proposal, block, time, tx, log)
       values ('${phyle}', '${wallet}', 1, 'For ever', '${wallet}', 0, ${far}, ${far}, array[]::text[], 1, 0, 1, 1, 1, '0x02', 1)`,
    ]) {
      await opened.db.execute(sql.raw(statement))
    }
    const path = `/api/series?phyle=${phyle}&order=standing`
    const { data: all } = await told('/api/series', `${path}&limit=100`)
    assert.equal(all.find(({ id }) => id === '3')?.opens, far)
    for (const [at, one] of all.entries()) {
      const before = all[at - 1]
      if (!before) continue
      const { page } = await told('/api/series', `${path}&limit=${at}`)
      const { data } = await told('/api/series', `${path}&limit=1&cursor=${page?.next}`)
      assert.equal(data[0]?.id, one.id)
    }
  })

  it('tells an attester what they are asked to vouch for, and for what of it they did', async () => {
    const [phyle, wallet] = [addressOf('phyle', 0), addressOf('person', 9)]
    const path = '/api/proposals?order=standing&limit=100'
    const { data: decisions } = await told('/api/proposals', path)
    const open = decisions.find(({ state }) => state === 'active')
    assert.ok(open)
    const filed = ([2025, 2026] as const).map((year) => ({ year, document: pad(toHex(year)) }))
    const calls = filed.map(({ year, document }) =>
      encodeFunctionData({
        abi: iPhyleAbi,
        functionName: 'fileSocialAccount',
        args: [year, document, wallet],
      }),
    )
    const [coop, first] = [open.coop.toLowerCase(), filed[0]?.document]
    await opened.db.execute(
      sql.raw(`update proposal set targets = array['${phyle}', '${phyle}'], calldatas = array['${calls.join("','")}']
        where assembly = '${open.assembly.toLowerCase()}' and id = ${open.id}`),
    )
    await opened.db.execute(
      sql.raw(`insert into vouching (phyle, attester, coop, year, document, block, time, tx, log)
        values ('${phyle.toLowerCase()}', '${wallet.toLowerCase()}', '${coop}', 2025, '${first}', 1, 1, '0x02', 1)`),
    )
    const { data } = await told('/api/attesters/:wallet', `/api/attesters/${wallet}`)
    assert.deepEqual(
      data.map(({ coop: by, year, vouched }) => [by.toLowerCase(), year, vouched]),
      [
        [coop, 2025, true],
        [coop, 2026, false],
      ],
    )
  })

  it('tells calendars and readers of news how the decisions of a co-op stand', async () => {
    const coop = addressOf('coop', 1)
    await opened.db.execute(
      sql`update proposal set title = 'Bread & <b>roses</b> ' || chr(7) || ']]>, "for" all; now'
          where coop = ${coop.toLowerCase()} and id = 2`,
    )
    const { data } = await told('/api/proposals', `/api/proposals?coop=${coop}&limit=100`)
    const page = encodeURIComponent('https://coops.example/app/?x=<#y')

    const news = await textOf(`/api/coops/${coop}/decisions.atom?app=${page}`)
    assert.match(news.type, /^application\/atom\+xml/)
    const [, ...entries] = news.text.split('<entry>')
    assert.equal(entries.length, data.length)
    const { assembly } = data[0] ?? {}
    const entry = entries.find((one) => one.includes(`:${assembly}/2</id>`))
    const title = /<title[^>]*><!\[CDATA\[(.*)\]\]><\/title>/.exec(entry ?? '')?.[1]
    // Entries have their titles in markup.
    assert.match(entry ?? '', /<title type="html">/)
    const text = 'Bread &amp; &lt;b&gt;roses&lt;/b&gt;  ]]&gt;, "for" all; now'
    assert.equal(title, text)
    assert.ok(entry?.includes(`href="https://coops.example/app/#/decisions/${assembly}/2"`), entry)

    const closings = await textOf(`/api/coops/${coop}/closings.ics?app=${page}`)
    assert.match(closings.type, /^text\/calendar/)
    const [, ...events] = closings.text.replaceAll('\r\n ', '').split('BEGIN:VEVENT')
    const going = data.filter(({ state }) => state !== 'cancelled')
    assert.equal(events.length, going.length)
    for (const { id, votingEnds } of going) {
      const event = events.find((one) => one.includes(`:${assembly}/${id}\r\n`))
      const end = new Date(votingEnds * 1000).toISOString().replaceAll(/[-:]|\.\d+/g, '')
      assert.ok(event?.includes(`DTEND:${end}`), `${id} ends at ${end}`)
    }
    assert.ok(closings.text.includes('Bread & <b>roses</b>'))
  })

  it('leads from a feed to nothing but a page of the web', async () => {
    const coop = addressOf('coop', 1)
    const far = `https://coops.example/${'a'.repeat(2_000)}`
    const others = ['', 'javascript:alert(1)', 'https://you@coops.example/', 'coops.example']
    for (const page of [...others, far]) {
      const path = `/api/coops/${coop}/decisions.atom?app=${encodeURIComponent(page)}`
      assert.equal((await app.request(path)).status, 400, page)
    }
  })

  it('says of what does not belong into an address that it cannot be read', async () => {
    for (const path of [
      '/api/proposals?cursor=1',
      '/api/proposals?cursor=-1.2.3',
      '/api/names?limit=501',
      '/api/coops?limit=101',
      '/api/contributions?family=1',
    ]) {
      assert.equal((await app.request(path)).status, 400, path)
    }
  })

  it('answers nothing but its routes: no queries of a reader', async () => {
    for (const path of ['/sql/db?sql=x', '/sql/live', '/graphql', '/']) {
      assert.equal((await app.request(path)).status, 404, path)
    }
  })
}
