import { type ReactNode, useState } from 'react'
import { shell } from '../words/shell/words.ts'

/** Details that most readers never need, folded away. */
export function Disclosure({
  summary = shell.details,
  lazy = false,
  children,
}: {
  summary?: ReactNode
  /** For what is long: it is made when it is opened first, and so is not printed before. */
  lazy?: boolean
  children: ReactNode
}) {
  const [isMade, setMade] = useState(!lazy)
  return (
    <details onToggle={(event) => event.currentTarget.open && setMade(true)}>
      <summary className="inline-flex min-h-8 list-none items-center gap-1.5 text-sm text-soft hover:text-ink">
        <span
          aria-hidden="true"
          className="inline-block transition-transform [[open]>summary>&]:rotate-90"
        >
          ›
        </span>
        {summary}
      </summary>
      <div className="flex flex-col gap-2 pt-2 text-[0.94rem]">{isMade && children}</div>
    </details>
  )
}
