// SPDX-License-Identifier: AGPL-3.0-or-later
import hre from 'hardhat'
import type { Deployments } from '../../sdk/src/deployments.ts'
import { CHAPTERS } from '../deploy/chapters.ts'
import { deploy } from '../deploy/deploy.ts'
import { coinChapter } from './coin.ts'
import type { RealNetwork } from './networks.ts'

export interface Deploying {
  readonly network: RealNetwork
  /** The public node. */
  readonly rpcUrl: string
  readonly key: string
  readonly issuer: string
  /** Where the record is written. */
  readonly file: string
}

/** Does what `npm run deploy -- --network NAME` does, with the same entry of `hardhat.config.ts`. */
export async function deployThrough(order: Deploying): Promise<Deployments> {
  const { network, rpcUrl, key, issuer, file } = order
  const connection = await hre.network.create({
    network: network.name,
    override: { url: rpcUrl, accounts: [key] },
  })
  try {
    const [signer] = await connection.ethers.getSigners()
    if (!signer) throw new Error('the deployer has no key')
    const chapters = [...CHAPTERS, coinChapter(network.currency, issuer)]
    return await deploy({ signer, chapters, file, log: () => undefined })
  } finally {
    await connection.close()
  }
}
