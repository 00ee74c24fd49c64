import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import { useConfig } from 'wagmi'
import { readMembershipIsMember } from '../generated/contracts.ts'

/** Whether somebody is on a roll now, by the roll itself; undefined until it answered. */
export function useIsMember(membership: Address, who: Address | null): boolean | undefined {
  const config = useConfig()
  const { data } = useQuery({
    queryKey: ['member', membership, who],
    enabled: who !== null,
    queryFn: async () =>
      who !== null && (await readMembershipIsMember(config, { address: membership, args: [who] })),
  })
  return data
}
