import { useState } from 'react'
import { device, readKept } from '../device/storage.ts'

interface Kept<T> {
  /** When it was written, in milliseconds. */
  readonly at: number
  readonly value: T
}

const read = <T>(key: string): Kept<T> | null => {
  const kept = readKept<Kept<T> | null>(device, key, null)
  return kept !== null && typeof kept === 'object' && typeof kept.at === 'number' ? kept : null
}

/**
 * State that outlives the tab, for what somebody is still writing. Nothing is kept before something
 * was written.
 */
export function useKept<T>(key: string, first: T): [T, (value: T) => void] {
  const begin = () => ({ key, value: read<T>(key)?.value ?? first })
  const [held, setHeld] = useState(begin)
  const now = held.key === key ? held : begin()
  if (now !== held) setHeld(now)
  const set = (value: T) => {
    device.set(key, JSON.stringify({ at: Date.now(), value } satisfies Kept<T>))
    setHeld({ key, value })
  }
  return [now.value, set]
}

/** One of several, kept likewise; a link that asks for another one is stronger. */
export function useKeptChoice(
  key: string,
  asked: string | undefined,
): [string | null, (chosen: string) => void] {
  const [kept, setKept] = useKept<{ asked: string | null; chosen: string } | null>(key, null)
  const holds = kept !== null && (asked === undefined || kept.asked === asked)
  return [
    holds ? kept.chosen : (asked ?? null),
    (chosen) => setKept({ asked: asked ?? null, chosen }),
  ]
}

const namesOf = (beginning: string) => device.names().filter((name) => name.startsWith(beginning))

/** When something under keys that begin so was last written, in seconds; null where nothing is kept. */
export function keptFrom(beginning: string): number | null {
  const times = namesOf(beginning).map((name) => read(name)?.at ?? 0)
  return times.length === 0 ? null : Math.floor(Math.max(...times) / 1000)
}

/** Forgets everything kept under keys that begin so. */
export function forgetKept(beginning: string) {
  for (const name of namesOf(beginning)) device.remove(name)
}

const NOBODY = 'nobody'
const draftsOf = (owner: string) => `phyle.draft.${owner}.`

/**
 * Where the drafts of an account begin. What somebody wrote before they signed in becomes theirs,
 * unless they have a draft of the same already.
 */
export function ownDrafts(account: string | undefined): string {
  if (account === undefined) return draftsOf(NOBODY)
  const mine = draftsOf(account.toLowerCase())
  for (const name of namesOf(draftsOf(NOBODY))) {
    const moved = mine + name.slice(draftsOf(NOBODY).length)
    const value = device.get(name)
    if (value !== null && device.get(moved) === null) device.set(moved, value)
    device.remove(name)
  }
  return mine
}
