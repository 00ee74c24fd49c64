import { checkedDocument } from '@phyle/sdk/documents'
import { PICTURE_BYTES, type Picture, pictureOf } from '@phyle/sdk/file-kind'
import { hasPicture, MOST_PROFILES, nameFault, profileTypedData } from '@phyle/sdk/profile'
import type { KeptProfile, KeptProfiles, SignedErasure, SignedProfile } from '@phyle/sdk/relay-api'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { type Address, isAddressEqual, type PublicClient, recoverTypedDataAddress } from 'viem'
import { usePublicClient } from 'wagmi'
import { asking, useKnown } from './asking.ts'
import { ask, json, post } from './relay.ts'
import { useSettings } from './settings.tsx'

const profiles = asking<KeptProfile>(MOST_PROFILES)

export const getProfiles = (base: string, wallets: readonly Address[]) =>
  json<KeptProfiles>(ask(base, `/profiles?wallets=${wallets.join()}`))

/** What was just kept for a wallet, or null for erased: shown at once everywhere. */
export const tellProfile = (wallet: Address, kept: KeptProfile | null) =>
  profiles.tell(wallet, kept)

export const postProfile = (base: string, profile: SignedProfile) =>
  json<KeptProfile>(ask(base, '/profiles', post(profile)))

export const postErasure = (base: string, erasure: SignedErasure) =>
  ask(base, '/profiles/erasures', post(erasure))

/** Whether a wallet signed the name and the picture: by its key, or by the code of its account. */
export async function isSigned(
  client: PublicClient,
  chainId: number,
  { twins: _twins, signature, ...profile }: KeptProfile,
): Promise<boolean> {
  if (nameFault(profile.name) !== null) return false
  const typed = profileTypedData({ ...profile, chainId })
  const signer = await recoverTypedDataAddress({ ...typed, signature }).catch(() => null)
  if (signer && isAddressEqual(signer, profile.member)) return true
  return client.verifyTypedData({ ...typed, address: profile.member, signature }).catch(() => false)
}

/** The names that people chose, as far as they are known by now; `want` asks for one more. */
export function useProfiles() {
  const { relayUrl, chainId } = useSettings()
  const client = usePublicClient()
  const known = useKnown(profiles)
  const want = useCallback(
    (wallet: string) => {
      if (!client) return
      profiles.want(wallet, async (wallets) => {
        const answer = await getProfiles(relayUrl, wallets)
        const asked = new Set<string>(wallets)
        const kept = answer.profiles.filter(({ member }) => asked.has(member.toLowerCase()))
        const signed = await Promise.all(kept.map((one) => isSigned(client, chainId, one)))
        return new Map(
          kept.filter((_, at) => signed[at]).map((one) => [one.member.toLowerCase(), one]),
        )
      })
    },
    [client, relayUrl, chainId],
  )
  return { known, want }
}

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
  const profile = useKnown(profiles).get(wallet.toLowerCase())
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
