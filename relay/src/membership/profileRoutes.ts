// SPDX-License-Identifier: AGPL-3.0-or-later

import {
  type KeptProfile,
  type KeptProfiles,
  MOST_PROFILES,
} from '@phyle/sdk/chapters/membership/api'
import { PICTURE_BYTES, pictureOf } from '@phyle/sdk/file-kind'
import { NAME_BYTES } from '@phyle/sdk/profile'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Limit } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import { address, Commas, hash, reading, seconds, signature, signatureOf } from '../routes/parse.ts'
import { SAFE } from '../routes/safe.ts'
import type { Profiles } from './profiles.ts'

const Wallets = z.object({ wallets: Commas.pipe(z.array(address).min(1).max(MOST_PROFILES)) })

const Profile = z.strictObject({
  chainId: z.number().int().positive(),
  member: address,
  name: z.string().min(1, 'is empty').max(NAME_BYTES, 'is too long'),
  picture: hash,
  issued: seconds,
  image: z
    .base64()
    .max(Math.ceil(PICTURE_BYTES / 3) * 4, 'is too large')
    .nullable(),
  /** A page has a hundred of these, so each is shorter. */
  signature: signatureOf(800),
  belongs: z.union([z.strictObject({ assembly: address }), z.strictObject({ founding: hash })]),
})

const Erasure = z.strictObject({
  chainId: z.number().int().positive(),
  member: address,
  issued: seconds,
  signature,
})

/** @param room bytes that one sender may leave here, by address */
export const profileRoutes = (profiles: Profiles, room: Limit, senderOf: (c: Context) => string) =>
  new Hono()
    .post('/', reading('json', Profile), async (c) => {
      const profile = c.req.valid('json')
      if (!room.take(senderOf(c), profile.name.length + (profile.image?.length ?? 0))) {
        const why = 'You stored very much in a short time.'
        throw new Refusal('tooMany', why, 'Wait an hour, or run a relay of your own.')
      }
      const kept: KeptProfile = await profiles.put(profile)
      return c.json(kept, 201)
    })
    .post('/erasures', reading('json', Erasure), async (c) =>
      c.json(await profiles.erase(c.req.valid('json')), 201),
    )
    .get('/', reading('query', Wallets), async (c) => {
      const answer: KeptProfiles = await profiles.of(c.req.valid('query').wallets)
      return c.json(answer, 200, { 'Cache-Control': 'no-store' })
    })
    .get('/:member/picture', reading('param', z.object({ member: address })), async (c) => {
      const image = await profiles.imageOf(c.req.valid('param').member)
      const type = image && pictureOf(image)?.type
      if (!image || !type) {
        throw new Refusal('notFound', 'There is no picture.', 'Show the initials instead.')
      }
      // It may be erased at any time: nobody on the way is to keep it.
      return c.body(new Uint8Array(image), 200, {
        ...SAFE,
        'Content-Type': type,
        'Cache-Control': 'no-store',
      })
    })
