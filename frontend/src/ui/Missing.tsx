import type { ReactNode } from 'react'
import { Page } from './Page.tsx'

/** What a link leads to that leads to nothing: it says so, and offers a way. */
export function Missing({
  title,
  what,
  children,
}: {
  title: string
  what: string
  children: ReactNode
}) {
  return (
    <Page title={title} lead={what}>
      <div className="flex flex-wrap gap-3">{children}</div>
    </Page>
  )
}
