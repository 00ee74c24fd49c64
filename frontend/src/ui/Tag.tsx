import type { ReactNode } from 'react'
import { cx } from './cx.ts'

/** A short state, with a sign so that colour is not the only one. */
export function Tag({
  sign,
  tone = 'accent',
  children,
}: {
  sign?: string
  tone?: 'accent' | 'quiet' | 'danger'
  children: ReactNode
}) {
  const tones = {
    accent: 'bg-wash text-accent',
    quiet: 'bg-track text-ink',
    danger: 'bg-brick-wash text-brick',
  } as const
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 rounded-full px-3 py-1 text-[0.83rem] font-semibold',
        tones[tone],
      )}
    >
      {sign !== undefined && <span aria-hidden="true">{sign}</span>}
      {children}
    </span>
  )
}
