import type { Answer, IndexData, IndexRoute, IndexRoutes, Refusal } from '@phyle/sdk/index-api'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { fetchInTime } from './fetching.ts'
import { useSettings } from './settings.tsx'

/** The names of the `:segments` in a route. */
type Segments<R extends string> = R extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Segments<`/${Rest}`>
  : R extends `${string}:${infer Name}`
    ? Name
    : never

export type Params<R extends IndexRoute> = Readonly<Record<Segments<R>, string>>
export type Query<R extends IndexRoute> = Partial<IndexRoutes[R]['query']>

export class IndexError extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.name = 'IndexError'
    this.status = status
  }
}

export async function askIndex<R extends IndexRoute>(
  base: string,
  route: R,
  params: Params<R>,
  query?: Query<R>,
): Promise<Answer<IndexData<R>>> {
  const path = route.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent((params as Record<string, string>)[name] ?? ''),
  )
  const url = new URL(base + path)
  for (const [name, value] of Object.entries(query ?? {})) {
    if (typeof value === 'string') url.searchParams.set(name, value)
  }
  const answer = await fetchInTime(url).catch(() => {
    throw new IndexError(0, 'no answer')
  })
  if (!answer.ok) {
    const refusal = (await answer.json().catch(() => null)) as Refusal | null
    throw new IndexError(answer.status, refusal?.error ?? answer.statusText)
  }
  return (await answer.json()) as Answer<IndexData<R>>
}

/**
 * One question to the index, asked again every few seconds.
 *
 * Pass `null` for the parameters while they are not known yet.
 */
export function useIndex<R extends IndexRoute>(
  route: R,
  params: Params<R> | null,
  query?: Query<R>,
): UseQueryResult<Answer<IndexData<R>>> {
  const { indexerUrl, local } = useSettings()
  return useQuery({
    queryKey: ['index', route, params, query ?? null],
    enabled: params !== null,
    placeholderData: keepPreviousData,
    refetchInterval: local ? 3_000 : 12_000,
    retry: (count, error) => count < 1 && !(error instanceof IndexError && error.status === 404),
    queryFn: () => {
      if (params === null) throw new Error('not enabled')
      return askIndex(indexerUrl, route, params, query)
    },
  })
}
