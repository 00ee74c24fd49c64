import { lazy, Suspense } from 'react'
import { useConnection } from 'wagmi'
import { useUnderWay } from '../acts/intents.ts'
import { useSettings } from '../chain/settings.tsx'
import { withWords } from '../words/chapter.ts'

const UnderWayList = lazy(() =>
  withWords(import('./UnderWayList.tsx')).then(({ UnderWayList }) => ({ default: UnderWayList })),
)

/** What a person's wallet was asked to send and no part of the page tells: on every page, also after a reload. */
export function UnderWay() {
  const { chainId } = useSettings()
  const { address } = useConnection()
  const list = useUnderWay(chainId, address)
  if (list.length === 0) return null
  return (
    <Suspense>
      <UnderWayList list={list} />
    </Suspense>
  )
}
