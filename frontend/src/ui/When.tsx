import { useChainNow } from '../chain/clock.tsx'
import { type DateStyle, date, fromNow } from '../words/format.ts'

/** A moment by the chain's clock, in the reader's words; `style="ago"` counts from now. */
export function When({ at, style = 'day' }: { at: number; style?: DateStyle | 'ago' }) {
  const now = useChainNow()
  const iso = new Date(at * 1000).toISOString()
  const full = date(at, 'time')
  const text =
    style === 'ago' ? (now === undefined ? full : fromNow(at, now)) : date(at, style, now)
  return (
    <time dateTime={iso} title={full}>
      {text}
    </time>
  )
}
