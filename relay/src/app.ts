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
import type { Env } from './env.ts'
import { limitOf } from './limits.ts'
import { Refusal, VOTE_YOURSELF } from './refusal.ts'
import { ballotRoutes } from './routes/ballots.ts'
import { documentRoutes } from './routes/documents.ts'
import { fileRoutes } from './routes/files.ts'
import { foundingRoutes } from './routes/foundings.ts'
import { healthRoute } from './routes/health.ts'
import { profileRoutes } from './routes/profiles.ts'
import { reasonRoutes } from './routes/reasons.ts'
import { sponsorshipRoutes } from './routes/sponsorships.ts'
import type { Services } from './services.ts'

/** Bytes that one sender may leave here at once, and an hour. */
const ROOM = 32 * DOCUMENT_BYTES

export function makeApp(services: Services, env: Env, log: Logger): Hono {
  const {
    chain,
    ballots,
    departures,
    intake,
    documents,
    files,
    foundings,
    profiles,
    reasons,
    sponsorships,
  } = services
  const senderOf = senderBy(env.trustsProxy)
  const requests = limitOf(env.requestsPerMinute, env.requestsPerMinute / 60)
  const room = limitOf(ROOM, ROOM / 3_600)

  return (
    new Hono()
      .use(cors({ origin: '*', maxAge: 86_400 }))
      .use(async (c, next) => {
        if (!requests.take(senderOf(c))) {
          throw new Refusal('tooMany', 'Too many requests from this address.', 'Wait a minute.')
        }
        await next()
      })
      // Before the limit of all others: files are larger.
      .route('/files', fileRoutes(files))
      .use(bodyLimit({ maxSize: DOCUMENT_BYTES, onError: tooLarge }))
      .route('/health', healthRoute(chain, ballots, env))
      .route('/ballots', ballotRoutes(intake, ballots, departures))
      .route('/documents', documentRoutes(documents, room, senderOf))
      .route('/foundings', foundingRoutes(foundings))
      .route('/profiles', profileRoutes(profiles, room, senderOf))
      .route('/sponsorships', sponsorshipRoutes(sponsorships))
      .route('/reasons', reasonRoutes(reasons))
      .notFound(() => {
        throw new Refusal('notFound', 'The relay has no such door.', 'Check the address.')
      })
      .onError((error, c) => {
        const refusal = refusalOf(error)
        if (refusal.body.error === 'failed') log.error({ error, path: c.req.path }, 'failed')
        // The rest of what is too large is not read, so nothing more can come on this connection.
        if (refusal.status === 413) c.header('Connection', 'close')
        return c.json(refusal.body, refusal.status)
      })
  )
}

const tooLarge = () => {
  throw new Refusal('tooLarge', 'The request is too large.', 'Send less at once.')
}

function refusalOf(error: Error): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof HTTPException) {
    return new Refusal('malformed', 'The request is not understood.', 'Reload the page, try again.')
  }
  if (error instanceof BaseError) {
    const why = 'The relay cannot reach the chain at the moment.'
    return new Refusal('chainUnreachable', why, `Try again in a minute. Or: ${VOTE_YOURSELF}`)
  }
  return new Refusal('failed', 'The relay failed at this.', `Try again. Or: ${VOTE_YOURSELF}`)
}

function senderBy(trustsProxy: boolean) {
  return (c: Context): string => {
    // The last entry is the one that our own proxy wrote.
    const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    if (trustsProxy && forwarded) return forwarded
    const connection = c.env as { readonly incoming?: unknown } | undefined
    return connection?.incoming ? (getConnInfo(c).remote.address ?? 'unknown') : 'here'
  }
}
