import { useSyncExternalStore } from 'react'
import type { Address } from 'viem'

/** Asks for many wallets together, and tells the answers to all that show them. */
interface Asking<Told> {
  /** Changes with every answer. */
  known(): ReadonlyMap<string, Told>
  subscribe(listener: () => void): () => void
  /** Asks soon, with all others that are wanted by then, unless it was asked a moment ago. */
  want(wallet: string, ask: Ask<Told>): void
  /** Takes in an answer that came another way; null: there is nothing any more. */
  tell(wallet: string, told: Told | null): void
}

/** Answers with what it found, by wallet in small letters. */
type Ask<Told> = (wallets: readonly Address[]) => Promise<ReadonlyMap<string, Told>>

const TOGETHER_MS = 25
/** After this long it is asked again, found or not. */
const OLD_MS = 60_000

export function asking<Told>(most: number): Asking<Told> {
  const listeners = new Set<() => void>()
  const asked = new Map<string, number>()
  /** Counts what came in, so that an answer asked for earlier replaces nothing newer. */
  const toldAs = new Map<string, number>()
  let tellings = 0
  let known: ReadonlyMap<string, Told> = new Map()
  let wanted = new Set<string>()

  const set = (found: ReadonlyMap<string, Told>, among: readonly string[]) => {
    const next = new Map(known)
    for (const wallet of among) next.delete(wallet)
    for (const [wallet, told] of found) next.set(wallet, told)
    known = next
    for (const listener of listeners) listener()
  }

  const load = async (ask: Ask<Told>) => {
    const all = [...wanted]
    wanted = new Set()
    for (let from = 0; from < all.length; from += most) {
      const wallets = all.slice(from, from + most)
      const before = tellings
      const answer = await ask(wallets as Address[]).catch(() => null)
      const isOver = (wallet: string) => (toldAs.get(wallet) ?? 0) > before
      const some = wallets.filter((wallet) => !isOver(wallet))
      const found = answer && new Map([...answer].filter(([wallet]) => !isOver(wallet)))
      // Without an answer nothing is learned, and nothing that is known is forgotten.
      if (found && (found.size > 0 || some.some((wallet) => known.has(wallet)))) set(found, some)
    }
  }

  return {
    known: () => known,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    want(wallet, ask) {
      const key = wallet.toLowerCase()
      const now = Date.now()
      if (now - (asked.get(key) ?? 0) < OLD_MS) return
      asked.set(key, now)
      if (wanted.size === 0) setTimeout(() => void load(ask), TOGETHER_MS)
      wanted.add(key)
    },
    tell(wallet, told) {
      const key = wallet.toLowerCase()
      asked.set(key, Date.now())
      tellings += 1
      toldAs.set(key, tellings)
      set(told === null ? new Map() : new Map([[key, told]]), [key])
    },
  }
}

export const useKnown = <Told>(of: Asking<Told>) => useSyncExternalStore(of.subscribe, of.known)
