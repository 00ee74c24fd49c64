import type { ReactNode } from 'react'

/** What can be done one by one, each with its button. */
export const Rows = ({ children }: { children: ReactNode }) => (
  <ul className="m-0 flex list-none flex-col p-0">{children}</ul>
)

interface RowProps {
  what: string
  /** The language of `what`, where a co-op wrote it. */
  lang?: string | undefined
  more?: string
  children: ReactNode
}

export function Row({ what, lang, more, children }: RowProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-3 first:border-0 first:pt-0 last:pb-0">
      <span className="min-w-0">
        <b lang={lang} className="block">
          {what}
        </b>
        {more !== undefined && <span className="text-sm text-soft">{more}</span>}
      </span>
      {children}
    </li>
  )
}
