// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the index answers: the routes of `@phyle/sdk/index-api`, GraphQL and read-only SQL. */

import { db } from 'ponder:api'
import schema from 'ponder:schema'
import type { Answer, IndexData, IndexRoute, Refusal } from '@phyle/sdk/index-api'
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { graphql, client as sqlOverHttp } from 'ponder'
import { BaseError, type Hex, isAddress } from 'viem'
import { allSeries, machineDetail, machines, seriesDetail } from './bonds.ts'
import { account, applications, coopDetail, coops, members } from './coops.ts'
import { federationDetail, federations } from './federations.ts'
import { contributionsOf, person, personMoney } from './people.ts'
import { ballotPage, proposalDetail, proposals } from './proposals.ts'
import { NotFound } from './rows.ts'
import { asOf, isSameChain, statusAt } from './state.ts'
import { grantDetail, grants, workDetail, works } from './works.ts'

class Malformed extends Error {
  override readonly name = 'Malformed'
}

/** The rows hold addresses in lower case. */
function asAddress(text: string | undefined, what: string): Hex {
  if (!text || !isAddress(text, { strict: false }))
    throw new Malformed(`${what} is not an address.`)
  return text.toLowerCase() as Hex
}

const maybeAddress = (text: string | undefined, what: string): Hex | undefined =>
  text === undefined || text === '' ? undefined : asAddress(text, what)

function asId(text: string | undefined, what: string): bigint {
  if (!text || !/^\d{1,78}$/.test(text)) throw new Malformed(`${what} is not a number.`)
  return BigInt(text)
}

interface Asked {
  /** A segment of the path. */
  readonly address: (name: string) => Hex
  readonly id: (name: string) => bigint
  readonly query: {
    readonly text: (name: string) => string | undefined
    readonly address: (name: string) => Hex | undefined
    readonly id: (name: string) => bigint | undefined
  }
  /** The time at which the answer is true. */
  readonly now: number
}

function asked(c: Context, now: number): Asked {
  return {
    address: (name) => asAddress(c.req.param(name), name),
    id: (name) => asId(c.req.param(name), name),
    query: {
      text: (name) => c.req.query(name),
      address: (name) => maybeAddress(c.req.query(name), name),
      id: (name) => {
        const text = c.req.query(name)
        return text === undefined ? undefined : asId(text, name)
      },
    },
    now,
  }
}

type Reply<R extends IndexRoute> = (asked: Asked) => Promise<IndexData<R>>

const app = new Hono()

app.use(cors({ origin: '*', maxAge: 86_400 }))

app.use('/api/*', async (c, next) => {
  if (!(await isSameChain())) {
    const error = 'The chain began anew, and this index is of the old one. Start the index again.'
    return c.json({ error } satisfies Refusal, 503)
  }
  await next()
})

function answer<R extends IndexRoute>(route: R, reply: Reply<R>): void {
  app.get(route, async (c) => {
    const at = await asOf()
    const body: Answer<IndexData<R>> = { asOf: at, data: await reply(asked(c, at.time)) }
    return c.json(body as Answer<object>)
  })
}

app.get('/api/status', async (c) => {
  const at = await asOf()
  const body: Answer<IndexData<'/api/status'>> = { asOf: at, data: await statusAt(at) }
  return c.json(body)
})

answer('/api/coops', ({ query, now }) => coops(now, query.address('phyle')))
answer('/api/coops/:coop', ({ address, now }) => coopDetail(address('coop'), now))
answer('/api/coops/:coop/members', ({ address }) => members(address('coop')))
answer('/api/coops/:coop/applications', ({ address }) => applications(address('coop')))
answer('/api/coops/:coop/account', ({ address }) => account(address('coop')))
answer('/api/proposals', ({ query, now }) =>
  proposals(
    {
      coop: query.address('coop'),
      member: query.address('member'),
      open: query.text('open') === 'true',
    },
    now,
  ),
)
answer('/api/proposals/:assembly/:id', ({ address, id, query, now }) =>
  proposalDetail(address('assembly'), id('id'), query.address('member'), now),
)
answer('/api/proposals/:assembly/:id/ballots', ({ address, id, query }) =>
  ballotPage(address('assembly'), id('id'), Number(query.id('from') ?? 0n)),
)
answer('/api/series', ({ query, now }) =>
  allSeries({ phyle: query.address('phyle'), coop: query.address('coop') }, now),
)
answer('/api/series/:phyle/:id', ({ address, id, now }) =>
  seriesDetail(address('phyle'), id('id'), now),
)
answer('/api/machines', ({ query }) =>
  machines({ phyle: query.address('phyle'), coop: query.address('coop') }),
)
answer('/api/machines/:phyle/:id', ({ address, id }) => machineDetail(address('phyle'), id('id')))
answer('/api/works', ({ query, now }) =>
  works(
    { phyle: query.address('phyle'), steward: query.address('steward'), q: query.text('q') },
    now,
  ),
)
answer('/api/works/:phyle/:id', ({ address, id, now }) =>
  workDetail(address('phyle'), id('id'), now),
)
answer('/api/grants', ({ query }) =>
  grants({ licensee: query.address('licensee'), family: query.id('family') }),
)
answer('/api/grants/:family/:licensee', ({ address, id }) =>
  grantDetail(id('family'), address('licensee')),
)
answer('/api/federations', ({ now }) => federations(now))
answer('/api/federations/:phyle', ({ address, now }) => federationDetail(address('phyle'), now))
answer('/api/people/:wallet', ({ address }) => person(address('wallet')))
answer('/api/people/:wallet/money', ({ address, query, now }) => {
  const of = query.address('phyle')
  if (!of) throw new Malformed('phyle is missing: say in which federation.')
  return personMoney(address('wallet'), of, now)
})
answer('/api/people/:wallet/contributions', ({ address }) => contributionsOf(address('wallet')))

app.use('/graphql', graphql({ db, schema }))
app.use('/sql/*', sqlOverHttp({ db, schema }))

app.onError((error, c) => {
  const refuse = (status: 400 | 404 | 500 | 503, words: string) =>
    c.json({ error: words } satisfies Refusal, status)
  if (error instanceof NotFound) return refuse(404, error.message)
  if (error instanceof Malformed) return refuse(400, error.message)
  if (error instanceof BaseError) {
    return refuse(503, 'The index cannot reach the chain at the moment. Try again in a minute.')
  }
  console.error(error)
  return refuse(500, 'The index failed at this. The chain itself can still be read.')
})

export default app
