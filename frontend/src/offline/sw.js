/*
 * Keeps what the app needs to open without a connection, and the last figures of the index. Whoever
 * has a connection gets nothing old: the page and its settings always come from the host, and only
 * files whose name changes with their content are taken from what is kept. What is sent, and what
 * the network and the postbox say, is never kept.
 */
const SHELL = 'phyle-shell-/* VERSION */'
const FIGURES = 'phyle-figures'
/** The page, and the files that it starts with. */
const FILES = ['/* FILES */']
/** Answers of the index that are kept, the newest. */
const MOST = 150
/** Says on an answer that it is an old one: when it was kept, in milliseconds. */
const KEPT = 'x-phyle-kept'

const here = new URL('./', self.location)
const index = new URL(self.location).searchParams.get('index') ?? ''
const isFile = ({ pathname }) => pathname.startsWith(`${here.pathname}assets/`)
const isShell = ({ origin, pathname }) => origin === here.origin && pathname === here.pathname
const SETTINGS = ['settings.json', 'deployments.json', 'people.json']
const isSetting = ({ origin, pathname }) =>
  origin === here.origin && SETTINGS.some((name) => pathname === here.pathname + name)
const isFigure = ({ href }) => index !== '' && href.startsWith(`${index}/api/`)

async function prepare() {
  const cache = await caches.open(SHELL)
  await cache.addAll(FILES)
  // A host need not have all of them.
  await Promise.allSettled(
    SETTINGS.map(async (name) => {
      const answer = await fetch(name)
      if (answer.ok) await keep(SHELL, new URL(name, here).href, answer)
    }),
  )
}

async function tidy() {
  const old = (await caches.keys()).filter((name) => name.startsWith('phyle-shell-'))
  await Promise.all(old.filter((name) => name !== SHELL).map((name) => caches.delete(name)))
  await self.clients.claim()
}

/** A copy that says when it was kept. */
async function dated(answer) {
  const headers = new Headers(answer.headers)
  headers.set(KEPT, `${Date.now()}`)
  return new Response(await answer.blob(), { status: answer.status, headers })
}

async function keep(name, request, answer) {
  const cache = await caches.open(name)
  await cache.put(request, await dated(answer))
  if (name !== FIGURES) return
  const all = await cache.keys()
  await Promise.all(all.slice(0, -MOST).map((one) => cache.delete(one)))
}

/** The newest from its host; what is kept only where no answer comes. */
async function newest(event, name) {
  const { request } = event
  try {
    const answer = await fetch(request)
    if (answer.ok) event.waitUntil(keep(name, request, answer.clone()))
    return answer
  } catch (error) {
    const kept = await (await caches.open(name)).match(request, { ignoreVary: true })
    if (kept) return kept
    throw error
  }
}

async function once(request) {
  const cache = await caches.open(SHELL)
  const kept = await cache.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

self.addEventListener('install', (event) => {
  self.skipWaiting()
  event.waitUntil(prepare())
})
self.addEventListener('activate', (event) => event.waitUntil(tidy()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET') return
  if (isFigure(url)) event.respondWith(newest(event, FIGURES))
  else if (isShell(url) || isSetting(url)) event.respondWith(newest(event, SHELL))
  else if (url.origin === here.origin && isFile(url)) event.respondWith(once(request))
  else if (FILES.some((file) => new URL(file, here).href === url.href)) {
    event.respondWith(newest(event, SHELL))
  }
})
