import type { ReactNode } from 'react'
import { When } from './When.tsx'

export interface TimelineEntry {
  readonly key: string
  readonly at: number
  readonly what: ReactNode
}

/** What happened, newest first. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol aria-label={label} className="m-0 flex list-none flex-col p-0">
      {entries.map((entry) => (
        <li
          key={entry.key}
          className="flex flex-wrap justify-between gap-x-6 border-t border-line py-2.5 first:border-0"
        >
          <span className="min-w-0">{entry.what}</span>
          <span className="text-sm text-soft">
            <When at={entry.at} />
          </span>
        </li>
      ))}
    </ol>
  )
}
