import { useEffect, useState } from 'react'
import { readKept, tab } from '../chain/storage.ts'

/** State that outlives a reload of the page in this tab; for what somebody is still writing. */
export function useKept<T>(key: string, first: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => readKept(tab, key, first))
  useEffect(() => {
    tab.set(key, JSON.stringify(value))
  }, [key, value])
  return [value, setValue]
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

/** Forgets everything kept under keys that begin so. */
export function forgetKept(beginning: string) {
  for (const key of tab.names()) if (key.startsWith(beginning)) tab.remove(key)
}
