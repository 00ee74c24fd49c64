import { consentTo, licensorTypedData } from '@phyle/sdk/chapters/commons/licensor'
import type { OfferedTerms } from '@phyle/sdk/chapters/commons/model'
import { iWorksAbi } from '@phyle/sdk/generated/abi'
import { useQuery } from '@tanstack/react-query'
import { decodeFunctionData, type Hex, isHex } from 'viem'
import { usePublicClient } from 'wagmi'
import { useHouse, useSettings } from './settings.tsx'

/** Terms that a licensor is asked to agree to. */
export interface AskedTerms {
  readonly family: bigint
  readonly terms: OfferedTerms
  /** The last second at which they may be offered. */
  readonly deadline: number
}

/** The terms that a link leads to, as the postbox keeps them; null where they are none. */
export function readAsked(text: string): AskedTerms | null {
  try {
    const call = decodeFunctionData({ abi: iWorksAbi, data: text as Hex })
    if (call.functionName !== 'offer') return null
    const [family, terms, { deadline }] = call.args
    return { family, terms, deadline }
  } catch {
    return null
  }
}

/** Whether a licensor signed exactly these terms, by their key or by the code of their account. */
export function useConsent(asked: AskedTerms | null, signature: string) {
  const { chainId } = useSettings()
  const house = useHouse()
  const client = usePublicClient()
  const ready = client && house && asked && isHex(signature) && signature.length > 2
  const consent = asked && consentTo(asked.family, asked.terms, asked.deadline)
  return useQuery({
    queryKey: [
      'consent',
      house?.works,
      consent?.terms,
      `${consent?.family}`,
      consent?.deadline,
      signature,
    ],
    enabled: !!ready,
    queryFn: async () => {
      if (!ready || !consent) throw new Error('not enabled')
      return client.verifyTypedData({
        ...licensorTypedData(chainId, house.works, consent),
        address: asked.terms.licensor,
        signature,
      })
    },
  })
}
