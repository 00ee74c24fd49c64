import { createPublicClient } from 'viem'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { learningNode, nodes } from '../src/chain/node.ts'

type Question = { id: number; method: string; params?: readonly unknown[] }
type Answer = (asked: Question | Question[]) => { status?: number; body: unknown } | undefined

/** A node that answers as it is told; `sizes` is how many questions came in each request. */
function fakeNode(answer: Answer) {
  const sizes: number[] = []
  const fetched = vi.fn(async (_url: unknown, init?: RequestInit) => {
    const asked = JSON.parse(String(init?.body)) as Question | Question[]
    sizes.push(Array.isArray(asked) ? asked.length : 1)
    const said = answer(asked)
    if (said === undefined) throw new TypeError('Failed to fetch')
    return new Response(JSON.stringify(said.body), { status: said.status ?? 200 })
  })
  vi.stubGlobal('fetch', fetched)
  return { sizes }
}

const reply = ({ id, params }: Question) => ({ jsonrpc: '2.0', id, result: params?.[0] ?? null })
const replyAll = (asked: Question | Question[]) =>
  Array.isArray(asked) ? asked.map(reply) : reply(asked)

afterEach(() => vi.unstubAllGlobals())

/** Asks `count` questions at once and hands back the answers. */
const ask = (node: ReturnType<typeof learningNode>, count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, at) => node.request({ method: 'echo', params: [at] })),
  )

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at)

describe('A node that takes few questions at once', () => {
  it.each([
    ['413', (): ReturnType<Answer> => ({ status: 413, body: 'Request Entity Too Large' })],
    ['429', (): ReturnType<Answer> => ({ status: 429, body: { error: { code: -32005 } } })],
    [
      'one error for all',
      (): ReturnType<Answer> => ({
        body: { id: null, error: { code: -32600, message: 'batch size exceeded' } },
      }),
    ],
    [
      'an error for each',
      (asked): ReturnType<Answer> => ({
        body: [asked].flat().map(({ id }) => ({
          id,
          error: { code: -32005, message: 'too many requests in one batch' },
        })),
      }),
    ],
    [
      'only the first answers',
      (asked): ReturnType<Answer> => ({
        body: [asked].flat().slice(0, 3).map(reply),
      }),
    ],
  ] as readonly [string, Answer][])('is learned, when it says so by %s', async (_how, refuse) => {
    const { sizes } = fakeNode((asked) =>
      Array.isArray(asked) && asked.length > 3 ? refuse(asked) : { body: replyAll(asked) },
    )
    const node = learningNode('http://node')
    expect(await ask(node, 40)).toEqual(numbers(40))
    const before = sizes.length
    expect(await ask(node, 12)).toEqual(numbers(12))
    expect(Math.max(...sizes.slice(before))).toBeLessThanOrEqual(3)
  })

  it('is left alone for a while when it says that it was asked too often', async () => {
    vi.useFakeTimers()
    const { sizes } = fakeNode((asked) =>
      sizes.length === 1 ? { status: 429, body: 'Too many requests' } : { body: replyAll(asked) },
    )
    const answers = ask(learningNode('http://node'), 8)
    await vi.advanceTimersByTimeAsync(400)
    expect(sizes).toEqual([8])
    await vi.advanceTimersByTimeAsync(400)
    expect(await answers).toEqual(numbers(8))
    vi.useRealTimers()
  })

  it('is asked one by one where it takes no batch at all', async () => {
    const { sizes } = fakeNode((asked) =>
      Array.isArray(asked) ? { status: 400, body: 'no batches' } : { body: reply(asked) },
    )
    const node = learningNode('http://node')
    expect(await ask(node, 20)).toEqual(numbers(20))
    const before = sizes.length
    await ask(node, 5)
    expect(sizes.slice(before)).toEqual([1, 1, 1, 1, 1])
  })

  it('is asked for more again when it takes more', async () => {
    let most = 2
    const { sizes } = fakeNode((asked) =>
      Array.isArray(asked) && asked.length > most
        ? { status: 413, body: '' }
        : { body: replyAll(asked) },
    )
    const node = learningNode('http://node')
    await ask(node, 32)
    expect(Math.max(...sizes.slice(-4))).toBeLessThanOrEqual(2)
    most = 64
    for (let round = 0; round < 40; round += 1) await ask(node, 64)
    expect(sizes.at(-1)).toBeGreaterThan(8)
  })

  it('hands each question its own error', async () => {
    fakeNode((asked) => ({
      body: [asked]
        .flat()
        .map(({ id }, at) =>
          at === 1 ? { id, error: { code: 3, message: 'execution reverted' } } : { id, result: at },
        ),
    }))
    const node = learningNode('http://node')
    const [first, second] = await Promise.allSettled([
      node.request({ method: 'eth_call' }),
      node.request({ method: 'eth_call' }),
    ])
    expect(first).toMatchObject({ status: 'fulfilled', value: 0 })
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 3 } })
  })

  it('is not taken for one that answers nothing', async () => {
    const { sizes } = fakeNode(() => undefined)
    await expect(ask(learningNode('http://node'), 10)).rejects.toThrow('HTTP request failed')
    expect(sizes).toEqual([10])
  })
})

describe('Several nodes', () => {
  it('go on when the first is down', async () => {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (url: unknown, init?: RequestInit) => {
      asked.push(String(url))
      if (String(url) === 'http://down') throw new TypeError('Failed to fetch')
      const { id } = JSON.parse(String(init?.body)) as Question
      return new Response(JSON.stringify({ id, result: '0x10' }))
    })
    const client = createPublicClient({ transport: nodes(['http://down', 'http://up']) })
    expect(await client.getBlockNumber()).toBe(16n)
    expect(asked).toContain('http://down')
  })
})
