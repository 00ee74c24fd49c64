// SPDX-License-Identifier: AGPL-3.0-or-later
import type { KeptReason } from '@phyle/sdk/chapters/assembly/api'
import { CHOICES } from '@phyle/sdk/chapters/assembly/enums'
import { REASON_LENGTH } from '@phyle/sdk/reason'
import { Hono } from 'hono'
import { z } from 'zod'
import { address, reading, seconds, signature, whole, words } from '../routes/parse.ts'
import type { Reasons } from './reasons.ts'

const SignedReason = z.strictObject({
  chainId: z.number().int().positive(),
  assembly: address,
  proposal: whole,
  resolution: words(300),
  member: address,
  choice: z.enum(CHOICES),
  reason: words(REASON_LENGTH),
  issued: seconds,
  signature,
})

const ReasonQuery = z.object({
  assembly: address,
  proposal: whole,
  /** Only what this member said. */
  member: address.optional(),
  /** The member of the last reason of the page before. */
  after: address.optional(),
})

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
