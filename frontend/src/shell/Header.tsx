import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { cx } from '../ui/cx.ts'
import { shell } from '../words/en/shell.ts'
import { Account } from './Account.tsx'

const pages = [
  { to: '/', name: shell.nav.forYou, exact: true },
  { to: '/decisions', name: shell.nav.decisions },
  { to: '/coops', name: shell.nav.coop },
  { to: '/bonds', name: shell.nav.bonds },
  { to: '/money', name: shell.nav.money },
  { to: '/commons', name: shell.nav.commons },
  { to: '/may-i-use', name: shell.nav.mayI },
  { to: '/federation', name: shell.nav.federation },
] as const

/** Only in the menu and at the foot. */
export const morePages = [
  { to: '/check', name: shell.nav.check },
  { to: '/found', name: shell.nav.found },
] as const

export function Header() {
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when the page changes
  useEffect(() => setOpen(false), [pathname])

  return (
    <header className="border-b border-line">
      <div className="flex items-center gap-4 py-3 lg:gap-6 lg:py-3.5">
        <Link to="/" className="rounded py-2 font-serif text-[1.3rem] leading-none font-bold">
          {shell.name}
        </Link>
        <nav aria-label={shell.pages} className="hidden lg:block">
          <ul className="m-0 flex list-none gap-4 p-0 xl:gap-5">
            {pages.map((page) => (
              <li key={page.to}>
                <Link
                  to={page.to}
                  activeOptions={{ exact: 'exact' in page }}
                  className="inline-block border-b-[3px] border-transparent py-2 whitespace-nowrap text-soft hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink"
                >
                  {page.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ml-auto flex min-w-0 items-center gap-2">
          <Account />
          <button
            type="button"
            aria-expanded={open}
            aria-controls="menu"
            onClick={() => setOpen(!open)}
            className="inline-flex min-h-11 items-center rounded-xl border-[1.5px] border-edge px-3.5 font-semibold lg:hidden"
          >
            {shell.menu}
          </button>
        </div>
      </div>
      <nav id="menu" aria-label={shell.pages} className={cx('pb-4 lg:hidden', !open && 'hidden')}>
        <ul className="m-0 grid list-none grid-cols-1 gap-1 p-0 min-[360px]:grid-cols-2">
          {[...pages, ...morePages].map((page) => (
            <li key={page.to}>
              <Link
                to={page.to}
                activeOptions={{ exact: 'exact' in page }}
                className="flex min-h-11 items-center rounded-xl px-3 hover:bg-wash aria-[current=page]:bg-wash aria-[current=page]:font-semibold"
              >
                {page.name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}
