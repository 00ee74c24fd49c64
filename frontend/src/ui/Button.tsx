import type { ButtonHTMLAttributes } from 'react'
import { cx } from './cx.ts'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One `main` a screen. */
  look?: 'main' | 'quiet' | 'danger' | 'link'
  wide?: boolean
}

const looks = {
  main: 'bg-accent text-on-accent border-accent text-[1.06rem] px-6 py-3.5 hover:brightness-110',
  quiet: 'bg-card text-ink border-edge px-4 py-2.5 hover:bg-wash',
  danger: 'bg-card text-brick border-brick px-4 py-2.5 hover:bg-brick-wash',
  link: 'link border-transparent px-0 py-1 font-normal',
} as const

export function Button({ look = 'quiet', wide, className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} className={cx(buttonClass(look), wide && 'w-full', className)} {...rest} />
  )
}

/** For links that look like buttons. */
export const buttonClass = (look: keyof typeof looks = 'quiet') =>
  cx(
    'inline-flex min-h-11 items-center justify-center gap-2 rounded-xl border-[1.5px] text-center font-semibold transition-[filter,background-color]',
    'disabled:cursor-not-allowed disabled:opacity-55 disabled:hover:brightness-100',
    looks[look],
  )
