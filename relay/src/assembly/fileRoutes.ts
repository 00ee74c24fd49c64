// SPDX-License-Identifier: AGPL-3.0-or-later
import { FILE_BYTES, MOST_FILES } from '@phyle/sdk/attachments'
import type { StoredFile } from '@phyle/sdk/relay-api'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { Refusal } from '../refusal.ts'
import { address, Commas, hash, reading, seconds, signature } from '../routes/parse.ts'
import { SAFE } from '../routes/safe.ts'
import { type Files, fileName, fileTypeOf } from './files.ts'

/** So many files are asked about at once. */
const MOST_DIGESTS = 50

const Digests = Commas.pipe(z.array(hash).min(1).max(MOST_DIGESTS))

/** In a query everything is text. */
const Note = z.object({
  chainId: z.coerce.number().int().positive(),
  assembly: address,
  member: address,
  files: Commas.pipe(z.array(hash).min(1).max(MOST_FILES)),
  issued: z.coerce.number().pipe(seconds),
  signature,
})

const tooLarge = () => {
  const why = `A file may have ${FILE_BYTES / 1e6} MB here.`
  throw new Refusal('tooLarge', why, 'Make it smaller: scan it in grey, or leave pages out.')
}

export const fileRoutes = (files: Files) =>
  new Hono()
    .put(
      '/',
      bodyLimit({ maxSize: FILE_BYTES, onError: tooLarge }),
      reading('query', Note),
      async (c) => {
        const note = c.req.valid('query')
        const type = fileTypeOf(c.req.header('content-type'))
        await files.mustBeSigned(note)
        const content = new Uint8Array(await c.req.arrayBuffer())
        const stored: StoredFile = await files.put(note, type, content)
        return c.json(stored, 201)
      },
    )
    .get('/', reading('query', z.object({ sha256: Digests })), async (c) => {
      const answer: readonly StoredFile[] = await files.about(c.req.valid('query').sha256)
      return c.json(answer)
    })
    .get('/:sha256', reading('param', z.object({ sha256: hash })), async (c) => {
      const { sha256 } = c.req.valid('param')
      const file = await files.get(sha256)
      if (!file) {
        const why = 'This relay does not have the file.'
        throw new Refusal('notFound', why, 'Ask whoever made the proposal for it.')
      }
      // Saved, never opened in the page: it was made by anybody.
      return c.body(new Uint8Array(file.content), 200, {
        ...SAFE,
        'Content-Type': file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type,
        'Content-Disposition': `attachment; filename="${fileName(sha256, file.type)}"`,
        'Cache-Control': 'public, max-age=31536000, immutable',
      })
    })
