import { hasPicture } from '@phyle/sdk/profile'
import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import { pictureFrom } from './pictures.ts'
import { getProfiles } from './profiles.ts'
import { useSettings } from './settings.tsx'

/** What the postbox keeps of the reader at the moment: to be changed or erased. */
export function useMyProfile(address: Address | undefined) {
  const { relayUrl } = useSettings()
  return useQuery({
    queryKey: ['my-profile', address],
    enabled: address !== undefined,
    staleTime: 0,
    retry: 1,
    queryFn: async () => {
      const { profiles } = await getProfiles(relayUrl, address ? [address] : [])
      const [kept] = profiles
      if (!kept) return null
      const found = hasPicture(kept) ? await pictureFrom(relayUrl, kept).catch(() => null) : null
      return { name: kept.name, image: found?.bytes ?? null }
    },
  })
}
