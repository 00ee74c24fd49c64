// SPDX-License-Identifier: AGPL-3.0-or-later
import { DOCUMENT_BYTES } from '@phyle/sdk/documents'
import type { StoredDocument } from '@phyle/sdk/relay-api'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { Limit } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import { type Documents, documentTypeOf } from '../store/documents.ts'
import { hash, reading } from './parse.ts'
import { SAFE } from './safe.ts'

const tooLarge = () => {
  const why = `A document may have ${DOCUMENT_BYTES / 1024} kB here.`
  throw new Refusal('tooLarge', why, 'Shorten it, or keep the long part elsewhere and link it.')
}

/** @param room bytes that one sender may leave here, by address */
export const documentRoutes = (
  documents: Documents,
  room: Limit,
  senderOf: (c: Context) => string,
) =>
  new Hono()
    .put('/', bodyLimit({ maxSize: DOCUMENT_BYTES, onError: tooLarge }), async (c) => {
      const type = documentTypeOf(c.req.header('content-type'))
      const content = new Uint8Array(await c.req.arrayBuffer())
      if (!room.take(senderOf(c), content.length)) {
        const why = 'You stored very much in a short time.'
        throw new Refusal('tooMany', why, 'Wait an hour, or run a relay of your own.')
      }
      const stored: StoredDocument = await documents.put(type, content)
      return c.json(stored, 201)
    })
    .get('/:sha256', reading('param', z.object({ sha256: hash })), async (c) => {
      const document = await documents.get(c.req.valid('param').sha256)
      if (!document) {
        const why = 'This relay does not have the document.'
        throw new Refusal(
          'notFound',
          why,
          'Ask the co-op for it; its digest shows if it is the one.',
        )
      }
      // It was written by anybody: a browser shows it as text and runs nothing.
      return c.body(new Uint8Array(document.content), 200, {
        'Content-Type': `${document.type}; charset=utf-8`,
        ...SAFE,
        'Cache-Control': 'public, max-age=31536000, immutable',
      })
    })
