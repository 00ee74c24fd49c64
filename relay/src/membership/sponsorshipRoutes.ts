// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Sponsorships } from '@phyle/sdk/chapters/membership/api'
import { Hono } from 'hono'
import { z } from 'zod'
import { address, reading, seconds, signatureOf, uint } from '../routes/parse.ts'
import type { SponsorshipDesk } from './sponsorships.ts'

const Sponsorship = z.strictObject({
  chainId: z.number().int().positive(),
  assembly: address,
  applicant: address,
  class: uint(8),
  deadline: seconds,
  sponsor: address,
  signature: signatureOf(1_600),
})

const Asked = z.object({ assembly: address, applicant: address })

export const sponsorshipRoutes = (desk: SponsorshipDesk) =>
  new Hono()
    .post('/', reading('json', Sponsorship), async (c) => {
      const answer: Sponsorships = await desk.put(c.req.valid('json'))
      return c.json(answer, 201)
    })
    .get('/', reading('query', Asked), async (c) => {
      const { assembly, applicant } = c.req.valid('query')
      const answer: Sponsorships = await desk.read(assembly, applicant)
      return c.json(answer)
    })
