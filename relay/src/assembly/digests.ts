// SPDX-License-Identifier: AGPL-3.0-or-later
/** Works out what members sign, once the contract has shown that it makes the same of it. */
import { choiceCode, type DigestOf, hashedDigests } from '@phyle/sdk/ballot'
import type { Choice } from '@phyle/sdk/chapters/assembly/enums'
import { iAssemblyAbi, iStatutesAbi } from '@phyle/sdk/generated/abi'
import { languageOf } from '@phyle/sdk/language'
import { type Address, type Hex, keccak256, stringToHex } from 'viem'
import type { Chain } from '../chain/chain.ts'
import { remembered } from '../remembered.ts'

interface Digests {
  /** Null where what is worked out here is not what the contract makes: then it is asked each time. */
  readonly of: DigestOf | null
}

export function openDigests({ client, chainId }: Pick<Chain, 'client' | 'chainId'>) {
  const known = remembered<Digests>(10_000)

  /** What the contract itself makes of the co-op's name, the title and the words of the choice. */
  const asked = (assembly: Address, proposal: bigint, ...given: Parameters<DigestOf>) => {
    const [member, choice, reason, change] = given
    const at = { address: assembly, abi: iAssemblyAbi } as const
    if (change !== undefined) {
      const args = [proposal, choiceCode(choice), member, change] as const
      return client.readContract({ ...at, functionName: 'changeDigest', args })
    }
    if (reason === undefined) return askedForBallot(assembly, proposal, choice, member)
    const args = [proposal, member, reason] as const
    return client.readContract({ ...at, functionName: 'objectionDigest', args })
  }

  const askedForBallot = (assembly: Address, proposal: bigint, choice: Choice, member: Address) =>
    client.readContract({
      address: assembly,
      abi: iAssemblyAbi,
      functionName: 'ballotDigest',
      args: [proposal, choiceCode(choice), member],
    })

  async function learn(
    assembly: Address,
    proposal: bigint,
    choice: Choice,
    member: Address,
  ): Promise<Digests> {
    const at = { address: assembly, abi: iAssemblyAbi } as const
    const [digest, { resolutionHash, motion }, statutes] = await Promise.all([
      askedForBallot(assembly, proposal, choice, member),
      client.readContract({ ...at, functionName: 'proposalOf', args: [proposal] }),
      client.readContract({ ...at, functionName: 'statutes' }),
    ])
    // The name and the language of today: a vote keeps those of the day when it was proposed.
    const laws = { address: statutes, abi: iStatutesAbi } as const
    const [name, code] = await Promise.all([
      client.readContract({ ...laws, functionName: 'name' }),
      client.readContract({ ...laws, functionName: 'language' }),
    ])
    const language = languageOf(code)
    if (language === undefined) return { of: null }
    const cooperativeHash = keccak256(stringToHex(name))
    const paper = { chainId, assembly, proposal, language, cooperativeHash, resolutionHash, motion }
    const of = hashedDigests(paper)
    return { of: of(member, choice) === digest ? of : null }
  }

  /** The digest as `DigestOf` has it: of the contract, for the first with this choice; later worked out here. */
  const digestOf = async (
    assembly: Address,
    proposal: bigint,
    ...given: Parameters<DigestOf>
  ): Promise<Hex> => {
    const [member, choice] = given
    const key = `${assembly}/${proposal}/${choice}`.toLowerCase()
    const { of } = await known(key, () => learn(assembly, proposal, choice, member))
    return of ? of(...given) : asked(assembly, proposal, ...given)
  }
  return { digestOf, forget: known.forget }
}
