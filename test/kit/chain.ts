// SPDX-License-Identifier: AGPL-3.0-or-later
/** The chain that the contract tests of one run share. */
import { network } from 'hardhat'

export const { ethers, networkHelpers } = await network.create()

export const { loadFixture, time, impersonateAccount, setBalance } = networkHelpers

export type Signer = Awaited<ReturnType<typeof ethers.getSigners>>[number]

export const DAY = 86_400
export const YEAR = 365 * DAY
/** A twelfth of 365 days: the month of the account's books. */
export const MONTH = 2_628_000

/** Every run draws the same cases. */
export const SEED = 0x706879

export const MAX = (1n << 256n) - 1n
export const NOBODY = '0x0000000000000000000000000000000000000000'
/** The chain's own coin, where an asset is asked for. */
export const COIN = '0x0000000000000000000000000000000000000000'

/** Digest of a document that nobody needs to read. */
export function digestOf(words: string): string {
  return ethers.sha256(ethers.toUtf8Bytes(words))
}
