import { compact } from '@phyle/sdk/ballot'
import { consentTo, licensorTypedData } from '@phyle/sdk/chapters/commons/licensor'
import type { OfferedTerms } from '@phyle/sdk/chapters/commons/model'
import { iWorksAbi } from '@phyle/sdk/generated/abi'
import { useQuery } from '@tanstack/react-query'
import {
  type Address,
  compactSignatureToSignature,
  decodeFunctionData,
  type Hex,
  hashTypedData,
  isAddressEqual,
  isHex,
  parseCompactSignature,
  recoverAddress,
  serializeSignature,
} from 'viem'
import { useConfig, usePublicClient } from 'wagmi'
import { isAccountSigned } from './accountSigned.ts'
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

/** A signature by the key of `signer` as the contracts read it; null where it is none that they take. */
async function asKeySigned(signer: Address, hash: Hex, signature: Hex): Promise<Hex | null> {
  try {
    // Refuses the high half of s, and writes the last byte from 27 on.
    const plain = compactSignatureToSignature(parseCompactSignature(compact(signature)))
    const by = await recoverAddress({ hash, signature: plain })
    return isAddressEqual(by, signer) ? serializeSignature(plain) : null
  } catch {
    return null
  }
}

/**
 * What a licensor signed under exactly these terms, by their key or by the code of their account, as the
 * contract takes it; null where it does not.
 */
export function useConsent(asked: AskedTerms | null, signature: string) {
  const { chainId } = useSettings()
  const house = useHouse()
  const config = useConfig()
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
      const { licensor } = asked.terms
      const hash = hashTypedData(licensorTypedData(chainId, house.works, consent))
      const byKey = await asKeySigned(licensor, hash, signature)
      // An account that is not there yet cannot be asked when the terms are offered.
      if (byKey || !(await client.getCode({ address: licensor }))) return byKey
      return (await isAccountSigned(config, licensor, hash, signature)) ? signature : null
    },
  })
}
