// SPDX-License-Identifier: AGPL-3.0-or-later
/** Asks assemblies, and remembers what only a chain that turns back can change. */

import { choiceOf, compact } from '@phyle/sdk/ballot'
import type { Choice } from '@phyle/sdk/chapters/assembly/enums'
import { PROPOSAL_STATES, ROUTES, type Route } from '@phyle/sdk/chapters/assembly/enums'
import {
  iAssemblyAbi,
  iCooperativeAbi,
  iMembershipAbi,
  iPhyleAbi,
  iRegistrarAbi,
} from '@phyle/sdk/generated/abi'
import { quickRecovery } from '@phyle/sdk/recovery'
import {
  type Address,
  compactSignatureToSignature,
  encodeFunctionData,
  type Hex,
  isAddressEqual,
  parseCompactSignature,
  recoverAddress,
  size,
} from 'viem'
import type { Chain } from '../chain/chain.ts'
import { isRefusal, isSilence } from '../chain/errors.ts'
import type { Env } from '../env.ts'
import { Refusal } from '../refusal.ts'
import { remembered } from '../remembered.ts'
import { openDigests } from './digests.ts'

export interface Assembly {
  readonly address: Address
  readonly membership: Address
  readonly cooperative: Address
  /** Gas that the signature check of an account with code may use. */
  readonly accountGas: bigint
}

export interface Vote {
  readonly snapshot: number
  readonly starts: number
  /** The last second in which a ballot counts. */
  readonly ends: number
}

export type Signed = 'key' | 'account' | null

export interface Cast {
  readonly how: Route
  readonly choice: Choice | undefined
}

/** For somebody whose account has code, where no assembly says how much: as generous as any check. */
export const ACCOUNT_GAS = 500_000n

const NOBODY = '0x0000000000000000000000000000000000000000'
const ERC1271 = '0x1626ba7e'
const isValidSignatureAbi = [
  {
    type: 'function',
    name: 'isValidSignature',
    stateMutability: 'view',
    inputs: [
      { name: 'hash', type: 'bytes32' },
      { name: 'signature', type: 'bytes' },
    ],
    outputs: [{ name: '', type: 'bytes4' }],
  },
] as const

export type Assemblies = ReturnType<typeof openAssemblies>

