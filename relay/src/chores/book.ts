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
      const listener = { event, take: take as Listener['take'] }
      if (when?.first) first.push(listener)
      else others.push(listener)
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
  const bySelector = new Map(
    [...first, ...others].map(({ event }) => [toEventSelector(event), event] as const),
  )
  const events = [...bySelector.values()]

  return {
    book,
    events,

    take(logs) {
      const parsed = parseEventLogs({ abi: events, logs: [...logs] })
      const isBelieved = ({ address }: Pick<Log, 'address'>) => believed.has(getAddress(address))
      const tell = (listeners: readonly Listener[], log: (typeof parsed)[number]): void => {
        if (!isBelieved(log)) return
        for (const { event, take } of listeners) {
          if (event.name === log.eventName)
            take({ args: log.args, address: getAddress(log.address) })
        }
      }
      for (const listener of first) for (const log of parsed) tell([listener], log)
      for (const log of parsed) tell(others, log)
      return logs.filter(isBelieved)
    },

    adopted: () => adopted.splice(0),
  }
}
