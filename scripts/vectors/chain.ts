// SPDX-License-Identifier: AGPL-3.0-or-later
import type { network } from 'hardhat'

type Connection = Awaited<ReturnType<typeof network.create>>

/** A chain on which everything is deployed. */
export type Chain = {
  readonly ethers: Connection['ethers']
  readonly networkHelpers: Connection['networkHelpers']
  readonly addressOf: (name: string) => string
}

export type Signer = Awaited<ReturnType<Chain['ethers']['getSigners']>>[number]
