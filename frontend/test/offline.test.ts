// @vitest-environment node
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'

const source = (await readFile(join(import.meta.dirname, '../src/offline/sw.js'), 'utf8'))
  .replace('/* VERSION */', 'one')
  .replace("'/* FILES */'", "'./', './plain.js'")

const HERE = 'https://coop.example/app/'
const INDEX = 'https://index.example'

/** Caches of a browser, as far as the worker uses them. */
function browserCaches() {
  const all = new Map<string, Map<string, Response>>()
  const urlOf = (asked: string | Request) =>
    new URL(typeof asked === 'string' ? asked : asked.url, HERE).href
  const open = async (name: string) => {
    const kept = all.get(name) ?? new Map<string, Response>()
    all.set(name, kept)
    return {
      addAll: async (urls: readonly string[]) => {
        for (const url of urls) kept.set(urlOf(url), await (await net(url)).clone())
      },
      put: async (asked: string | Request, answer: Response) => {
        kept.delete(urlOf(asked))
        kept.set(urlOf(asked), answer)
      },
      match: async (asked: string | Request) => kept.get(urlOf(asked))?.clone(),
      keys: async () => [...kept.keys()],
      delete: async (url: string) => kept.delete(urlOf(url)),
    }
  }
  return {
    open,
    keys: async () => [...all.keys()],
    delete: async (name: string) => all.delete(name),
    all,
  }
}

let isOnline = true
let served = 'first'
const asked: string[] = []
async function net(request: string | Request): Promise<Response> {
  const url = new URL(typeof request === 'string' ? request : request.url, HERE).href
  asked.push(url)
  if (!isOnline) throw new TypeError('no connection')
  if (url.endsWith('people.json')) return new Response(null, { status: 404 })
  return new Response(`${served} ${url}`)
}

type Handler = (event: object) => void

function worker() {
  const handlers: Record<string, Handler> = {}
  const caches = browserCaches()
  const self = {
    location: `${HERE}sw.js?index=${encodeURIComponent(INDEX)}`,
    skipWaiting: () => {},
    clients: { claim: async () => {} },
    addEventListener: (name: string, handler: Handler) => {
      handlers[name] = handler
    },
  }
  new Function('self', 'caches', 'fetch', source)(self, caches, net)
  const lasting = async (name: string) => {
    const work: Promise<unknown>[] = []
    handlers[name]?.({ waitUntil: (one: Promise<unknown>) => work.push(one) })
    await Promise.all(work)
  }
  /** The worker's answer; undefined where it leaves the question to the browser. */
  const ask = async (url: string, method = 'GET') => {
    let answer: Promise<Response> | undefined
    const work: Promise<unknown>[] = []
    handlers.fetch?.({
      request: new Request(url, { method }),
      respondWith: (one: Promise<Response>) => {
        answer = one
      },
      waitUntil: (one: Promise<unknown>) => work.push(one),
    })
    const given = await answer
    await Promise.all(work)
    return given
  }
  return { caches, ask, lasting }
}

beforeEach(() => {
  isOnline = true
  served = 'first'
  asked.length = 0
})

describe('What is kept for when there is no connection', () => {
  it('opens the app, its settings, and the last figures, marked as kept', async () => {
    const { ask, lasting } = worker()
    await lasting('install')
    await lasting('activate')
    await ask(`${INDEX}/api/status`)
    isOnline = false
    expect(await (await ask(HERE))?.text()).toBe(`first ${HERE}`)
    for (const url of [`${HERE}settings.json`, `${INDEX}/api/status`]) {
      const answer = await ask(url)
      expect(Number(answer?.headers.get('x-phyle-kept'))).toBeGreaterThan(0)
      expect(await answer?.text()).toBe(`first ${url}`)
    }
    await expect(ask(`${INDEX}/api/names`)).rejects.toThrow('no connection')
  })

  it('never gives an old page, old settings or old figures to who has a connection', async () => {
    const { ask, lasting } = worker()
    await lasting('install')
    await ask(`${INDEX}/api/status`)
    served = 'second'
    for (const url of [HERE, `${HERE}settings.json`, `${HERE}plain.js`, `${INDEX}/api/status`]) {
      const answer = await ask(url)
      expect(await answer?.text()).toBe(`second ${url}`)
      expect(answer?.headers.has('x-phyle-kept')).toBe(false)
    }
  })

  it('takes a file from what is kept where its name says what is in it', async () => {
    const { ask } = worker()
    const file = `${HERE}assets/main-abc.js`
    await ask(file)
    await ask(file)
    expect(asked).toEqual([file])
  })

  it('leaves alone what is sent, the network and the postbox', async () => {
    const { ask, caches } = worker()
    expect(await ask(`${INDEX}/api/status`, 'POST')).toBeUndefined()
    expect(await ask(HERE, 'POST')).toBeUndefined()
    expect(await ask('https://rpc.example/', 'POST')).toBeUndefined()
    expect(await ask(`${HERE}rpc`)).toBeUndefined()
    expect(await ask('https://postbox.example/ballots?member=0x1')).toBeUndefined()
    expect(caches.all.size).toBe(0)
  })

  it('forgets the oldest figures, and the files of an older app', async () => {
    const { ask, caches, lasting } = worker()
    await caches.open('phyle-shell-zero')
    for (let at = 0; at < 200; at += 1) await ask(`${INDEX}/api/coops/${at}`)
    await lasting('activate')
    expect([...caches.all.keys()]).toEqual(['phyle-figures'])
    const figures = [...(caches.all.get('phyle-figures')?.keys() ?? [])]
    expect(figures).toHaveLength(150)
    expect(figures.at(-1)).toBe(`${INDEX}/api/coops/199`)
  })
})