export function openAssemblies(chain: Chain, env: Pick<Env, 'deployment' | 'serves'>) {
  const { client } = chain
  const { registrars, house } = env.deployment
  const known = remembered<Assembly>(10_000)
  const votes = remembered<Vote>(10_000)
  const members = remembered<{ readonly id: number }>(200_000)

  /** An assembly of a co-op that a Registrar founded; the relay pays for no other contract. */
  const assemblyOf = (address: Address): Promise<Assembly> =>
    known(address.toLowerCase(), async () => {
      const at = { address, abi: iAssemblyAbi } as const
      const [cooperative, membership, accountGas] = await Promise.all([
        client.readContract({ ...at, functionName: 'cooperative' }),
        client.readContract({ ...at, functionName: 'membership' }),
        client.readContract({ ...at, functionName: 'ACCOUNT_GAS' }),
      ]).catch(unless(isRefusal, () => unknownAssembly(address)))
      const founded = await Promise.all(
        registrars.map((registrar) =>
          client.readContract({
            address: registrar,
            abi: iRegistrarAbi,
            functionName: 'isFounded',
            args: [cooperative],
          }),
        ),
      )
      if (!founded.includes(true)) throw unknownAssembly(address)
      const inForce = await client.readContract({
        address: cooperative,
        abi: iCooperativeAbi,
        functionName: 'assembly_',
      })
      if (!isAddressEqual(inForce, address)) throw unknownAssembly(address)
      if (env.serves === 'federation') await mustBeServed(cooperative, address)
      return { address, cooperative, membership, accountGas }
    })

  const mustBeServed = async (cooperative: Address, assembly: Address): Promise<void> => {
    if (!house || isAddressEqual(house.root, cooperative)) return
    const belongs = await client.readContract({
      address: house.phyle,
      abi: iPhyleAbi,
      functionName: 'isCoop',
      args: [cooperative],
    })
    if (!belongs) throw unknownAssembly(assembly)
  }

  const voteOf = (assembly: Address, proposal: bigint): Promise<Vote> =>
    votes(`${assembly.toLowerCase()}/${proposal}`, async () => {
      const found = await client
        .readContract({
          address: assembly,
          abi: iAssemblyAbi,
          functionName: 'proposalOf',
          args: [proposal],
        })
        .catch(unless(isRefusal, () => unknownProposal(proposal)))
      if (found.snapshot === 0) throw unknownProposal(proposal)
      return { snapshot: found.snapshot, starts: found.voteStart, ends: found.voteEnd - 1 }
    })

  /** The id of a member on the roll of the snapshot; 0 for anybody else. */
  const memberAt = async (membership: Address, wallet: Address, snapshot: number) => {
    const key = `${membership}/${wallet}/${snapshot}`.toLowerCase()
    const { id } = await members(key, async () => {
      const [found] = await client.readContract({
        address: membership,
        abi: iMembershipAbi,
        functionName: 'memberAt',
        args: [wallet, BigInt(snapshot)],
      })
      return { id: Number(found) }
    })
    return id
  }

  const { digestOf, forget: forgetDigests } = openDigests(chain)

  const recovery = quickRecovery()
  const isKeyOf = async (member: Address, digest: Hex, signature: Hex): Promise<boolean> => {
    const quick = await recovery
    const isMember = (signer: Address | null | undefined) =>
      signer != null && isAddressEqual(signer, member)
    return isMember(quick?.(digest, signature)) || isMember(await signerOf(digest, signature))
  }

  /** Whether a key, or an account with code, answers for this digest. The key is tried first. */
  const signedBy = async (
    member: Address,
    digest: Hex,
    signature: Hex,
    accountGas: bigint,
  ): Promise<Signed> => {
    if (await isKeyOf(member, digest, signature)) return 'key'
    const code = await client.getCode({ address: member })
    if (code === undefined || code === '0x') return null
    const data = encodeFunctionData({ abi: isValidSignatureAbi, args: [digest, signature] })
    // The contract gives a check no more gas than this, so neither do we.
    const gas = accountGas + 60_000n
    const answer = await client.call({ account: NOBODY, to: member, data, gas }).catch(
      unless(
        (error) => !isSilence(error),
        () => null,
      ),
    )
    const accepts = answer?.data?.slice(0, 10) === ERC1271 && size(answer.data) === 32
    return accepts ? 'account' : null
  }

  const castOf = async (assembly: Address, proposal: bigint, member: Address): Promise<Cast> => {
    const [route, choice] = await client.readContract({
      address: assembly,
      abi: iAssemblyAbi,
      functionName: 'ballotOf',
      args: [proposal, member],
    })
    return { how: ROUTES[route] ?? 'direct', choice: choiceOf(choice) }
  }

  /** The number of the latest change that was counted; 0: there is none. */
  const changeOf = (assembly: Address, proposal: bigint, member: Address): Promise<bigint> =>
    client.readContract({
      address: assembly,
      abi: iAssemblyAbi,
      functionName: 'changeOf',
      args: [proposal, member],
    })

  const stateOf = async (assembly: Address, proposal: bigint) => {
    const state = await client.readContract({
      address: assembly,
      abi: iAssemblyAbi,
      functionName: 'state',
      args: [proposal],
    })
    return PROPOSAL_STATES[state]
  }

  /** Blocks went away: under the same numbers may stand other proposals now, with other rolls. */
  const forget = (): void => {
    for (const { forget: forgetAll } of [known, votes, members]) forgetAll()
    forgetDigests()
  }

  return { assemblyOf, voteOf, memberAt, digestOf, signedBy, castOf, changeOf, stateOf, forget }
}

/** Whose key made a signature of 64 or 65 bytes; null if it is not one that the contract takes. */
async function signerOf(hash: Hex, given: Hex): Promise<Address | null> {
  try {
    const signature = compactSignatureToSignature(parseCompactSignature(compact(given)))
    return await recoverAddress({ hash, signature })
  } catch {
    return null
  }
}

/** For `catch`: answers some errors, and throws the others on. */
function unless<T>(is: (error: unknown) => boolean, answer: () => T) {
  return (error: unknown): never | Extract<T, null> => {
    if (!is(error)) throw error
    const result = answer()
    if (result instanceof Error) throw result
    return result as Extract<T, null>
  }
}

const unknownAssembly = (address: string) =>
  new Refusal(
    'unknownAssembly',
    `${address} is not the assembly of a co-op that this relay serves.`,
    'Check the address, or send your vote yourself from your wallet.',
  )

const unknownProposal = (proposal: bigint) =>
  new Refusal(
    'unknownProposal',
    `This assembly has no proposal ${proposal}.`,
    'Open the proposal again from the list of decisions.',
  )
