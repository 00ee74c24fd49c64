// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchInTime, inTime } from '../src/chain/fetching.ts'
import { askIndex } from '../src/chain/indexClient.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A service that says its status and then nothing more. */
function halfAnAnswer() {
  vi.stubGlobal('fetch', async (_: unknown, { signal }: { signal: AbortSignal }) => {
    const body = new ReadableStream({
      start: (stream) => signal.addEventListener('abort', () => stream.error(signal.reason)),
    })
    return new Response(body)
  })
}

/** A service that takes the question. */
function noAnswer() {
  vi.stubGlobal(
    'fetch',
    (_: unknown, { signal }: { signal: AbortSignal }) =>
      new Promise((_resolve, reject) => {
        if (signal.aborted) reject(signal.reason)
        signal.addEventListener('abort', () => reject(signal.reason))
      }),
  )
}

const outcome = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    () => 'ended',
  )

describe('A question to a service', () => {
  it.each([
    ['says nothing', noAnswer],
    ['stops in the middle', halfAnAnswer],
  ])('ends when it %s', async (_, service) => {
    service()
    const read = outcome(fetchInTime('http://index/'))
    const sent = outcome(fetchInTime('http://relay/', { method: 'POST' }))
    await vi.advanceTimersByTimeAsync(12_000)
    expect(await Promise.race([read, 'open'])).toBe('ended')
    expect(await Promise.race([sent, Promise.resolve('open')])).toBe('open')
    await vi.advanceTimersByTimeAsync(48_000)
    expect(await sent).toBe('ended')
  })

  it('ends at once when nobody waits for it any more', async () => {
    noAnswer()
    const ending = new AbortController()
    const asked = outcome(askIndex('http://index', '/api/status', {}, undefined, ending.signal))
    ending.abort()
    expect(await asked).toBe('ended')
    expect(await outcome(fetchInTime('http://index/', { signal: ending.signal }))).toBe('ended')
  })

  it('keeps what the answer says of itself', async () => {
    vi.stubGlobal('fetch', async () =>
      Response.json({ why: 'no' }, { status: 429, headers: { 'retry-after': '3' } }),
    )
    const answer = await fetchInTime('http://relay/')
    expect([answer.status, answer.ok, answer.headers.get('retry-after')]).toEqual([429, false, '3'])
    expect(await answer.json()).toEqual({ why: 'no' })
    vi.stubGlobal('fetch', async () => new Response(null, { status: 204 }))
    expect((await fetchInTime('http://relay/')).status).toBe(204)
  })

  it('has an end by whatever way it is asked', async () => {
    const asked = outcome(inTime(new Promise(() => {})))
    await vi.advanceTimersByTimeAsync(12_000)
    expect(await asked).toBe('ended')
    expect(await inTime(Promise.resolve('Ada'))).toBe('Ada')
  })
})
