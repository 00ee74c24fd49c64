import type { ReactNode } from 'react'

/** What will happen, in one sentence, with a line at its side. */
export function Says({ children }: { children: ReactNode }) {
  return (
    <div className="max-w-[68ch] border-l-4 border-accent py-1 pl-4 text-[1.12rem] sm:pl-[18px]">
      {children}
    </div>
  )
}
