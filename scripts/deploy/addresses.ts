// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { network } from 'hardhat'
import type { Address, Hex } from 'viem'
import { fromRoot } from '../paths.ts'
import { CHAPTERS } from './chapters.ts'
import { deploy, SALT } from './deploy.ts'
import { DEPLOYER } from './deployer.ts'

/** Where every chain has the contracts of this version, whoever deploys them there. */
export interface Addresses {
  /** Makes each contract by CREATE2 from the salt and its init code. */
  readonly deployer: Address
  readonly salt: Hex
  readonly contracts: {
    readonly [name: string]: {
      readonly address: Address
      /** keccak256 of the code at the address. */
      readonly codeHash: Hex
    }
  }
}

export const ADDRESSES_FILE = fromRoot('deployments/addresses.json')

/** The text of the file. */
export const asText = (addresses: Addresses): string => `${JSON.stringify(addresses, null, 2)}\n`

/**
 * Deploys what was compiled to a chain of its own and notes where it stands: what a constructor
 * writes into the code is known only afterwards. The demo is left out, because real chains have none.
 */
export async function addressesOfBuild(chainId?: number): Promise<Addresses> {
  const { ethers } = await network.create(chainId === undefined ? {} : { override: { chainId } })
  const [signer] = await ethers.getSigners()
  if (!signer) throw new Error('The chain has no accounts')
  const folder = await mkdtemp(join(tmpdir(), 'phyle-addresses-'))
  try {
    const file = join(folder, 'record.json')
    const { implementations, registrars } = await deploy({
      ...{ signer, chapters: CHAPTERS, file },
      log: () => undefined,
    })
    const contracts = Object.entries({ ...implementations, ...registrars }).map(
      ([name, { address, codeHash }]) => [name, { address, codeHash }] as const,
    )
    return {
      deployer: DEPLOYER,
      salt: SALT as Hex,
      contracts: Object.fromEntries(contracts),
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
