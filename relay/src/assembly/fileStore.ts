// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FileType } from '@phyle/sdk/file-kind'
import type { StoredFile } from '@phyle/sdk/relay-api'
import type { Hex } from 'viem'
import type { Database } from '../store/database.ts'
import type { Room } from '../store/room.ts'

export type FileStore = ReturnType<typeof openFileStore>

export function openFileStore(database: Database, room: Room) {
  /** Which of these are here, without their content. */
  const about = async (digests: readonly Hex[]): Promise<StoredFile[]> => {
    if (digests.length === 0) return []
    const places = digests.map((_, at) => `$${at + 1}`).join(', ')
    return database.rows<StoredFile>(
      `SELECT sha256, type, bytes FROM files WHERE sha256 IN (${places})`,
      digests.map((digest) => digest.toLowerCase()),
    )
  }

  return {
    about,

    async put({ sha256, type, bytes }: StoredFile, content: Uint8Array): Promise<void> {
      const write = {
        sql: `INSERT INTO files (sha256, type, bytes, content) VALUES ($1, $2, $3, $4)
              ON CONFLICT (sha256) DO NOTHING`,
        values: [sha256.toLowerCase(), type, bytes, content],
        changes: 1,
      }
      const isThere = async () => (await about([sha256])).length > 0
      await room.keep({ entries: 1, bytes }, write, isThere)
    },

    async get(sha256: Hex): Promise<{ type: FileType; content: Uint8Array } | null> {
      const [row] = await database.rows<{ type: FileType; content: Uint8Array }>(
        `SELECT type, content FROM files WHERE sha256 = $1`,
        [sha256.toLowerCase()],
      )
      return row ?? null
    },
  }
}
