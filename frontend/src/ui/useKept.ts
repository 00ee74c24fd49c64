import { useEffect, useState } from 'react'

function read<T>(key: string): T | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '') as T
  } catch {
    return undefined
  }
}

/** State that outlives a reload of the page in this tab; for what somebody is still writing. */
export function useKept<T>(key: string, first: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => read<T>(key) ?? first)
  useEffect(() => {
    try {
      sessionStorage.setItem(key, JSON.stringify(value))
    } catch {
      // A browser that keeps nothing still lets people write.
    }
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
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(beginning)) sessionStorage.removeItem(key)
    }
  } catch {
    // Where nothing can be kept, nothing was.
  }
}
