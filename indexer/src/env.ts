// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The only reader of the environment: PHYLE_DEPLOYMENTS, PHYLE_RPC_URL, PHYLE_INDEX_DATA,
 * PHYLE_INDEX_STANDSTILL_SECONDS. Ponder reads the rest.
 */
import { readFileSync } from 'node:fs'
import { asDeployments, firstBlock, registrarOf } from '@phyle/sdk/deployments'
import { LOCAL_CHAIN } from '@phyle/sdk/local-chain'
import type { Address } from 'viem'

type Raw = Readonly<Record<string, string | undefined>>

export interface Env {
  readonly chainId: number
  readonly local: boolean
  readonly rpcUrls: readonly string[]
  readonly registrar: Address
  readonly phyleRegistrar: Address
  /** Where a co-op's money is followed: the cash of the federation. */
  readonly tokens: readonly Address[]
  readonly startBlock: number
  /** Folder of the embedded database; Ponder's own where nothing is said. */
  readonly data: string | undefined
  /** After how many seconds without a step, while the chain goes on, the index is started again. */
  readonly standstill: number
}

function secondsIn(raw: Raw, name: string, otherwise: number): number {
  const text = raw[name]
  if (!text) return otherwise
  const seconds = Number(text)
  if (!(seconds > 0)) throw new Error(`${name} is not a number of seconds above 0: ${text}.`)
  return seconds
}

function readEnv(raw: Raw): Env {
  const file = raw.PHYLE_DEPLOYMENTS
  if (!file)
    throw new Error('PHYLE_DEPLOYMENTS is missing: the path of deployments/<chainId>.json.')
  const deployments = asDeployments(JSON.parse(readFileSync(file, 'utf8')))
  const { chainId, phyle, demo } = deployments
  const rpcUrls = (raw.PHYLE_RPC_URL ?? 'http://127.0.0.1:8545').split(',')
  const cash = phyle ? [phyle.cash] : []
  return {
    chainId,
    local: chainId === LOCAL_CHAIN,
    rpcUrls: [...new Set(rpcUrls.map((url) => url.trim()))],
    registrar: registrarOf(deployments, 'Registrar'),
    phyleRegistrar: registrarOf(deployments, 'PhyleRegistrar'),
    tokens: [...new Set([...cash, ...Object.values(demo).map(({ address }) => address)])],
    startBlock: firstBlock(deployments),
    data: raw.PHYLE_INDEX_DATA,
    standstill: secondsIn(raw, 'PHYLE_INDEX_STANDSTILL_SECONDS', 180),
  }
}

export const env = readEnv(process.env)
