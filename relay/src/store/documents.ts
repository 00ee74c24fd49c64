// SPDX-License-Identifier: AGPL-3.0-or-later
import { DOCUMENT_BYTES, documentDigest } from '@phyle/sdk/documents'
import { DOCUMENT_TYPES, type DocumentType, type StoredDocument } from '@phyle/sdk/relay-api'
import type { Hex } from 'viem'
import { Refusal } from '../refusal.ts'
import type { Database } from './database.ts'
import type { Room } from './room.ts'

export interface Document {
  readonly type: DocumentType
  readonly content: Uint8Array
}

export type Documents = ReturnType<typeof openDocuments>

export function openDocuments(database: Database, room: Room) {
  const has = async (sha256: Hex): Promise<boolean> => {
    const rows = await database.rows(`SELECT sha256 FROM documents WHERE sha256 = $1`, [sha256])
    return rows.length > 0
  }

  return {
    has,

    /** Keeps a document under its digest; the same one twice is one. */
    async put(type: DocumentType, content: Uint8Array): Promise<StoredDocument> {
      mustBeText(type, content)
      const sha256 = documentDigest(content)
      const stored = { sha256, type, bytes: content.length }
      if (await has(sha256)) return stored
      const write = {
        sql: `INSERT INTO documents (sha256, type, content) VALUES ($1, $2, $3)
              ON CONFLICT (sha256) DO NOTHING`,
        values: [sha256, type, content],
        changes: 1,
      }
      await room.keep({ entries: 1, bytes: content.length }, write, () => has(sha256))
      return stored
    },

    async get(sha256: Hex): Promise<Document | null> {
      const [row] = await database.rows<Document>(
        `SELECT type, content FROM documents WHERE sha256 = $1`,
        [sha256.toLowerCase()],
      )
      return row ?? null
    },
  }
}

/** `text/markdown; charset=utf-8` is `text/markdown`. */
export function documentTypeOf(header: string | undefined): DocumentType {
  const type = header?.split(';')[0]?.trim().toLowerCase()
  const found = DOCUMENT_TYPES.find((known) => known === type)
  if (found) return found
  const now = `Send it as one of ${DOCUMENT_TYPES.join(', ')}.`
  throw new Refusal('wrongType', `Documents are texts; this is ${type ?? 'of no type'}.`, now)
}

function mustBeText(type: DocumentType, content: Uint8Array): void {
  if (content.length === 0) throw new Refusal('notText', 'It is empty.', 'Write something first.')
  if (content.length > DOCUMENT_BYTES) {
    const why = `A document may have ${DOCUMENT_BYTES / 1024} kB here.`
    throw new Refusal('tooLarge', why, 'Shorten it, or keep the long part elsewhere and link it.')
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    if (type === 'application/json') JSON.parse(text)
  } catch {
    const what = type === 'application/json' ? 'JSON' : 'text in UTF-8'
    throw new Refusal('notText', `It is not ${what}.`, 'Check the file and send it again.')
  }
}
