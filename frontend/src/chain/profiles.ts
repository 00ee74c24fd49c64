import {
  type KeptProfile,
  type KeptProfiles,
  MOST_PROFILES,
  type SignedErasure,
  type SignedProfile,
} from '@phyle/sdk/chapters/membership/api'
import { useCallback } from 'react'
import type { Address } from 'viem'
import { useClient } from 'wagmi'
import { asking, useKnown } from './asking.ts'
import { ask, json, post } from './relayClient.ts'
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

/** What somebody chose, if it is known by now. */
export const useKept = (wallet: string): KeptProfile | undefined =>
  useKnown(profiles).get(wallet.toLowerCase())

/** The names that people chose, as far as they are known by now; `want` asks for one more. */
export function useProfiles() {
  const { relayUrl, chainId } = useSettings()
  const client = useClient()
  const known = useKnown(profiles)
  const want = useCallback(
    (wallet: string) => {
      if (!client) return
      profiles.want(wallet, async (wallets) => {
        const [answer, { isSigned }] = await Promise.all([
          getProfiles(relayUrl, wallets),
          import('./profileProof.ts'),
        ])
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
