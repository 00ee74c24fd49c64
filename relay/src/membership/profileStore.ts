// SPDX-License-Identifier: AGPL-3.0-or-later

import type { KeptProfile, KeptProfiles } from '@phyle/sdk/chapters/membership/api'
import { likenessOf } from '@phyle/sdk/likeness'
import type { Erasure, Profile } from '@phyle/sdk/profile'
import { type Address, getAddress, type Hex } from 'viem'
import type { Database, Statement } from '../store/database.ts'
import type { Room } from '../store/room.ts'

/** An erased one keeps its wallet and its time, so that nothing older can come back. */
interface Row {
  member: string
  issued: number
  name: string | null
  picture: string | null
  signature: string | null
  twins: number
}

export type ProfileStore = ReturnType<typeof openProfileStore>

export function openProfileStore(database: Database, room: Room) {
  /** When the newest of a wallet was signed, a profile or an erasure; null if there never was one. */
  const issuedOf = async (member: Address): Promise<number | null> => {
    const [row] = await database.rows<{ issued: number }>(
      `SELECT issued FROM profiles WHERE member = $1`,
      [member.toLowerCase()],
    )
    return row?.issued ?? null
  }

  /** What the picture of a wallet takes up; null where nothing is kept of it, not even an erasure. */
  const bytesOf = async (member: Address): Promise<number | null> => {
    const [row] = await database.rows<{ bytes: number }>(
      `SELECT COALESCE(LENGTH(image), 0) AS bytes FROM profiles WHERE member = $1`,
      [member.toLowerCase()],
    )
    return row?.bytes ?? null
  }

  /** Writes it in the place of what is there, unless that is newer. */
  const replace = async (
    { member, issued }: Pick<Erasure, 'member' | 'issued'>,
    bytes: number,
    write: Statement,
  ): Promise<void> => {
    const before = await bytesOf(member)
    const size = { entries: before === null ? 1 : 0, bytes: bytes - (before ?? 0) }
    const isNewer = async () => ((await issuedOf(member)) ?? 0) >= issued
    await room.keep(size, { ...write, changes: 1 }, isNewer)
  }

  return {
    issuedOf,

    async put(
      { member, name, picture, issued }: Profile,
      signature: Hex,
      image: Uint8Array | null,
    ): Promise<void> {
      await replace({ member, issued }, image?.length ?? 0, {
        sql: `INSERT INTO profiles (member, issued, name, likeness, picture, image, signature)
              VALUES ($1, $2, $3, $4, $5, $6, $7)
              ON CONFLICT (member) DO UPDATE SET issued = excluded.issued, name = excluded.name,
                likeness = excluded.likeness, picture = excluded.picture, image = excluded.image,
                signature = excluded.signature
              WHERE profiles.issued < excluded.issued`,
        values: [
          member.toLowerCase(),
          issued,
          name,
          likenessOf(name),
          picture.toLowerCase(),
          image,
          signature,
        ],
      })
    },

    async erase({ member, issued }: Erasure): Promise<void> {
      await replace({ member, issued }, 0, {
        sql: `INSERT INTO profiles (member, issued, name, likeness, picture, image, signature)
              VALUES ($1, $2, NULL, NULL, NULL, NULL, NULL)
              ON CONFLICT (member) DO UPDATE SET issued = excluded.issued, name = NULL,
                likeness = NULL, picture = NULL, image = NULL, signature = NULL
              WHERE profiles.issued < excluded.issued`,
        values: [member.toLowerCase(), issued],
      })
      await database.forget()
    },

    async of(members: readonly Address[]): Promise<KeptProfiles> {
      if (members.length === 0) return { profiles: [], erased: [] }
      const places = members.map((_, at) => `$${at + 1}`).join(', ')
      const rows = await database.rows<Row>(
        `SELECT member, issued, name, picture, signature,
                (SELECT COUNT(*) FROM profiles AS other
                  WHERE other.likeness = profiles.likeness AND other.member <> profiles.member)
                AS twins
           FROM profiles WHERE member IN (${places}) ORDER BY member`,
        members.map((member) => member.toLowerCase()),
      )
      return {
        profiles: rows.flatMap((row) => keptOf(row) ?? []),
        erased: rows
          .filter(({ name }) => name === null)
          .map(({ member, issued }) => ({ member: getAddress(member), issued })),
      }
    },

    async imageOf(member: Address): Promise<Uint8Array | null> {
      const [row] = await database.rows<{ image: Uint8Array | null }>(
        `SELECT image FROM profiles WHERE member = $1`,
        [member.toLowerCase()],
      )
      return row?.image ?? null
    },
  }
}

function keptOf({ member, issued, name, picture, signature, twins }: Row): KeptProfile | null {
  if (name === null) return null
  return {
    member: getAddress(member),
    name,
    picture: picture as Hex,
    issued,
    signature: signature as Hex,
    twins,
  }
}
