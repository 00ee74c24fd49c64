import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useHead } from '../chain/clock.tsx'
import { useSettings } from '../chain/settings.tsx'
import { When } from '../ui/When.tsx'
import { withWords } from '../words/chapter.ts'
import { shell } from '../words/shell/words.ts'
import { morePages } from './pages.ts'
import { Spoken } from './Spoken.tsx'
import { Theme } from './Theme.tsx'

const TimeControl = lazy(() =>
  withWords(import('./TimeControl.tsx')).then(({ TimeControl }) => ({ default: TimeControl })),
)

export function Footer() {
  const { local } = useSettings()
  const head = useHead()
  return (
    <footer className="flex flex-col gap-4 border-t border-line py-6 text-sm text-soft">
      {local && (
        <Suspense>
          <TimeControl />
        </Suspense>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {morePages.map((page) => (
          <Link key={page.to} to={page.to} className="link">
            {page.name()}
          </Link>
        ))}
        <Link to="/help" className="link">
          {shell.nav.help}
        </Link>
        <Spoken />
        <Theme />
        {head.data && (
          <span className="sm:ml-auto">
            <When at={head.data.time} style="time" />
          </span>
        )}
      </div>
      {local && <p className="m-0 max-w-[75ch]">{shell.footer.example}</p>}
    </footer>
  )
}
