// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What the logs say, in memory: enough to know which chores may be due. Chapters say what they want to
 * hear and keep what they make of it. Nothing here is trusted: every chore is tried on the chain before
 * it is sent.
 */
import {
  type AbiEvent,
  type Address,
  getAddress,
  type Hex,
  type Log,
  parseEventLogs,
  toEventSelector,
} from 'viem'
import type { Env } from '../env.ts'

type Told<E extends AbiEvent> = Pick<Log<bigint, number, false, E, true>, 'args'> & {
  /** Who tells it. */
  readonly address: Address
}

interface Listener {
  readonly event: AbiEvent
  /** By which a log tells this event from another of the same name. */
  readonly topic: Hex
  readonly take: (told: { readonly args: unknown; readonly address: Address }) => void
}

export interface Book {
  /** What was deployed, and whether this relay carries decisions out. */
  readonly settings: Pick<Env, 'deployment' | 'executes'>
  /**
   * Hears an event of whoever is believed, in the order of logs. `first`: before all others of a
   * reading, because it makes others known.
   */
  on<const E extends AbiEvent>(
    event: E,
    take: (told: Told<E>) => void,
    when?: { readonly first: boolean },
  ): void
  /** Believes logs of these contracts from now on. */
  believe(...addresses: readonly Address[]): void
  /** Believes contracts that may have told something before that was not believed when it was read. */
  adopt(...addresses: readonly Address[]): void
  /** What a chapter keeps, opened once for all who use it. */
  use<T>(open: (book: Book) => T): T
}

/** How the chain is read into a book. */
export interface Reading {
  readonly book: Book
  /** The events that are heard. */
  readonly events: readonly AbiEvent[]
  /** Takes in logs, in their order, and answers those of contracts that are believed. */
  take(logs: readonly Log[]): readonly Log[]
  /** Contracts that were adopted since this was asked last; their past is still to be read. */
  adopted(): readonly Address[]
}

/** @param open what listens; whatever it uses listens too */
export function openBook(settings: Book['settings'], open: (book: Book) => void): Reading {
  const first: Listener[] = []
  const others: Listener[] = []
  const believed = new Set<Address>()
  const adopted: Address[] = []
  const used = new Map<unknown, unknown>()
  const book: Book = {
    settings,
    on: (event, take, when) => {
      const listeners = when?.first ? first : others
      listeners.push({ event, topic: toEventSelector(event), take: take as Listener['take'] })
    },
    believe: (...addresses) => {
      for (const address of addresses) believed.add(getAddress(address))
    },
    adopt: (...addresses) => {
      // what the others said was believed when it was read
      adopted.push(...addresses.filter((address) => !believed.has(getAddress(address))))
      book.believe(...addresses)
    },
    use: <T>(make: (book: Book) => T): T => {
      if (!used.has(make)) used.set(make, make(book))
      return used.get(make) as T
    },
  }
  open(book)
  const byTopic = Map.groupBy(others, ({ topic }) => topic)
  const events = [
    ...new Map([...first, ...others].map(({ topic, event }) => [topic, event])).values(),
  ]

  return {
    book,
    events,

    take(logs) {
      const parsed = parseEventLogs({ abi: events, logs: [...logs] })
      const isBelieved = ({ address }: Pick<Log, 'address'>) => believed.has(getAddress(address))
      const tell = ({ take }: Listener, log: (typeof parsed)[number]): void => {
        if (isBelieved(log)) take({ args: log.args, address: getAddress(log.address) })
      }
      for (const listener of first) {
        for (const log of parsed) if (log.topics[0] === listener.topic) tell(listener, log)
      }
      for (const log of parsed) {
        for (const listener of byTopic.get(log.topics[0] ?? '0x') ?? []) tell(listener, log)
      }
      return logs.filter(isBelieved)
    },

    adopted: () => adopted.splice(0),
  }
}
