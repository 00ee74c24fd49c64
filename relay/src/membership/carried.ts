// SPDX-License-Identifier: AGPL-3.0-or-later
/** Co-ops that moved to a newer roll, and who is written down there. */
import { iMembershipAbi } from '@phyle/sdk/generated/abi'
import { type Address, getAbiItem, getAddress } from 'viem'
import type { Book } from '../chores/book.ts'
import { coopsOf } from '../cooperative/coops.ts'

/** By co-op that moved; others need no carrying. */
export function carriedOf(book: Book): ReadonlyMap<Address, ReadonlySet<Address>> {
  const { coops, byRoll, onMove } = book.use(coopsOf)
  const carried = new Map<Address, Set<Address>>()
  const note = (roll: Address, wallet: Address): void => {
    const coop = byRoll.get(roll)?.coop
    if (coop && coops.get(coop)?.membership === roll) carried.get(coop)?.add(getAddress(wallet))
  }

  onMove((coop) => carried.set(coop, new Set()))
  book.on(getAbiItem({ abi: iMembershipAbi, name: 'Carried' }), ({ address, args }) =>
    note(address, args.wallet),
  )
  book.on(getAbiItem({ abi: iMembershipAbi, name: 'Admitted' }), ({ address, args }) =>
    note(address, args.wallet),
  )
  return carried
}
