import type { ReactNode } from 'react'

/** An empty list says what would be there, and offers the first step. */
export function Empty({ what, children }: { what: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-[14px] border border-dashed border-edge px-5 py-6">
      <p className="m-0 max-w-[60ch] text-soft">{what}</p>
      {children}
    </div>
  )
}
