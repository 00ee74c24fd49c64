import { Outlet, useMatches, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { withWords } from '../words/chapter.ts'
import { shell } from '../words/shell/words.ts'
import { useLanguage } from '../words/useLanguage.ts'
import { Banners } from './Banners.tsx'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import { top } from './pages.ts'
import { UnderWay } from './UnderWay.tsx'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Sets the accent: decisions green, money ochre, commons indigo. */
    chapter?: 'decisions' | 'money' | 'commons'
  }
}

const Messages = lazy(() =>
  withWords(import('./Messages.tsx')).then(({ Messages }) => ({ default: Messages })),
)

/** After a change of page the reader starts at its heading, also with a screen reader. */
function useHeadingFocus(page: string) {
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    window.scrollTo(0, 0)
    if (page === '') return
    const focus = () => {
      const title = document.getElementById('title')
      title?.focus({ preventScroll: true })
      return title !== null
    }
    if (focus()) return
    // The page is still being fetched. A reader who moves on meanwhile is left where they are.
    const from = document.activeElement
    const watch = new MutationObserver(() => {
      const stays = [from, document.body, null].includes(document.activeElement)
      if (!stays || focus()) watch.disconnect()
    })
    watch.observe(document.getElementById('page') ?? document.body, {
      childList: true,
      subtree: true,
    })
    return () => watch.disconnect()
  }, [page])
}

export function Layout() {
  useLanguage()
  const matches = useMatches()
  const last = matches.at(-1)
  useHeadingFocus(last?.pathname ?? '')
  // While the next page is fetched, this one still stands there.
  const shown = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  const asked = useRouterState({ select: ({ location }) => location.pathname })
  return (
    <div data-chapter={last?.staticData.chapter ?? 'decisions'} className={top.page}>
      <button
        type="button"
        onClick={() => document.getElementById('page')?.focus()}
        className="sr-only z-50 rounded-xl bg-card px-4 py-2 focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {shell.skip}
      </button>
      <Header />
      <Banners />
      <UnderWay />
      <main
        id="page"
        tabIndex={-1}
        aria-busy={shown !== asked}
        data-page={shown}
        className={top.main}
      >
        <Outlet />
      </main>
      <Footer />
      <Suspense>
        <Messages />
      </Suspense>
    </div>
  )
}
