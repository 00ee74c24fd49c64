import { lazy, Suspense } from 'react'
import { useMe } from '../../chain/me.ts'
import { Page } from '../../ui/Page.tsx'
import { withWords } from '../../words/chapter.ts'
import { foryou } from '../../words/foryou/words.ts'
import { Welcome } from './Welcome.tsx'

const Waiting = lazy(() =>
  withWords(import('./Waiting.tsx')).then(({ Waiting }) => ({ default: Waiting })),
)

/** What waits for the reader; for who is not signed in, what can be done here. */
export function ForYouPage() {
  const { address } = useMe()
  if (!address) return <Welcome />
  return (
    <Suspense fallback={<Page title={foryou.forYouPage.title} />}>
      <Waiting address={address} />
    </Suspense>
  )
}
