import type { Founding } from '@phyle/sdk/chapters/cooperative/api'
import { type ChainCharter, type Charter, CharterError, charterToChain } from '@phyle/sdk/charter'
import { type Founding as FoundingTerms, foundingHash } from '@phyle/sdk/founding'
import { readFoundingDocument } from '@phyle/sdk/founding-document'
import { useQuery } from '@tanstack/react-query'
import type { Address, Hex } from 'viem'
import { useConfig, usePublicClient } from 'wagmi'
import {
  readRegistrarHasConsented,
  readRegistrarHasWithdrawn,
  readRegistrarIsFounded,
  readRegistrarOrgansOf,
} from '../generated/contracts.ts'
import { founding as words } from '../words/founding/words.ts'
import { refusalOf } from './refusal.ts'
import { type Refusal, Refused } from './refused.ts'
import { useDocument } from './relay.ts'
import { useEnv } from './settings.tsx'

/** What founders sign, and the charter in words: the one is hashed from the other. */
export interface ReadFounding {
  readonly hash: Hex
  readonly charter: Charter
  readonly terms: FoundingTerms
}

/** Where foundings can be signed here. */
interface FoundingPlace {
  readonly chainId: number
  readonly registrar: Address | undefined
}

const differs = (details: string) => new Refused({ ...words.founder.differs, details })

/**
 * Believes nothing of the postbox: the charter is read from the document, hashed on this device with
 * the founders, the number and the time, and refused unless that is what the link names.
 */
export function readFounding(
  hash: Hex,
  { draft }: Pick<Founding, 'draft'>,
  document: string,
  here: FoundingPlace,
): ReadFounding {
  const charter = charterIn(document)
  const { founders } = draft
  const stranger = founders.find(({ class: group }) => charter.classes[group] === undefined)
  if (stranger) throw differs(`${stranger.wallet}: class ${stranger.class}`)
  const isHere = draft.registrar.toLowerCase() === here.registrar?.toLowerCase()
  if (draft.chainId !== here.chainId || !isHere) {
    throw new Refused(words.founder.elsewhere)
  }
  const terms: FoundingTerms = {
    chainId: draft.chainId,
    registrar: draft.registrar,
    charter: structOf(charter),
    founders,
    nonce: BigInt(draft.nonce),
    deadline: BigInt(draft.deadline),
  }
  const hashed = foundingHash(terms)
  if (hashed !== hash.toLowerCase()) throw differs(hashed)
  return { hash: hashed, charter, terms }
}

function structOf(charter: Charter): ChainCharter {
  try {
    return charterToChain(charter)
  } catch (error) {
    if (error instanceof CharterError) throw differs(error.message)
    throw error
  }
}

function charterIn(document: string): Charter {
  try {
    return readFoundingDocument(document)
  } catch (error) {
    if (error instanceof CharterError) throw differs(error.message)
    throw error
  }
}

/** The founding behind a link as this device read it, or why it cannot be signed. */
export function useReadFounding(
  hash: Hex,
  founding: Founding,
): { readonly read?: ReadFounding; readonly refusal?: Refusal } {
  const { settings, deployments } = useEnv()
  const document = useDocument(founding.draft.charter.purpose)
  if (document.isPending) return {}
  if (document.isError) return { refusal: refusalOf(document.error) }
  if (document.data === null) return { refusal: words.founder.unread }
  try {
    const registrar = deployments?.registrars.Registrar?.address
    const here = { chainId: settings.chainId, registrar }
    return { read: readFounding(hash, founding, document.data, here) }
  } catch (error) {
    return { refusal: refusalOf(error) }
  }
}

/**
 * Who has given their word, by their signature or on the chain, and whether it is founded: what the
 * postbox says of that is only where to look.
 */
export function useFounders(founding: Founding, { hash, terms }: ReadFounding) {
  const config = useConfig()
  const client = usePublicClient()
  const signed = founding.signatures.map(({ founder }) => founder)
  return useQuery({
    queryKey: ['founders', hash, signed],
    enabled: client !== undefined,
    refetchInterval: 4_000,
    queryFn: async () => {
      if (!client) throw new Error('not enabled')
      const { registrar: address, charter, founders } = terms
      const wordOf = async (wallet: Address): Promise<'given' | 'missing' | 'withdrawn'> => {
        const at = { address, args: [hash, wallet] } as const
        if (await readRegistrarHasWithdrawn(config, at)) return 'withdrawn'
        const signature = signatureOf(founding, wallet)
        if (signature !== undefined) {
          const isTheirs = await client.verifyHash({ address: wallet, hash, signature })
          if (isTheirs) return 'given'
        }
        return (await readRegistrarHasConsented(config, at)) ? 'given' : 'missing'
      }
      const [{ cooperative }, given] = await Promise.all([
        readRegistrarOrgansOf(config, { address, args: [hash, charter] }),
        Promise.all(founders.map(({ wallet }) => wordOf(wallet))),
      ])
      const isFounded = await readRegistrarIsFounded(config, { address, args: [cooperative] })
      return {
        cooperative,
        isFounded,
        withdrawn: founders.filter((_, at) => given[at] === 'withdrawn').map((one) => one.wallet),
        missing: founders.filter((_, at) => given[at] !== 'given').map(({ wallet }) => wallet),
      }
    },
  })
}

/** A founder's signature as the postbox has it. */
export const signatureOf = ({ signatures }: Founding, wallet: Address): Hex | undefined =>
  signatures.find(({ founder }) => founder.toLowerCase() === wallet.toLowerCase())?.signature
