import {
  custom,
  fallback,
  HttpRequestError,
  RpcRequestError,
  TimeoutError,
  type Transport,
} from 'viem'

/** How many questions are sent as one, at most; and how many such requests are under way at once. */
const MOST = 64
const LANES = 4
/** After so many batches that were answered, a larger one is tried; later where that was refused. */
const PATIENCE = 8
const MOST_PATIENCE = 64
const TIMEOUT_MS = 10_000
/** A node that says that it was asked too often is left alone for so long. */
const REST_MS = 500

interface Question {
  readonly method: string
  readonly params?: unknown
}

interface Asked extends Question {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

interface Reply {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown }
}

/** What a node says when there are too many questions in one request, in the words of many nodes. */
const TOO_MANY = /batch|too (many|large)|limit|rate|capacity|payload/i

/** The node does not take so many questions at once: they are asked again, fewer at a time. */
class TooMany extends Error {}

async function post(url: string, body: unknown): Promise<unknown> {
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(), TIMEOUT_MS)
  const told = body as Record<string, unknown>
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: ending.signal,
    })
    const said: unknown = await answer.json().catch(() => undefined)
    const isAnswer = typeof said === 'object' && said !== null
    if (answer.ok && isAnswer) return said
    // Some nodes put what a call came to beside a status that is not OK.
    if (isAnswer && 'error' in said && !Array.isArray(body) && answer.status !== 429) return said
    throw new HttpRequestError({
      url,
      body: told,
      status: answer.status,
      headers: answer.headers,
      details: isAnswer ? JSON.stringify(said) : answer.statusText,
    })
  } catch (error) {
    if (error instanceof HttpRequestError) throw error
    if (ending.signal.aborted) throw new TimeoutError({ url, body: told })
    throw new HttpRequestError({ url, body: told, cause: error as Error })
  } finally {
    clearTimeout(timer)
  }
}

/**
 * One node, asked in batches whose size it teaches: a batch that it refuses is halved, down to one
 * question at a time, and after a while a larger one is tried again.
 */
export function learningNode(url: string) {
  const waiting: Asked[] = []
  let size = MOST
  let patience = PATIENCE
  let answered = 0
  let flying = 0
  let isPlanned = false
  let isResting = false
  let ids = 0

  function shrink(from: number) {
    answered = 0
    const next = Math.max(1, Math.floor(from / 2))
    // Others of the same size that are under way teach nothing new.
    if (next >= size) return
    size = next
    patience = Math.min(patience * 2, MOST_PATIENCE)
  }

  function grow(by: number) {
    if (by < size || size === MOST) return
    answered += 1
    if (answered < patience) return
    size = Math.min(MOST, size * 2)
    answered = 0
  }

  function rest() {
    if (isResting) return
    isResting = true
    setTimeout(() => {
      isResting = false
      send()
    }, REST_MS)
  }

  function settle(one: Asked, { result, error }: Reply) {
    if (!error) return one.resolve(result)
    const { method, params } = one
    one.reject(new RpcRequestError({ body: { method, params }, error, url }))
  }

  async function askOne(one: Asked): Promise<void> {
    const { method, params } = one
    ids += 1
    settle(one, (await post(url, { jsonrpc: '2.0', id: ids, method, params })) as Reply)
  }

  async function askMany(part: readonly Asked[]): Promise<void> {
    const first = ids + 1
    ids += part.length
    const body = part.map(({ method, params }, at) => ({
      jsonrpc: '2.0',
      id: first + at,
      method,
      params,
    }))
    const said = await post(url, body).catch((error) => {
      // Without a status nobody answered; with one, the node did not take these.
      if (!(error instanceof HttpRequestError) || !error.status) throw error
      if (error.status === 429) rest()
      throw new TooMany()
    })
    if (!Array.isArray(said)) throw new TooMany()
    const replies = new Map((said as Reply[]).map((reply) => [reply.id, reply]))
    const all = part.map((_, at) => replies.get(first + at))
    const refused = all.every((reply) => reply?.error && TOO_MANY.test(reply.error.message))
    if (refused || all.includes(undefined)) throw new TooMany()
    for (const [at, one] of part.entries()) settle(one, all[at] ?? {})
  }

  async function carry(part: readonly Asked[]): Promise<void> {
    const [only] = part
    try {
      if (part.length === 1 && only) await askOne(only)
      else await askMany(part)
      grow(part.length)
    } catch (error) {
      if (error instanceof TooMany) {
        shrink(part.length)
        waiting.unshift(...part)
      } else {
        for (const one of part) one.reject(error)
      }
    }
  }

  function send() {
    isPlanned = false
    while (!isResting && flying < LANES && waiting.length > 0) {
      flying += 1
      void carry(waiting.splice(0, size)).finally(() => {
        flying -= 1
        send()
      })
    }
  }

  return {
    request: ({ method, params }: Question): Promise<unknown> =>
      new Promise((resolve, reject) => {
        waiting.push({ method, params, resolve, reject })
        if (isPlanned) return
        isPlanned = true
        setTimeout(send)
      }),
  }
}

/** Several nodes: the quickest that answers is asked first, and where one fails, the next. */
export function nodes(urls: readonly string[]): Transport {
  const each = urls.map((url) => custom(learningNode(url), { key: url, name: url, retryCount: 1 }))
  const [only] = each
  if (each.length === 1 && only) return only
  return fallback(each, {
    retryCount: 1,
    rank: {
      interval: 60_000,
      sampleCount: 5,
      timeout: 3_000,
      ping: ({ transport }) => transport.request({ method: 'eth_blockNumber' }),
    },
  })
}
