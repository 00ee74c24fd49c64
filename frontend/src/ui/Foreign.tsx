import type { ReactNode } from 'react'
import { useLanguageOf } from '../chain/languages.ts'

/**
 * Words that a co-op wrote itself, marked with its language: they are read aloud, hyphenated and
 * translated as what they are. Unmarked while its language is not known.
 */
export function Foreign({
  lang,
  className,
  children,
}: {
  lang: string | undefined
  className?: string
  children: ReactNode
}) {
  return (
    <span lang={lang} dir="auto" className={className}>
      {children}
    </span>
  )
}

/** Words that a co-op wrote, whose language is looked up: the title of an offer, a work, a machine. */
export function OfCoop({ coop, children }: { coop: string; children: ReactNode }) {
  return <Foreign lang={useLanguageOf()(coop)}>{children}</Foreign>
}
