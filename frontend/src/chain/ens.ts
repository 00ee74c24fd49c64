import { useCallback } from 'react'
import { type Address, type Client, isAddressEqual, toCoinType } from 'viem'
import { useClient } from 'wagmi'
import { asking, useKnown } from './asking.ts'
import { inTime } from './fetching.ts'
import { useSettings } from './settings.tsx'

const names = asking<string>(1)

/** The name that an address has in ENS, if that name leads back to the address. */
export async function ensNameOf(
  client: Client,
  universalResolverAddress: Address,
  chainId: number,
  address: Address,
): Promise<string | null> {
  const { getEnsAddress, getEnsName, normalize } = await import('viem/ens')
  const at = { universalResolverAddress, coinType: chainId === 1 ? 60n : toCoinType(chainId) }
  const name = await getEnsName(client, { ...at, address })
  if (name === null || normalize(name) !== name) return null
  const back = await getEnsAddress(client, { ...at, name })
  return back !== null && isAddressEqual(back, address) ? name : null
}

/** Names in ENS, where the network has it; without it nothing is ever asked. */
export function useEnsNames() {
  const { ens, chainId } = useSettings()
  const client = useClient()
  const known = useKnown(names)
  const want = useCallback(
    (wallet: string) => {
      if (!client || ens === undefined) return
      names.want(wallet, async ([one]) => {
        // A name may be kept by a host of its owner's choice, which viem asks without a deadline.
        const name = one ? await inTime(ensNameOf(client, ens, chainId, one)) : null
        return new Map(one && name ? [[one, name]] : [])
      })
    },
    [client, ens, chainId],
  )
  return { known, want }
}
