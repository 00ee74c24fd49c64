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
