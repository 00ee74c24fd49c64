// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the index answers: the routes of `@phyle/sdk/index-api`, and nothing else. */

import type { Answer, AsOf, Refusal } from '@phyle/sdk/answer'
import { DECISIONS_OF } from '@phyle/sdk/chapters/assembly/api'
import { OFFERS_OF } from '@phyle/sdk/chapters/bonds/api'
import { KINDS } from '@phyle/sdk/chapters/statutes/enums'
import type { IndexData, IndexRoute, IndexRow, ListRoute } from '@phyle/sdk/index-api'
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { BaseError, type Hex, isAddress } from 'viem'
import { account } from './account.ts'
import { begin } from './begin.ts'
import {
  seriesDetail,
  seriesHistory,
  seriesList,
  seriesPayments,
  seriesPositions,
} from './bonds.ts'
import { nowAt } from './chain.ts'
import { amendments, applications, coopDetail, coops, members } from './coops.ts'
import { federationCoops, federationDetail, federations, pours } from './federations.ts'
import { grantDetail, grantList, receipts } from './grants.ts'
import { machineDetail, machines } from './machines.ts'
import { names } from './names.ts'
import { type Listed, type PageAsked, readCursor } from './page.ts'
import { movements, person, personMoney, positionsHeld } from './people.ts'
import { ballotPage, proposalDetail, votes } from './proposal.ts'
import { proposals } from './proposals.ts'
import { NotFound } from './rows.ts'
import { asOf, isSameChain, statusAt } from './state.ts'
import { contributions, contributionsOf, licences, workDetail, works } from './works.ts'

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

function asOneOf<const T extends string>(
  text: string | undefined,
  what: string,
  all: readonly T[],
): T | undefined {
  if (text === undefined || text === '') return undefined
  const found = all.find((one) => one === text)
  if (!found) throw new Malformed(`${what} is none of ${all.join(', ')}.`)
  return found
}

function inFederation(query: Asked['query']): Hex {
  const of = query.address('phyle')
  if (!of) throw new Malformed('phyle is missing: say in which federation.')
  return of
}

function ofFamily(query: Asked['query']): bigint {
  const family = query.id('family')
  if (family === undefined) throw new Malformed('family is missing: say of which works.')
  return family
}

/** How many rows a page has. */
interface PageSize {
  /** Where nobody says how many. */
  readonly rows?: number
  readonly most?: number
}

/** Which page of a list was asked for. */
function pageAsked(c: Context, { rows = 50, most = 100 }: PageSize): PageAsked {
  const cursor = c.req.query('cursor') ?? ''
  const after = cursor === '' ? undefined : readCursor(cursor)
  if (after === null) throw new Malformed('cursor is not one that a page gave.')
  const text = c.req.query('limit') ?? ''
  const limit = text === '' ? rows : Number(text)
  if (!Number.isInteger(limit) || limit < 1 || limit > most) {
    throw new Malformed(`limit is not a whole number from 1 to ${most}.`)
  }
  return { after, limit }
}

interface Asked {
  /** A segment of the path. */
  readonly address: (name: string) => Hex
  readonly id: (name: string) => bigint
  readonly query: {
    readonly text: (name: string) => string | undefined
    readonly address: (name: string) => Hex | undefined
    readonly id: (name: string) => bigint | undefined
    readonly flag: (name: string) => boolean | undefined
    readonly oneOf: <const T extends string>(name: string, all: readonly T[]) => T | undefined
  }
  /** The time at which the answer is true. */
  readonly now: number
}

