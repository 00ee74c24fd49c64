// SPDX-License-Identifier: AGPL-3.0-or-later
import { pathToFileURL } from 'node:url'
import { type Abi, type AbiEvent, toEventSelector } from 'viem'
import type { Spoken } from '../../sdk/src/chapters/acting.ts'
import { fromRoot } from '../paths.ts'
import type { Check } from './check.ts'

const eventsOf = (abi: Abi): readonly AbiEvent[] => abi.filter((item) => item.type === 'event')

/** The events that two contracts share, by their topic. */
export function shared(contracts: readonly Pick<Spoken, 'name' | 'abi'>[]): readonly string[] {
  const known = new Map<string, string>()
  return contracts.flatMap(({ name, abi }) =>
    eventsOf(abi).flatMap((event) => {
      const topic = toEventSelector(event)
      const before = known.get(topic)
      known.set(topic, name)
      return before === undefined
        ? []
        : [`${before} and ${name} both emit ${event.name} (${topic}): rename it in one of them`]
    }),
  )
}

export const topics: Check = {
  title: 'No two chapters share an event',
  async problems() {
    const { contracts }: { contracts: Readonly<Record<string, Spoken>> } = await import(
      pathToFileURL(fromRoot('sdk/src/generated/chapters/acts.ts')).href
    )
    // The index reads the events of all chapters at the addresses of all: a topic tells which it is.
    return shared(Object.values(contracts).filter(({ told }) => told === 'chapter'))
  },
}
