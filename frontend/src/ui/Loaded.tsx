import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { IndexError } from '../chain/indexClient.ts'
import { refusalOf } from '../chain/refusal.ts'
import { shell } from '../words/en/shell.ts'
import { Button } from './Button.tsx'
import { Refusal } from './Notice.tsx'
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
    <Refusal refusal={refusalOf(failed.current)}>
      <Button className="self-start" onClick={() => void query.refetch()}>
        {shell.act.again}
      </Button>
    </Refusal>
  )
  return title === undefined ? why : <Page title={title}>{why}</Page>
}

const LONG_MS = 8_000

export function Loading() {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status" className="flex flex-col gap-3 py-2">
      <span className="sr-only">{shell.loading}</span>
      {isLong && <p className="m-0 text-soft">{shell.slow}</p>}
      {['72%', '94%', '58%'].map((width) => (
        <span
          key={width}
          className="block h-5 animate-pulse rounded-md bg-track"
          style={{ width }}
        />
      ))}
    </div>
  )
}
