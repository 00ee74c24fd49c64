import type { ReactNode } from 'react'
import { cx } from './cx.ts'

interface CardProps {
  title?: ReactNode
  /** Side cards have smaller headings. */
  side?: boolean
  id?: string
  className?: string
  children: ReactNode
}

export function Card({ title, side, id, className, children }: CardProps) {
  const Heading = side ? 'h3' : 'h2'
  return (
    <section
      id={id}
      className={cx(
        'flex flex-col rounded-[14px] border border-line bg-card p-[18px] sm:p-6',
        side ? 'gap-3' : 'gap-5',
        className,
      )}
    >
      {title !== undefined && <Heading>{title}</Heading>}
      {children}
    </section>
  )
}
