import { useQuery } from '@tanstack/react-query'
import { type Address, zeroAddress } from 'viem'
import { useConfig } from 'wagmi'
import { getBalance } from 'wagmi/actions'
import { readCooperativeWithinAThird, readTokenBalanceOf } from '../generated/contracts.ts'

/** What an account holds of one asset; null: the network's own coin. */
export interface Held {
  readonly token: Address | null
  readonly balance: bigint
  /** What decisions below a major one may still move today: a third of the account in twelve months. */
  readonly within: bigint
}

/** What the account of a co-op holds, read from the network itself. */
export function useHeld(coop: Address | undefined, tokens: readonly (Address | null)[]) {
  const config = useConfig()
  return useQuery({
    queryKey: ['held', coop, tokens],
    enabled: coop !== undefined && tokens.length > 0,
    refetchInterval: 15_000,
    retry: 1,
    queryFn: async (): Promise<readonly Held[]> => {
      if (coop === undefined) throw new Error('not enabled')
      const reading = tokens.map(async (token) => {
        const [balance, within] = await Promise.all([
          token === null
            ? getBalance(config, { address: coop }).then(({ value }) => value)
            : readTokenBalanceOf(config, { address: token, args: [coop] }),
          readCooperativeWithinAThird(config, { address: coop, args: [token ?? zeroAddress] }),
        ])
        return { token, balance, within }
      })
      return Promise.all(reading)
    },
  })
}
