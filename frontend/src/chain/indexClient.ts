import type { Answer, Refusal } from '@phyle/sdk/answer'
import type { IndexData, IndexRoute, IndexRoutes, IndexRow, ListRoute } from '@phyle/sdk/index-api'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { fetchInTime } from './fetching.ts'
import { noteFigures } from './offline.ts'
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
  signal?: AbortSignal,
): Promise<Answer<IndexData<R>>> {
  const path = route.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent((params as Record<string, string>)[name] ?? ''),
  )
  const url = new URL(base + path)
  for (const [name, value] of Object.entries(query ?? {})) {
    if (typeof value === 'string') url.searchParams.set(name, value)
  }
  const answer = await fetchInTime(url, { ...(signal && { signal }) }).catch(() => {
    throw new IndexError(0, 'no answer')
  })
  if (!answer.ok) {
    const refusal = (await answer.json().catch(() => null)) as Refusal | null
    throw new IndexError(answer.status, refusal?.error ?? answer.statusText)
  }
  const said = (await answer.json()) as Answer<IndexData<R>>
  noteFigures(answer, said.asOf.time)
  return said
}

/** A question that was wrong, or about nothing, is not asked again. */
const canRetry = (count: number, error: Error) =>
  count < 1 && !(error instanceof IndexError && error.status >= 400 && error.status < 500)

const PAGE = '100'

/** Rows of a list page after page; of what is no list, the one answer. */
async function* pages<R extends IndexRoute>(
  base: string,
  route: R,
  params: Params<R>,
  query?: Query<R>,
  signal?: AbortSignal,
): AsyncGenerator<Answer<IndexData<R>>> {
  let cursor: string | null = null
  do {
    const further: object = cursor === null ? {} : { cursor, limit: PAGE }
    const asked = { ...query, ...further } as Query<R>
    const answer: Answer<IndexData<R>> = await askIndex(base, route, params, asked, signal)
    yield answer
    cursor = answer.page?.next ?? null
  } while (cursor !== null)
}

/** The whole of a list, as of its first page, or what is no list. */
export async function askWhole<R extends IndexRoute>(
  ...asked: Parameters<typeof pages<R>>
): Promise<Answer<IndexData<R>>> {
  let whole: Answer<IndexData<R>> | undefined
  const rows: unknown[] = []
  for await (const answer of pages(...asked)) {
    whole ??= answer
    if (Array.isArray(answer.data)) rows.push(...answer.data)
  }
  if (!whole) throw new IndexError(0, 'no answer')
  return Array.isArray(whole.data) ? { ...whole, data: rows as unknown as IndexData<R> } : whole
}

/** Every row of a list, or an error: never a part of it. Says how far it is. */
export async function askEveryRow<R extends ListRoute>(
  base: string,
  route: R,
  params: Params<R>,
  query: Query<R>,
  onProgress: (read: number, all: number) => void,
): Promise<readonly IndexRow<R>[]> {
  const rows: IndexRow<R>[] = []
  let total: number | undefined
  for await (const { data, page } of pages(base, route, params, query)) {
    total ??= page?.total
    rows.push(...(data as readonly IndexRow<R>[]))
    onProgress(rows.length, total ?? rows.length)
  }
  if (total !== rows.length) {
    throw new IndexError(409, `${rows.length} rows came of ${total}: the list changed meanwhile`)
  }
  return rows
}

/**
 * One question to the index, asked again every few seconds; of a list, all its pages.
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
    retry: canRetry,
    queryFn: ({ signal }) => {
      if (params === null) throw new Error('not enabled')
      return askWhole(indexerUrl, route, params, query, signal)
    },
  })
}

/** One page of a list, asked again every few seconds. An empty cursor stands for the first. */
export function useIndexPage<R extends ListRoute>(
  route: R,
  params: Params<R> | null,
  query: Query<R>,
): UseQueryResult<Answer<readonly IndexRow<R>[]>> {
  const { indexerUrl, local } = useSettings()
  return useQuery({
    queryKey: ['index', 'page', route, params, query],
    enabled: params !== null,
    placeholderData: keepPreviousData,
    refetchInterval: local ? 3_000 : 12_000,
    retry: canRetry,
    queryFn: async ({ signal }) => {
      if (params === null) throw new Error('not enabled')
      const answer = await askIndex(indexerUrl, route, params, query, signal)
      return answer as Answer<readonly IndexRow<R>[]>
    },
  })
}
