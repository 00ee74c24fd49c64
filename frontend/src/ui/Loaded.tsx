import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { IndexError } from '../chain/indexClient.ts'
import { refusalOf } from '../chain/refusal.ts'
import { shell } from '../words/en/shell.ts'
import { Button } from './Button.tsx'
import { Refusal } from './Notice.tsx'

/** The index knows that there is no such thing, or that what was asked can be none. */
const isMissing = (error: unknown) =>
  error instanceof IndexError && (error.status === 404 || error.status === 400)

/** Waits for an answer, says why there is none, or shows it; `missing` where there is no such thing. */
export function Loaded<T>({
  query,
  missing,
  children,
}: {
  query: UseQueryResult<T>
  missing?: ReactNode
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
  if (failed.current !== null) {
    return (
      <Refusal refusal={refusalOf(failed.current)}>
        <Button className="self-start" onClick={() => void query.refetch()}>
          {shell.act.again}
        </Button>
      </Refusal>
    )
  }
  return <Loading />
}

export function Loading() {
  return (
    <div role="status" className="flex flex-col gap-3 py-2">
      <span className="sr-only">{shell.loading}</span>
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
