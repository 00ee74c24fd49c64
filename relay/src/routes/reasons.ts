// SPDX-License-Identifier: AGPL-3.0-or-later
import type { KeptReason } from '@phyle/sdk/relay-api'
import { Hono } from 'hono'
import type { Reasons } from '../reasons.ts'
import { reading, SignedReason, VoteQuery } from './parse.ts'

export const reasonRoutes = (reasons: Reasons) =>
  new Hono()
    .post('/', reading('json', SignedReason), async (c) => {
      const kept: KeptReason = await reasons.put(c.req.valid('json'))
      return c.json(kept, 201)
    })
    .get('/', reading('query', VoteQuery), async (c) => {
      const { assembly, proposal } = c.req.valid('query')
      const all: readonly KeptReason[] = await reasons.ofVote(assembly, proposal)
      return c.json(all)
    })
