// SPDX-License-Identifier: AGPL-3.0-or-later
/** Answers the routes of `@phyle/sdk/index-api`, and nothing else. */

import type { Answer, Refusal } from '@phyle/sdk/answer'
import type { IndexData } from '@phyle/sdk/index-api'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { BaseError } from 'viem'
import { inFederation, Malformed } from './asking.ts'
import { begin } from './begin.ts'
import * as chapters from './chapters.ts'
import { doorsOf } from './doors.ts'
import { movements, person, personMoney } from './people.ts'
import { NotFound } from './rows.ts'
import { asOf, isSameChain, statusAt } from './state.ts'

const app = new Hono()

app.use(cors({ origin: '*', maxAge: 86_400 }))

app.use('/api/*', async (c, next) => {
  if (!(await isSameChain())) {
    const error = 'The chain began anew, and this index is of the old one. Start the index again.'
    return c.json({ error } satisfies Refusal, 503)
  }
  await next()
})

app.get('/api/status', async (c) => {
  const at = await asOf()
  const body: Answer<IndexData<'/api/status'>> = { asOf: at, data: await statusAt(at) }
  return c.json(body)
})

const doors = doorsOf(app)
for (const routes of Object.values(chapters)) routes(doors)
// What one person has goes across the chapters.
const { answer, list } = doors
answer('/api/people/:wallet', ({ address }) => person(address('wallet')))
answer('/api/people/:wallet/money', ({ address, query, now }) =>
  personMoney(address('wallet'), inFederation(query), now),
)
list('/api/people/:wallet/movements', ({ address, query }) =>
  movements(inFederation(query), address('wallet')),
)

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
