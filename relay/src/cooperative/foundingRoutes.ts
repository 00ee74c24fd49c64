// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Founding, FoundingSignature } from '@phyle/sdk/chapters/cooperative/api'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Limit } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import { address, fixedBytes, hash, reading, signature, uint, whole } from '../routes/parse.ts'
import type { Foundings } from './foundings.ts'

/** As many bytes of a sender's room as a large one has: strangers can make them without a signature. */
const DRAFT_COSTS = 200_000

const Draft = z.strictObject({
  chainId: z.number().int().positive(),
  registrar: address,
  charter: z.strictObject({
    name: z.string().min(1).max(64),
    purpose: hash,
    language: fixedBytes(2),
    lock: uint(8),
    admission: uint(8),
    sponsors: uint(8),
    maxShareBps: uint(16),
    coolingPeriod: uint(32),
    classes: z
      .array(z.strictObject({ name: fixedBytes(24), shareBps: uint(16), flags: uint(8) }))
      .min(1)
      .max(8),
    rules: z.tuple([whole, whole, whole, whole]),
    federation: address,
    body: address,
  }),
  founders: z
    .array(z.strictObject({ wallet: address, class: uint(8) }))
    .min(1)
    .max(200),
  nonce: whole,
  deadline: whole,
})

const FounderSignature = z.strictObject({
  founder: address,
  signature,
})

const named = reading('param', z.object({ hash }))

/** @param room bytes that one sender may leave here, by address */
export const foundingRoutes = (
  foundings: Foundings,
  room: Limit,
  senderOf: (c: Context) => string,
) =>
  new Hono()
    .post('/', reading('json', Draft), async (c) => {
      if (!room.take(senderOf(c), DRAFT_COSTS)) {
        const why = 'You made very many drafts in a short time.'
        throw new Refusal('tooMany', why, 'Wait an hour, or run a relay of your own.')
      }
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
