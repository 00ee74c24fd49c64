// SPDX-License-Identifier: AGPL-3.0-or-later
/** Writes down on the newer roll of a co-op what the one before knows, so that nobody has to ask there. */
import { iMembershipAbi } from '@phyle/sdk/generated/abi'
import { type Address, encodeFunctionData, getAddress } from 'viem'
import type { Task } from '../chores/chore.ts'
import type { Coop } from '../cooperative/coops.ts'
import type { Person } from '../membership/people.ts'

/** So many at a time: who came back and changed class often takes the most gas. */
const MOST_CARRIED = 20

interface Rolls {
  readonly coops: ReadonlyMap<Address, Coop>
  readonly people: ReadonlyMap<string, Person>
  readonly carried: ReadonlyMap<Address, ReadonlySet<Address>>
}

/** One task a co-op and look, of those whom `isOurs` names. */
export function carrying({ coops, people, carried }: Rolls, isOurs: (coop: Address) => boolean) {
  return async (): Promise<readonly Task[]> =>
    [...carried]
      .filter(([coop]) => isOurs(coop))
      .flatMap(([coop, done]) => {
        const target = coops.get(coop)?.membership
        const theirs = [...people.values()].filter((person) => person.coop === coop)
        const missing = new Set(theirs.map(({ wallet }) => getAddress(wallet))).difference(done)
        const wallets = [...missing].slice(0, MOST_CARRIED)
        const [first] = wallets
        if (!target || !first) return []
        const args = [wallets] as const
        const data = encodeFunctionData({ abi: iMembershipAbi, functionName: 'carry', args })
        return [{ name: `carry ${coop} ${first}`, target, data }]
      })
}
