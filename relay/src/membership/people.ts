// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who is and was on the rolls. */
import { iMembershipAbi } from '@phyle/sdk/generated/abi'
import { type Address, getAbiItem } from 'viem'
import type { Book } from '../chores/book.ts'
import { coopsOf, keyOf } from '../cooperative/coops.ts'

export interface Person {
  readonly coop: Address
  readonly wallet: Address
  readonly id: bigint
  readonly class: number
  readonly onRoll: boolean
}

/** By co-op and member id. */
export function peopleOf(book: Book): ReadonlyMap<string, Person> {
  const { byRoll } = book.use(coopsOf)
  const people = new Map<string, Person>()
  const member = (roll: Address, id: bigint, wallet: Address, change: Partial<Person>): void => {
    const coop = byRoll.get(roll)?.coop
    if (!coop) return
    const before = people.get(keyOf(coop, id)) ?? { coop, id, wallet, class: 0, onRoll: true }
    people.set(keyOf(coop, id), { ...before, ...change })
  }

  book.on(getAbiItem({ abi: iMembershipAbi, name: 'Admitted' }), ({ address, args }) =>
    member(address, args.id, args.wallet, { class: args.class, onRoll: true }),
  )
  book.on(getAbiItem({ abi: iMembershipAbi, name: 'ClassChanged' }), ({ address, args }) =>
    member(address, args.id, args.wallet, { class: args.to }),
  )
  book.on(getAbiItem({ abi: iMembershipAbi, name: 'Resigned' }), ({ address, args }) =>
    member(address, args.id, args.wallet, { onRoll: false }),
  )
  return people
}
