// SPDX-License-Identifier: AGPL-3.0-or-later
/** The relay's doors. What goes wrong behind one is answered in words, and never ends the relay. */
import { getConnInfo } from '@hono/node-server/conninfo'
import { DOCUMENT_BYTES } from '@phyle/sdk/documents'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import { BaseError } from 'viem'
import type { Chapter, Doors } from './chapter.ts'
import * as chapters from './chapters.ts'
import { Late, within } from './deadline.ts'
import type { Env } from './env.ts'
import { limitOf } from './limits.ts'
import { Refusal, VOTE_YOURSELF } from './refusal.ts'
import { documentRoutes } from './routes/documents.ts'
import { healthRoutes } from './routes/health.ts'
import { addressOf, type Proxies, senderKey } from './senders.ts'
import type { Services } from './services.ts'
import { StoreError } from './store/database.ts'

/** A file may come in over a slow line. */
const UPLOAD_TIMES = 6

const CHAPTERS: readonly Chapter[] = Object.values(chapters)
const CHAPTER_DOORS: Doors = Object.assign({}, ...CHAPTERS.map(({ doors }) => doors))
const WIDE_DOORS: Doors = Object.assign({}, ...CHAPTERS.map(({ wideDoors }) => wideDoors))
const FIRST_DOORS = CHAPTERS.flatMap(({ firstDoors }) => firstDoors ?? [])

/** The first parts of paths, as the figures name them. */
const DOORS: ReadonlySet<string> = new Set([
  'documents',
  'health',
  'metrics',
  ...Object.keys(CHAPTER_DOORS),
  ...Object.keys(WIDE_DOORS),
])

/** Bytes that one sender may leave here at once, and an hour. */
const ROOM = 32 * DOCUMENT_BYTES

export function makeApp(services: Services, env: Env, log: Logger): Hono {
  const { documents, health, metrics } = services
  const requestMs = env.requestSeconds * 1_000
  const senderOf = senderBy(env.proxies)
  const aMinute = () => limitOf(env.requestsPerMinute, env.requestsPerMinute / 60)
  const buckets = { reading: aMinute(), first: aMinute(), writing: aMinute() }
  const room = limitOf(ROOM, ROOM / 3_600)

  const behind = (doors: Doors): Hono => {
    const all = new Hono()
    for (const [door, open] of Object.entries(doors)) {
      all.route(`/${door}`, open({ use: services.use, room, senderOf }))
    }
    return all
  }

  return (
    new Hono()
      .use(async (c, next) => {
        const began = performance.now()
        await next()
        const seconds = (performance.now() - began) / 1_000
        metrics.note({
          method: c.req.method,
          door: doorOf(c.req.path),
          status: c.res.status,
          seconds,
        })
      })
      .use(cors({ origin: '*', maxAge: 86_400 }))
      .route('/health', healthRoutes(health))
      .get('/metrics', async (c) => {
        const { type, body } = await metrics.text()
        return c.body(body, 200, { 'Content-Type': type })
      })
      .use(async (c, next) => {
        if (!health.isOpen()) throw notOpen()
        const isUpload = c.req.method === 'PUT' && Object.hasOwn(WIDE_DOORS, doorOf(c.req.path))
        await within(requestMs * (isUpload ? UPLOAD_TIMES : 1), next)
      })
      .use(async (c, next) => {
        if (!buckets[kindOf(c)].take(senderOf(c))) {
          throw new Refusal('tooMany', 'Too many requests from this address.', 'Wait a minute.')
        }
        await next()
      })
      // Before the limit of all others.
      .route('/', behind(WIDE_DOORS))
      .use(bodyLimit({ maxSize: DOCUMENT_BYTES, onError: tooLarge }))
      .route('/documents', documentRoutes(documents, room, senderOf))
      .route('/', behind(CHAPTER_DOORS))
      .notFound(() => {
        throw new Refusal('notFound', 'The relay has no such door.', 'Check the address.')
      })
      .onError((error, c) => {
        const refusal = refusalOf(error)
        if (error instanceof StoreError)
          log.error({ reason: error.message }, 'cannot write or read')
        if (refusal.body.error === 'failed') log.error({ error, path: c.req.path }, 'failed')
        // The rest of what is too large is not read, so nothing more can come on this connection.
        if (refusal.status === 413) c.header('Connection', 'close')
        return c.json(refusal.body, refusal.status)
      })
  )
}

const doorOf = (path: string): string => {
  const door = path.split('/')[1] ?? ''
  return DOORS.has(door) ? door : 'other'
}

const notOpen = () =>
  new Refusal(
    'chainUnreachable',
    'The relay is waiting for the chain.',
    `Try again in a minute. Or: ${VOTE_YOURSELF}`,
  )

const tooLarge = () => {
  throw new Refusal('tooLarge', 'The request is too large.', 'Send less at once.')
}

function refusalOf(error: Error): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof HTTPException) {
    return new Refusal('malformed', 'The request is not understood.', 'Reload the page, try again.')
  }
  if (error instanceof StoreError) {
    const why = 'The relay cannot keep or read anything at the moment.'
    return new Refusal('full', why, `Try again in some minutes. Or: ${VOTE_YOURSELF}`)
  }
  if (error instanceof Late) {
    const why = 'This took too long: the chain does not answer, or the database does not.'
    return new Refusal('chainUnreachable', why, `Try again in a minute. Or: ${VOTE_YOURSELF}`)
  }
  if (error instanceof BaseError) {
    const why = 'The relay cannot reach the chain at the moment.'
    return new Refusal('chainUnreachable', why, `Try again in a minute. Or: ${VOTE_YOURSELF}`)
  }
  return new Refusal('failed', 'The relay failed at this.', `Try again. Or: ${VOTE_YOURSELF}`)
}

/** Each has a bucket of its own, so that who reads much, or stores much, can still vote. */
function kindOf({ req }: Context): 'reading' | 'first' | 'writing' {
  if (req.method === 'GET' || req.method === 'HEAD') return 'reading'
  return FIRST_DOORS.includes(doorOf(req.path)) ? 'first' : 'writing'
}

function senderBy(proxies: Proxies) {
  return (c: Context): string => {
    const connection = c.env as { readonly incoming?: unknown } | undefined
    if (!connection?.incoming) return 'here'
    const from = getConnInfo(c).remote.address
    return from ? senderKey(addressOf(from, c.req.header('x-forwarded-for'), proxies)) : 'unknown'
  }
}
