// SPDX-License-Identifier: AGPL-3.0-or-later
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
      address: factory({
        address: env.phyleRegistrar,
        event: PhyleFounded,
        parameter: 'house.fund',
      }),
      startBlock,
    },
    CommonsBonds: {
      chain,
      abi: iCommonsBondsAbi,
      address: factory({
        address: env.phyleRegistrar,
        event: PhyleFounded,
        parameter: 'house.bonds',
      }),
      startBlock,
    },
    Works: {
      chain,
      abi: iWorksAbi,
      address: factory({
        address: env.phyleRegistrar,
        event: PhyleFounded,
        parameter: 'house.works',
      }),
      startBlock,
    },
    Machines: {
      chain,
      abi: iMachinesAbi,
      address: factory({
        address: env.phyleRegistrar,
        event: PhyleFounded,
        parameter: 'house.machines',
      }),
      startBlock,
    },
    Licences: {
      chain,
      abi: iLicencesAbi,
      address: factory({
        address: env.phyleRegistrar,
        event: PhyleFounded,
        parameter: 'house.licences',
      }),
      startBlock,
    },
    Contributions: {
      chain,
      abi: iContributionsAbi,
      address: factory({
        address: env.phyleRegistrar,
        event: PhyleFounded,
        parameter: 'house.contributions',
      }),
      startBlock,
    },
    Token: { chain, abi: erc20Abi, address: [...env.tokens], startBlock },
  },
})
