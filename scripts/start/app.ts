// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ServerResponse } from 'node:http'
import { type Plugin, preview } from 'vite'
import { fromRoot } from '../paths.ts'

/** What the app asks for when it opens, by file name. */
export type Facts = Readonly<Record<`${string}.json`, unknown>>

const ROOT = fromRoot('frontend')

/** Answers with the facts of this start, where a real host would have files. */
function tellFacts(facts: Facts): Plugin {
  const send = (response: ServerResponse, fact: unknown) => {
    response.setHeader('content-type', 'application/json')
    response.setHeader('cache-control', 'no-store')
    response.end(JSON.stringify(fact))
  }
  return {
    name: 'phyle-facts',
    configurePreviewServer({ middlewares }) {
      for (const [name, fact] of Object.entries(facts)) {
        middlewares.use(`/${name}`, (_request, response) => send(response, fact))
      }
    },
  }
}

export interface Serving {
  readonly port: number
  readonly facts: Facts
  /** The services behind the page, by the path below which it finds them. */
  readonly services: Readonly<Record<`/${string}`, string>>
}

/** Serves the built app and everything that it asks for from one address. */
export async function serveApp({ port, facts, services }: Serving): Promise<AsyncDisposable> {
  const proxy = Object.entries(services).map(([path, target]) => [
    `^${path}(/|$)`,
    { target, rewrite: (url: string) => url.slice(path.length) || '/' },
  ])
  const server = await preview({
    root: ROOT,
    logLevel: 'error',
    plugins: [tellFacts(facts)],
    preview: { host: '127.0.0.1', port, strictPort: true, proxy: Object.fromEntries(proxy) },
  })
  return { [Symbol.asyncDispose]: () => server.close() }
}
