// SPDX-License-Identifier: AGPL-3.0-or-later
/** Passes on to heirs, once the time to answer is over. */
import { iPhyleAbi } from '@phyle/sdk/generated/abi'
import { type Address, encodeFunctionData } from 'viem'
import type { Look, Task } from '../chores/chore.ts'
import type { placesOf } from './places.ts'

export function passing(phyle: Address, { estates }: Pick<ReturnType<typeof placesOf>, 'estates'>) {
  return async ({ head: { time } }: Look): Promise<readonly Task[]> =>
    [...estates].flatMap(([person, from]) => {
      if (from === null || from > time) return []
      const data = encodeFunctionData({ abi: iPhyleAbi, functionName: 'passOn', args: [person] })
      return [{ name: `passOn ${person}`, target: phyle, data }]
    })
}
