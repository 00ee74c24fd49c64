// SPDX-License-Identifier: AGPL-3.0-or-later
import type { KeptReason } from '@phyle/sdk/chapters/assembly/api'
import { Hono } from 'hono'
import { ReasonQuery, reading, SignedReason } from '../routes/parse.ts'
import type { Reasons } from './reasons.ts'

export const reasonRoutes = (reasons: Reasons) =>
  new Hono()
    .post('/', reading('json', SignedReason), async (c) => {
      const kept: KeptReason = await reasons.put(c.req.valid('json'))
      return c.json(kept, 201)
    })
    .get('/', reading('query', ReasonQuery), async (c) => {
      const page: readonly KeptReason[] = await reasons.ofVote(c.req.valid('query'))
      return c.json(page)
    })
