import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { useQuery } from '@tanstack/react-query'
import { type Address, zeroAddress } from 'viem'
import { useConfig } from 'wagmi'
import { readMembershipEmptySince, readStatutesRemainderTo } from '../generated/contracts.ts'

/** How long what is left waits, in seconds. */
export const EMPTY_SECONDS = 180 * 86_400

/** What is left of a co-op of which nobody is a member. */
export interface Remainder {
  /** Since when nobody is, in seconds. */
  readonly since: number
  /** Who gets each asset of the account; null: nobody. */
  readonly to: readonly { readonly token: Address; readonly to: Address | null }[]
}

/** Null while somebody is a member. */
export function useRemainder({ coop, membership, statutes, members, balances }: CoopDetail) {
  const config = useConfig()
  return useQuery({
    queryKey: ['remainder', coop, membership, statutes, balances.length],
    enabled: members === 0,
    queryFn: async (): Promise<Remainder | null> => {
      const since = Number(await readMembershipEmptySince(config, { address: membership }))
      if (since === 0) return null
      const to = await Promise.all(
        balances.map(async ({ token }) => {
          const [account] = await readStatutesRemainderTo(config, {
            address: statutes,
            args: [token],
          })
          return { token, to: account === zeroAddress ? null : account }
        }),
      )
      return { since, to }
    },
  })
}
