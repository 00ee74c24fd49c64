// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What is followed: the contracts of all chapters of the sdk, wherever they are told to be. A federation
 * that opens a chapter later, and a co-op that adopts other organs, need nothing here.
 */
import type { Told } from '@phyle/sdk/chapters/acting'
import {
  iCooperativeAbi,
  iPhyleAbi,
  iPhyleRegistrarAbi,
  iRegistrarAbi,
} from '@phyle/sdk/generated/abi'
import { contracts } from '@phyle/sdk/generated/chapters/acts'
import { createConfig, factory } from 'ponder'
import { type Abi, type Address, erc20Abi, getAbiItem } from 'viem'
import { env } from './src/env.ts'

/** Ponder sends so many requests a second to one address of an RPC; the local one bears more. */
const LANES = 20

const Founded = getAbiItem({ abi: iRegistrarAbi, name: 'Founded' })
const OrgansSet = getAbiItem({ abi: iCooperativeAbi, name: 'OrgansSet' })
const PhyleFounded = getAbiItem({ abi: iPhyleRegistrarAbi, name: 'PhyleFounded' })

type Contracts = typeof contracts
type Name = keyof Contracts

const organs = {
  cooperative: factory({ address: env.registrar, event: Founded, parameter: 'cooperative' }),
  // Told by a co-op itself, for whichever Registrar made them; events of strangers are passed over.
  statutes: factory({ event: OrgansSet, parameter: 'statutes' }),
  membership: factory({ event: OrgansSet, parameter: 'membership' }),
  assembly: factory({ event: OrgansSet, parameter: 'assembly_' }),
}
type Organ = keyof typeof organs

/** Told by the register of whichever federation, and by statutes for a co-op alone; strangers' events are passed over. */
const opened = factory({
  event: getAbiItem({ abi: iPhyleAbi, name: 'ChapterOpened' }),
  parameter: 'chapter',
})

const chain = 'chain'
const startBlock = env.startBlock

type Followed<A extends Abi> = {
  readonly chain: typeof chain
  readonly abi: A
  readonly address: Address | ReturnType<typeof factory>
  readonly startBlock: number
}

function addressOf(name: Name, told: Told): Followed<Abi>['address'] {
  switch (told) {
    case 'office':
      return env.registrar
    case 'organ':
      return organs[name as Organ]
    case 'federation':
      return factory({ address: env.phyleRegistrar, event: PhyleFounded, parameter: 'phyle' })
    case 'chapter':
      return opened
  }
}

const followed = Object.fromEntries(
  (Object.keys(contracts) as Name[]).map((key) => {
    const { name, abi, told } = contracts[key]
    return [name, { chain, abi, address: addressOf(key, told), startBlock }]
  }),
) as { readonly [K in Name as Contracts[K]['name']]: Followed<Contracts[K]['abi']> }

export default createConfig({
  ...(env.data && { database: { kind: 'pglite', directory: env.data } }),
  chains: {
    chain: {
      id: env.chainId,
      rpc: env.local
        ? env.rpcUrls.flatMap((url) => Array<string>(LANES).fill(url))
        : [...env.rpcUrls],
      disableCache: env.local,
      pollingInterval: 1_000,
    },
  },
  contracts: {
    ...followed,
    Token: { chain, abi: erc20Abi, address: [...env.tokens], startBlock },
  },
})
