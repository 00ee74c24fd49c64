import { type ReactNode, useEffect } from 'react'
import { shell } from '../words/shell/words.ts'

interface PageProps {
  /** Small line above the heading: where one is. */
  over?: ReactNode
  title: string
  /** The title with the words of others marked in it. */
  heading?: ReactNode
  /** The language of the title, where somebody else wrote it. */
  titleLang?: string | undefined
  /** One sentence below the heading: what happens here. */
  lead?: ReactNode
  /** Beside the main column on a wide screen, below it on a narrow one. */
  aside?: ReactNode
  children?: ReactNode
}

/** A page: a sentence first, then what happens, then the rest. */
export function Page({
  over,
  title,
  heading = title,
  titleLang,
  lead,
  aside,
  children,
}: PageProps) {
  useEffect(() => {
    document.title = `${title} · ${shell.name}`
  }, [title])

  const body = (
    <div className="flex min-w-0 flex-col gap-6">
      <header className="flex flex-col gap-2.5">
        {over !== undefined && <div className="text-sm text-soft">{over}</div>}
        <h1 tabIndex={-1} id="title" lang={titleLang} className="outline-none">
          {heading}
        </h1>
        {lead !== undefined && <div className="max-w-[68ch] text-soft">{lead}</div>}
      </header>
      {children}
    </div>
  )
  if (aside === undefined) return body
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1.6fr)_minmax(300px,1fr)] lg:gap-9">
      {body}
      <aside className="flex min-w-0 flex-col gap-5">{aside}</aside>
    </div>
  )
}
