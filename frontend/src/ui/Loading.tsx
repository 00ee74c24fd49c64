import { useEffect, useState } from 'react'
import { shell } from '../words/shell/words.ts'

const LONG_MS = 8_000

/** Stands where something is still being fetched, and says so when it takes long. */
export function Loading() {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status" className="flex flex-col gap-3 py-2">
      <span className="sr-only">{shell.loading}</span>
      {isLong && <p className="m-0 text-soft">{shell.slow}</p>}
      {['72%', '94%', '58%'].map((width) => (
        <span
          key={width}
          className="block h-5 animate-pulse rounded-md bg-track"
          style={{ width }}
        />
      ))}
    </div>
  )
}
