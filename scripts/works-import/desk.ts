// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where works are registered: the register of the phyle on a network, and a key that may write in it. */
import type { Signer } from 'ethers'
import { explain } from '../../sdk/src/errors/explain.ts'
import { LOCAL_CHAIN } from '../../sdk/src/local-chain.ts'
import { Works__factory } from '../../types/ethers-contracts/index.ts'
import { connect } from '../chain.ts'
import { readRecord, recordOf } from '../deploy/record.ts'
import { keyOf } from '../seed/people.ts'
import type { Manifest } from './manifest.ts'
import { type Options, UsageError } from './options.ts'
import { findDelegation, registerWork } from './register.ts'

const EXAMPLE_PEOPLE = 120

/** How a registration ended, in words. */
export interface Outcome {
  readonly done: boolean
  /** It was there before. */
  readonly before: boolean
  readonly words: string
}

export interface Desk {
  register(manifest: Manifest): Promise<Outcome>
}

export async function open({ network, rpc, coop }: Options): Promise<Desk> {
  const { ethers, chainId } = await connect({ network, rpc })
  const { provider } = ethers
  const { phyle } = await readRecord(recordOf(chainId), chainId)
  if (phyle === null) {
    throw new UsageError(`no federation is noted for ${network} in deployments/${chainId}.json`)
  }
  if ((await provider.getCode(phyle.works)) === '0x') {
    throw new UsageError(
      `the federation of deployments/${chainId}.json is not on this chain: is it that of another folder?`,
    )
  }
  const works = Works__factory.connect(phyle.works, provider)
  const keys: Signer[] = [...(await ethers.getSigners())]
  if (chainId === LOCAL_CHAIN) {
    for (let i = 0; i < EXAMPLE_PEOPLE; ++i) keys.push(keyOf(i).connect(provider))
  }
  const delegation = await findDelegation(works, keys, coop, phyle.block)
  if (delegation === undefined) {
    const whom = coop ?? 'any co-op'
    throw new UsageError(
      `no key here may register works for ${whom}: its assembly names one with Works.nameDelegate`,
    )
  }
  return {
    async register(manifest) {
      try {
        const { id, before } = await registerWork(works, delegation, manifest)
        const words = before ? `was registered before, as work ${id}` : `registered as work ${id}`
        return { done: true, before, words }
      } catch (error) {
        const { why, now } = explain(error)
        return { done: false, before: false, words: `could not be registered. ${why} ${now}` }
      }
    },
  }
}
