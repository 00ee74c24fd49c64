// SPDX-License-Identifier: AGPL-3.0-or-later
/** Registers manifests as works of a co-op. */
import type { Signer } from 'ethers'
import type { Works } from '../../types/ethers-contracts/index.ts'
import type { Manifest } from './manifest.ts'

/** Who registers, and for which co-op. */
export interface Delegation {
  readonly coop: string
  readonly signer: Signer
}

export interface Registered {
  readonly id: bigint
  /** It was there before. */
  readonly before: boolean
}

/** Registers a manifest, unless the co-op has registered the same file. */
export async function registerWork(
  works: Works,
  { coop, signer }: Delegation,
  manifest: Manifest,
): Promise<Registered> {
  const digest = `0x${manifest.sha256}`
  const before = await works.idOf(coop, digest)
  if (before !== 0n) return { id: before, before: true }
  const sent = await works.connect(signer).register({
    steward: coop,
    family: 0n,
    digest,
    parents: [],
    title: manifest.title,
    version: manifest.version,
    licence: manifest.licence,
    licensor: manifest.licensor,
    purpose: manifest.purpose,
    links: [...manifest.links],
  })
  await sent.wait()
  return { id: await works.idOf(coop, digest), before: false }
}

/** The delegation that an own key has: for the co-op given, or for the one that named it last. */
export async function findDelegation(
  works: Works,
  keys: readonly Signer[],
  coop: string | undefined,
  fromBlock: number,
): Promise<Delegation | undefined> {
  const own = new Map(
    await Promise.all(keys.map(async (key) => [await key.getAddress(), key] as const)),
  )
  const itself = coop === undefined ? undefined : own.get(coop)
  if (coop !== undefined && itself !== undefined) return { coop, signer: itself }
  const named = await works.queryFilter(works.filters.WorksDelegateNamed(coop), fromBlock)
  for (const { args } of named.toReversed()) {
    const signer = own.get(args.wallet)
    if (signer && (await works.isDelegate(args.coop, args.wallet)))
      return { coop: args.coop, signer }
  }
  return undefined
}
