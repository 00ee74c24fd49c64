// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Founding, FoundingSignature } from '@phyle/sdk/relay-api'
import { Hono } from 'hono'
import { z } from 'zod'
import type { Foundings } from '../foundings.ts'
import { Draft, FounderSignature, hash, reading } from './parse.ts'

const named = reading('param', z.object({ hash }))

export const foundingRoutes = (foundings: Foundings) =>
  new Hono()
    .post('/', reading('json', Draft), async (c) => {
      const founding: Founding = await foundings.open(c.req.valid('json'))
      return c.json(founding, 201)
    })
    .get('/:hash', named, async (c) => {
      const founding: Founding = await foundings.read(c.req.valid('param').hash)
      return c.json(founding)
    })
    .get('/:hash/signatures', named, async (c) => {
      const { signatures } = await foundings.read(c.req.valid('param').hash)
      const answer: readonly FoundingSignature[] = signatures
      return c.json(answer)
    })
    .post('/:hash/signatures', named, reading('json', FounderSignature), async (c) => {
      const founding: Founding = await foundings.sign(
        c.req.valid('param').hash,
        c.req.valid('json'),
      )
      return c.json(founding, 201)
    })