function askedOf(c: Context, now: number): Asked {
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
      flag: (name) => {
        const text = asOneOf(c.req.query(name), name, ['true', 'false'])
        return text === undefined ? undefined : text === 'true'
      },
      oneOf: (name, all) => asOneOf(c.req.query(name), name, all),
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

/** Where the index is, which is how new what is read of the chain must be. */
async function asOfNow(): Promise<AsOf> {
  const at = await asOf()
  nowAt(at.block)
  return at
}

function answer<R extends IndexRoute>(route: R, reply: Reply<R>): void {
  app.get(route, async (c) => {
    const at = await asOfNow()
    const body: Answer<IndexData<R>> = { asOf: at, data: await reply(askedOf(c, at.time)) }
    return c.json(body as Answer<object>)
  })
}

/** A list, in pages. */
function list<R extends ListRoute>(
  route: R,
  reply: (asked: Asked) => Promise<Listed<IndexRow<R>>>,
  size: PageSize = {},
): void {
  app.get(route, async (c) => {
    const at = await asOfNow()
    const asked = pageAsked(c, size)
    const { data, page } = await (await reply(askedOf(c, at.time))).page(asked)
    const body: Answer<readonly IndexRow<R>[]> = { asOf: at, data, page }
    return c.json(body as Answer<object>)
  })
}

app.get('/api/status', async (c) => {
  const at = await asOf()
  const body: Answer<IndexData<'/api/status'>> = { asOf: at, data: await statusAt(at) }
  return c.json(body)
})

/** Small rows, of which somebody may need all. */
const SMALL: PageSize = { most: 500 }

/** Rows that have lists of their own in them. */
const DEEP: PageSize = { rows: 20 }

list('/api/names', ({ query }) => names(query.text('slug')), SMALL)
list('/api/coops', ({ query, now }) =>
  coops(now, {
    phyle: query.address('phyle'),
    member: query.address('member'),
    q: query.text('q'),
  }),
)
answer('/api/coops/:coop', ({ address, now }) => coopDetail(address('coop'), now))
list(
  '/api/coops/:coop/members',
  ({ address, query }) =>
    members(address('coop'), { class: query.id('class'), left: query.flag('left') }),
  SMALL,
)
list('/api/coops/:coop/applications', ({ address }) => applications(address('coop')))
list('/api/coops/:coop/amendments', ({ address }) => amendments(address('coop')))
list('/api/coops/:coop/account', ({ address }) => account(address('coop')))
list('/api/proposals', ({ query, now }) =>
  proposals(
    {
      coop: query.address('coop'),
      member: query.address('member'),
      voter: query.address('voter'),
      waiting: query.flag('waiting'),
      open: query.flag('open'),
      q: query.text('q'),
      state: query.oneOf('state', DECISIONS_OF),
      kind: query.oneOf('kind', KINDS),
      order: query.oneOf('order', ['standing']),
    },
    now,
  ),
)
answer('/api/proposals/:assembly/:id', ({ address, id, query, now }) =>
  proposalDetail(address('assembly'), id('id'), query.address('member'), now),
)
answer('/api/proposals/:assembly/:id/ballots', ({ address, id, query }) =>
  ballotPage(address('assembly'), id('id'), query.id('from') ?? 0n),
)
list('/api/proposals/:assembly/:id/votes', ({ address, id }) =>
  votes(address('assembly'), id('id')),
)
list('/api/series', ({ query, now }) =>
  seriesList(
    {
      phyle: query.address('phyle'),
      coop: query.address('coop'),
      q: query.text('q'),
      state: query.oneOf('state', OFFERS_OF),
      order: query.oneOf('order', ['standing']),
    },
    now,
  ),
)
answer('/api/series/:phyle/:id', ({ address, id, now }) =>
  seriesDetail(address('phyle'), id('id'), now),
)
list('/api/series/:phyle/:id/positions', ({ address, id, query }) =>
  seriesPositions(address('phyle'), id('id'), query.address('holder')),
)
list('/api/series/:phyle/:id/payments', ({ address, id }) =>
  seriesPayments(address('phyle'), id('id')),
)
list('/api/series/:phyle/:id/history', ({ address, id, now }) =>
  seriesHistory(address('phyle'), id('id'), now),
)
list('/api/machines', ({ query }) =>
  machines({ phyle: query.address('phyle'), coop: query.address('coop'), q: query.text('q') }),
)
answer('/api/machines/:phyle/:id', ({ address, id }) => machineDetail(address('phyle'), id('id')))
list('/api/works', ({ query, now }) =>
  works(
    {
      phyle: query.address('phyle'),
      steward: query.address('steward'),
      family: query.id('family'),
      licence: query.text('licence'),
      q: query.text('q'),
    },
    now,
  ),
)
list('/api/licences', ({ query }) => licences(query.address('phyle')))
answer('/api/works/:phyle/:id', ({ address, id, now }) =>
  workDetail(address('phyle'), id('id'), now),
)
list(
  '/api/grants',
  ({ query }) =>
    grantList({
      licensee: query.address('licensee'),
      family: query.id('family'),
      phyle: query.address('phyle'),
    }),
  DEEP,
)
answer('/api/grants/:family/:licensee', ({ address, id }) =>
  grantDetail(id('family'), address('licensee')),
)
list('/api/grants/:family/:licensee/receipts', ({ address, id }) =>
  receipts(id('family'), address('licensee')),
)
list('/api/contributions', ({ query }) => contributions(inFederation(query), ofFamily(query)))
list('/api/federations', ({ now }) => federations(now))
answer('/api/federations/:phyle', ({ address, now }) => federationDetail(address('phyle'), now))
list('/api/federations/:phyle/coops', ({ address, now }) => federationCoops(address('phyle'), now))
list('/api/federations/:phyle/pours', ({ address, query }) =>
  pours(address('phyle'), query.id('machine')),
)
answer('/api/people/:wallet', ({ address }) => person(address('wallet')))
answer('/api/people/:wallet/money', ({ address, query, now }) =>
  personMoney(address('wallet'), inFederation(query), now),
)
list('/api/people/:wallet/positions', ({ address, query, now }) =>
  positionsHeld(address('wallet'), inFederation(query), now),
)
list('/api/people/:wallet/movements', ({ address, query }) =>
  movements(inFederation(query), address('wallet')),
)
list('/api/people/:wallet/contributions', ({ address }) => contributionsOf(address('wallet')))

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

await begin()

export default app
