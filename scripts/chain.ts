// SPDX-License-Identifier: AGPL-3.0-or-later
/** The chain that a script is to work on: a network of `hardhat.config.ts`, the local one wherever it answers. */
import hre from 'hardhat'
import { findRunning } from './running.ts'

const LOCAL = 'localhost'
const USUAL_URL = 'http://127.0.0.1:8545'

export interface Where {
  readonly network: string
  /** Where the chain of that network answers; undefined: where it is known to. */
  readonly rpc: string | undefined
}

/** There is no such network, or nothing answers there. */
export class NoChain extends Error {
  override readonly name = 'NoChain'
}

export async function connect({ network, rpc }: Where) {
  const url = rpc ?? (network === LOCAL ? localUrl() : undefined)
  try {
    const connection = await hre.network.create(
      url === undefined ? network : { network, override: { url } },
    )
    const { chainId } = await connection.ethers.provider.getNetwork()
    return { ethers: connection.ethers, chainId: Number(chainId) }
  } catch (error) {
    throw new NoChain(problem(error, url))
  }
}

/** `PHYLE_RPC_URL`, else where the running `npm start` of this folder has its chain, else the usual port. */
function localUrl(): string {
  const [url] = (process.env.PHYLE_RPC_URL ?? '').split(',')
  return url || (findRunning()?.chain ?? USUAL_URL)
}

function problem(error: unknown, url: string | undefined): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  if (url === undefined || !line.startsWith('HHE703')) return line.replace(/^HHE\d+: /, '')
  return `no chain answers at ${url}: start one with npm start, or name another with --rpc URL`
}
