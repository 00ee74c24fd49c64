import type { ReactNode } from 'react'

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
