// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { json } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { CHAIN, type Vote } from './vote.ts'

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}
/** Files that are compressed already. */
const PACKED = new Set(['.woff2', '.png'])

const settings = {
  chainId: CHAIN,
  rpcUrl: './rpc',
  indexerUrl: './index',
  relayUrl: './relay',
  currency: { symbol: 'EURc', decimals: 18, iso: 'EUR' },
}

interface Answer {
  readonly kind: string
  readonly content: string | Buffer
}

const said = (value: unknown): Answer => ({ kind: '.json', content: JSON.stringify(value) })

interface Asked {
  readonly id: number
  readonly method: string
  readonly params?: readonly unknown[]
}

/** A host of static files with the services of a vote behind it, and empty lists for all else. */
export async function serve(folder: string, vote: Vote) {
  const answerTo = ({ id, method, params = [] }: Asked) => ({
    jsonrpc: '2.0',
    id,
    result: vote.node(method, params),
  })

  async function answer(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname === '/rpc') {
      const asked = (await json(request)) as Asked | readonly Asked[]
      return said('id' in asked ? answerTo(asked) : asked.map(answerTo))
    }
    if (url.pathname.startsWith('/index/')) {
      const asOf = { block: 2, time: 100_001 }
      return said(
        vote.index(url) ?? {
          asOf,
          data: [],
          page: { from: 0, total: 0, next: null, previous: null },
        },
      )
    }
    if (url.pathname.startsWith('/relay/')) return said({})
    if (url.pathname === '/settings.json') return said(settings)
    const name = url.pathname === '/' ? 'index.html' : normalize(url.pathname)
    return { kind: extname(name), content: await readFile(join(folder, name)) }
  }

  const server = createServer((request, response) => {
    answer(request).then(
      ({ kind, content }) => {
        const isPacked = PACKED.has(kind)
        response.writeHead(200, {
          'content-type': KINDS[kind] ?? 'application/octet-stream',
          ...(!isPacked && { 'content-encoding': 'gzip' }),
        })
        response.end(isPacked ? content : gzipSync(content))
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    settings,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
