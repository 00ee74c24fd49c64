import type { KeptProfile } from '@phyle/sdk/chapters/membership/api'
import { checkedDocument } from '@phyle/sdk/documents'
import { PICTURE_BYTES, type Picture, pictureOf } from '@phyle/sdk/file-kind'
import { hasPicture } from '@phyle/sdk/profile'
import { useQuery } from '@tanstack/react-query'
import { useKept } from './profiles.ts'
import { ask } from './relayClient.ts'
import { useSettings } from './settings.tsx'

/** The bytes of somebody's picture, if they are what was signed and a browser may safely show them. */
export async function pictureFrom(
  base: string,
  { member, picture }: Pick<KeptProfile, 'member' | 'picture'>,
): Promise<{ readonly bytes: Uint8Array; readonly type: Picture['type'] } | null> {
  const answer = await ask(base, `/profiles/${member}/picture`)
  const bytes = checkedDocument(new Uint8Array(await answer.arrayBuffer()), picture)
  const found = bytes.length <= PICTURE_BYTES ? pictureOf(bytes) : null
  return found && !found.moves ? { bytes, type: found.type } : null
}

export const base64Of = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

/** Null where the text is no such writing. */
export function bytesOf(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}

/** Where a page finds the picture that somebody chose; undefined while there is none. */
export function usePicture(wallet: string): string | undefined {
  const { relayUrl } = useSettings()
  const profile = useKept(wallet)
  const { data } = useQuery({
    queryKey: ['picture', profile?.member, profile?.picture],
    enabled: profile !== undefined && hasPicture(profile),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
    queryFn: async () => {
      const found = profile && (await pictureFrom(relayUrl, profile).catch(() => null))
      return found ? `data:${found.type};base64,${base64Of(found.bytes)}` : null
    },
  })
  return data ?? undefined
}
