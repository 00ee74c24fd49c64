// SPDX-License-Identifier: AGPL-3.0-or-later
import { FIRST_CHAPTERS, type FirstChapter } from '@phyle/sdk/deployments'
import {
  iAssemblyAbi,
  iCommonsBondsAbi,
  iCommonsFundAbi,
  iContributionsAbi,
  iCooperativeAbi,
  iLicencesAbi,
  iMachinesAbi,
  iMembershipAbi,
  iPhyleAbi,
  iPhyleRegistrarAbi,
  iRegistrarAbi,
  iStatutesAbi,
  iWorksAbi,
} from '@phyle/sdk/generated/abi'
import { createConfig, factory } from 'ponder'
import { erc20Abi, getAbiItem } from 'viem'
import { env } from './src/env.ts'

/** Ponder sends so many requests a second to one address of an RPC; the local one bears more. */
const LANES = 20

const Founded = getAbiItem({ abi: iRegistrarAbi, name: 'Founded' })
const PhyleFounded = getAbiItem({ abi: iPhyleRegistrarAbi, name: 'PhyleFounded' })

/** A contract of every co-op, named in the event of its founding. */
const organ = (parameter: 'cooperative' | 'statutes' | 'membership' | 'assembly_') =>
  factory({ address: env.registrar, event: Founded, parameter })

/**
 * A chapter that every federation is founded with. Where it is stands in the list of the founding
 * event, in the order of FIRST_CHAPTERS after the register itself: so its code is what the
 * PhyleRegistrar cloned, and its events can be believed.
 */
const chapter = (name: FirstChapter) => {
  const place = 1 + FIRST_CHAPTERS.indexOf(name)
  // After where the list begins and how long it is, a word each.
  return factory({
    address: env.phyleRegistrar,
    event: PhyleFounded,
    location: `offset${32 * (2 + place)}`,
  })
}

const chain = 'chain'
const startBlock = env.startBlock

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
    Registrar: { chain, abi: iRegistrarAbi, address: env.registrar, startBlock },
    Cooperative: { chain, abi: iCooperativeAbi, address: organ('cooperative'), startBlock },
    Statutes: { chain, abi: iStatutesAbi, address: organ('statutes'), startBlock },
    Membership: { chain, abi: iMembershipAbi, address: organ('membership'), startBlock },
    Assembly: { chain, abi: iAssemblyAbi, address: organ('assembly_'), startBlock },
    Phyle: {
      chain,
      abi: iPhyleAbi,
      address: factory({ address: env.phyleRegistrar, event: PhyleFounded, parameter: 'phyle' }),
      startBlock,
    },
    CommonsFund: {
      chain,
      abi: iCommonsFundAbi,
      address: chapter('fund'),
      startBlock,
    },
    CommonsBonds: {
      chain,
      abi: iCommonsBondsAbi,
      address: chapter('bonds'),
      startBlock,
    },
    Works: {
      chain,
      abi: iWorksAbi,
      address: chapter('works'),
      startBlock,
    },
    Machines: {
      chain,
      abi: iMachinesAbi,
      address: chapter('machines'),
      startBlock,
    },
    Licences: {
      chain,
      abi: iLicencesAbi,
      address: chapter('licences'),
      startBlock,
    },
    Contributions: {
      chain,
      abi: iContributionsAbi,
      address: chapter('contributions'),
      startBlock,
    },
    Token: { chain, abi: erc20Abi, address: [...env.tokens], startBlock },
  },
})
