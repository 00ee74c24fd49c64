import { lazy, Suspense } from 'react'
import { useMe } from '../../chain/me.ts'
import { withParts } from '../../shell/parts.ts'
import { Page } from '../../ui/Page.tsx'
import { withWords } from '../../words/chapter.ts'
import { foryou } from '../../words/foryou/words.ts'
import { Welcome } from './Welcome.tsx'

const Needed = lazy(() =>
  withWords(withParts('needs', import('./Needed.tsx'))).then(({ Needed }) => ({ default: Needed })),
)

/** What waits for the reader; for who is not signed in, what can be done here. */
export function ForYouPage() {
  const { address } = useMe()
  if (!address) return <Welcome />
  return (
    <Suspense fallback={<Page title={foryou.forYouPage.title} />}>
      <Needed address={address} />
    </Suspense>
  )
}
