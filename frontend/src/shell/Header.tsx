import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { cx } from '../ui/cx.ts'
import { shell } from '../words/shell/words.ts'
import { Account } from './Account.tsx'
import { morePages, pages, top } from './pages.ts'

export function Header() {
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when the page changes
  useEffect(() => setOpen(false), [pathname])

  return (
    <header className={top.header}>
      <div className={top.line}>
        <Link to="/" className={top.home}>
          {shell.name}
        </Link>
        <nav aria-label={shell.pages} className={top.nav}>
          <ul className={top.list}>
            {pages.map((page) => (
              <li key={page.to}>
                <Link to={page.to} activeOptions={{ exact: 'exact' in page }} className={top.link}>
                  {page.name()}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={top.corner}>
          <Account />
          <button
            type="button"
            aria-expanded={open}
            aria-controls="menu"
            onClick={() => setOpen(!open)}
            className={top.menu}
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
                {page.name()}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}
