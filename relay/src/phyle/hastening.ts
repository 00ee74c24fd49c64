// SPDX-License-Identifier: AGPL-3.0-or-later
/** Moves people who wait for the equal share to places that came free in their co-op. */
import { iPhyleAbi } from '@phyle/sdk/generated/abi'
import { type Address, encodeFunctionData } from 'viem'
import type { Chain } from '../chain/chain.ts'
import { isSilence } from '../chain/errors.ts'
import type { Look, Task } from '../chores/chore.ts'
import { keyOf } from '../cooperative/coops.ts'
import type { placesOf } from './places.ts'

const abi = iPhyleAbi

/** So many of those who wait in one co-op are asked for at a time, the first in line first. */
const MOST_ASKED = 20

type Places = ReturnType<typeof placesOf>
type Seat = Places['seats'] extends ReadonlyMap<string, infer S> ? S : never

/** The epoch from which a seat would earn if it were hastened now; the same as before where nothing came free. */
async function startIfHastened(
  client: Chain['client'],
  phyle: Address,
  { coop, wallet, start }: Seat,
): Promise<number> {
  try {
    const { result } = await client.simulateContract({
      address: phyle,
      abi,
      functionName: 'hasten',
      args: [coop, wallet],
    })
    return result
  } catch (error) {
    if (isSilence(error)) throw error
    // it earns, or has run out, by now
    return start
  }
}

/** One task a co-op and look, because each changes which places are free for the next. */
export function hastening(phyle: Address, { freed, seats }: Pick<Places, 'freed' | 'seats'>) {
  return async ({ chain: { client } }: Look): Promise<readonly Task[]> => {
    if (freed.size === 0) return []
    const now = await client.readContract({ address: phyle, abi, functionName: 'epoch' })
    const tasks: Task[] = []
    for (const coop of freed) {
      const waiting = [...seats.values()]
        .filter((seat) => seat.coop === coop && seat.start > now)
        .toSorted((a, b) => a.start - b.start || Number(a.id - b.id))
        .slice(0, MOST_ASKED)
      const starts = await Promise.all(waiting.map((seat) => startIfHastened(client, phyle, seat)))
      const first = waiting.find((seat, at) => (starts[at] ?? seat.start) < seat.start)
      if (!first) {
        freed.delete(coop)
        continue
      }
      const args = [coop, first.wallet] as const
      const data = encodeFunctionData({ abi, functionName: 'hasten', args })
      tasks.push({ name: `hasten ${keyOf(coop, first.id)}`, target: phyle, data })
    }
    return tasks
  }
}
