/** How long a service of ours may take before it counts as not answering; what is sent takes longer. */
const READING_MS = 12_000
const SENDING_MS = 60_000

/** As fetch, but it ends: a service that takes the question and says nothing has not answered. */
export async function fetchInTime(url: string | URL, init?: RequestInit): Promise<Response> {
  const ending = new AbortController()
  const patience = init?.method === undefined ? READING_MS : SENDING_MS
  const timer = setTimeout(() => ending.abort(), patience)
  try {
    return await fetch(url, { ...init, signal: ending.signal })
  } finally {
    clearTimeout(timer)
  }
}
