import type { ReactNode } from 'react'
import { shell } from '../words/en/shell.ts'

/** Details that most readers never need, folded away. */
export function Disclosure({
  summary = shell.details,
  children,
}: {
  summary?: ReactNode
  children: ReactNode
}) {
  return (
    <details>
      <summary className="inline-flex min-h-8 list-none items-center gap-1.5 text-sm text-soft hover:text-ink">
        <span
          aria-hidden="true"
          className="inline-block transition-transform [[open]>summary>&]:rotate-90"
        >
          ›
        </span>
        {summary}
      </summary>
      <div className="flex flex-col gap-2 pt-2 text-[0.94rem]">{children}</div>
    </details>
  )
}
