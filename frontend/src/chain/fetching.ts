/** How long a service of ours may take before it counts as not answering; what is sent takes longer. */
const READING_MS = 12_000
const SENDING_MS = 60_000

/** Statuses whose answers have no body, by the standard of fetch. */
const BODILESS = [101, 204, 205, 304]

/**
 * As fetch, but it ends, the body included: a service that takes the question and says nothing, or
 * stops in the middle of a word, has not answered. `init.signal` ends it sooner. Everything that the
 * app asks of its services goes through here; questions to the network end in node.ts.
 */
export async function fetchInTime(url: string | URL, init?: RequestInit): Promise<Response> {
  const ending = new AbortController()
  const end = () => ending.abort()
  const patience = init?.method === undefined ? READING_MS : SENDING_MS
  const timer = setTimeout(end, patience)
  init?.signal?.addEventListener('abort', end)
  if (init?.signal?.aborted) end()
  try {
    const answer = await fetch(url, { ...init, signal: ending.signal })
    const body = await answer.arrayBuffer()
    return new Response(BODILESS.includes(answer.status) ? null : body, answer)
  } finally {
    clearTimeout(timer)
    init?.signal?.removeEventListener('abort', end)
  }
}

/** Sets a deadline for a request that a library makes for us. */
export async function inTime<T>(asked: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), READING_MS)
  })
  return Promise.race([asked, end]).finally(() => clearTimeout(timer))
}
