// SPDX-License-Identifier: AGPL-3.0-or-later
import { asDeployments, firstBlock, type PhyleHouse } from '@phyle/sdk/deployments'
import type { Address } from 'viem'

/** What the relay reads of `deployments/<chainId>.json`. */
export interface Deployment {
  readonly chainId: number
  /** Nothing of ours happened before this block. */
  readonly block: number
  readonly registrars: readonly Address[]
  readonly house: PhyleHouse | null
}

export function parseDeployment(json: string): Deployment {
  const deployments = asDeployments(JSON.parse(json))
  const registrars = Object.entries(deployments.registrars)
    .filter(([name]) => name !== 'PhyleRegistrar')
    .map(([, { address }]) => address)
  return {
    chainId: deployments.chainId,
    block: firstBlock(deployments),
    registrars,
    house: deployments.phyle,
  }
}
