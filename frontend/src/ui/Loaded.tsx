import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { IndexError } from '../chain/indexClient.ts'
import { shell } from '../words/shell/words.ts'
import { Button } from './Button.tsx'
import { Failed } from './Failed.tsx'
import { Loading } from './Loading.tsx'
import { Page } from './Page.tsx'

/** The index knows that there is no such thing, or that what was asked can be none. */
const isMissing = (error: unknown) =>
  error instanceof IndexError && (error.status === 404 || error.status === 400)

/** Waits for an answer, says why there is none, or shows it; `missing` where there is no such thing. */
export function Loaded<T>({
  query,
  missing,
  title,
  children,
}: {
  query: UseQueryResult<T>
  missing?: ReactNode
  /** Of the page that says why there is no answer, where no page is around this. */
  title?: string
  children: (data: T) => ReactNode
}) {
  // Why it failed stays in sight while it is asked again.
  const failed = useRef<unknown>(null)
  if (query.isError) failed.current = query.error
  if (query.data !== undefined) {
    failed.current = null
    return <>{children(query.data)}</>
  }
  if (missing !== undefined && isMissing(failed.current)) return <>{missing}</>
  if (failed.current === null) return <Loading />
  const why = (
    <Failed error={failed.current}>
      <Button className="self-start" onClick={() => void query.refetch()}>
        {shell.act.again}
      </Button>
    </Failed>
  )
  return title === undefined ? why : <Page title={title}>{why}</Page>
}
