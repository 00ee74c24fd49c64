// SPDX-License-Identifier: AGPL-3.0-or-later
import { ethers } from './chain.ts'
import { charter } from './charter.ts'
import type { House } from './house.ts'

/**
 * Organs of a newer Registrar, cloned for an account that is there: what such a Registrar does, by
 * hand. The clones' arguments are what any Registrar gives them.
 */
export async function organsFor(house: House, changes: Parameters<typeof charter>[0] = {}) {
  const { coop, registrar } = house
  const account = await coop.getAddress()
  const pure = await ethers.getContractAt('Statutes', await registrar.STATUTES())
  const constitution = await pure.checkCharter(charter(changes))
  const statutes = await clone(await registrar.STATUTES(), ethers.concat([account, constitution]))
  const membership = await clone(await registrar.MEMBERSHIP(), ethers.concat([account, statutes]))
  const assembly = await clone(
    await registrar.ASSEMBLY(),
    ethers.concat([account, statutes, membership]),
  )
  return { statutes, membership, assembly }
}

/** A minimal proxy (ERC-1167) with arguments behind its code. */
async function clone(implementation: string, args: string): Promise<string> {
  const [signer] = await ethers.getSigners()
  const code = ethers.concat([
    '0x363d3d373d3d3d363d73',
    implementation,
    '0x5af43d82803e903d91602b57fd5bf3',
    args,
  ])
  const size = ethers.toBeHex(ethers.dataLength(code), 2)
  const init = ethers.concat(['0x61', size, '0x3d81600a3d39f3', code])
  const sent = await signer?.sendTransaction({ data: init })
  return (await sent?.wait())?.contractAddress as string
}
