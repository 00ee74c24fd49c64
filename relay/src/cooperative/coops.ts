// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The co-ops, and which contracts are theirs now. An account takes organs of any code, from whoever says that
 * they built them: those that no Registrar of the deployment built are not believed, asked or called.
 */
import { iCooperativeAbi, iRegistrarAbi } from '@phyle/sdk/generated/abi'
import { type Address, getAbiItem, isAddressEqual } from 'viem'
import type { Book } from '../chores/book.ts'

export interface Coop {
  readonly coop: Address
  readonly registrar: Address
  readonly statutes: Address
  readonly membership: Address
  readonly assembly: Address
  /** Whether a Registrar of the deployment built these organs. */
  readonly trusted: boolean
}

/** Told of a co-op that took other organs. */
type Moved = (coop: Address) => void

export function coopsOf(book: Book) {
  const coops = new Map<Address, Coop>()
  const byRoll = new Map<Address, Coop>()
  const told: Moved[] = []
  const { registrars } = book.settings.deployment
  book.believe(...registrars)

  book.on(
    getAbiItem({ abi: iRegistrarAbi, name: 'Founded' }),
    ({ address: registrar, args }) => {
      const { cooperative: coop, statutes, membership, assembly_: assembly } = args
      const found = { coop, registrar, statutes, membership, assembly, trusted: true }
      coops.set(coop, found)
      byRoll.set(membership, found)
      book.believe(coop, membership, assembly)
    },
    { first: true },
  )

  book.on(
    getAbiItem({ abi: iCooperativeAbi, name: 'OrgansSet' }),
    ({ address: coop, args }) => {
      const known = coops.get(coop)
      const { statutes, membership, assembly_: assembly } = args
      if (!known || known.membership === membership) return
      const found = { ...known, statutes, membership, assembly, trusted: false }
      coops.set(coop, found)
      byRoll.set(membership, found)
      for (const moved of told) moved(coop)
    },
    { first: true },
  )

  book.on(
    getAbiItem({ abi: iCooperativeAbi, name: 'OrgansAdopted' }),
    ({ args: { registrar, membership } }) => {
      const taken = byRoll.get(membership)
      if (!taken || !registrars.some((one) => isAddressEqual(one, registrar))) return
      const found = { ...taken, trusted: true }
      byRoll.set(membership, found)
      if (coops.get(found.coop)?.membership === membership) coops.set(found.coop, found)
      book.adopt(membership, found.assembly)
    },
    { first: true },
  )

  return {
    coops: coops as ReadonlyMap<Address, Coop>,
    /** By the rolls that they have and had: one goes on from the other. */
    byRoll: byRoll as ReadonlyMap<Address, Coop>,
    /** Hears of every co-op that takes organs of a newer Registrar. */
    onMove: (moved: Moved): void => {
      told.push(moved)
    },
  }
}

/** By co-op, or assembly, and a number in it. */
export const keyOf = (of: Address, id: bigint): string => `${of}/${id}`
