// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer } from 'node:net'

/** A browser tries both for `localhost`, so a port must be free on both. */
const HOSTS = ['127.0.0.1', '::1']

/** Whether nothing listens on a port. A host that this machine does not have counts as free. */
function isFreeOn(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code !== 'EADDRINUSE'))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}

/** The wanted port, or the first free one after it. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 100; port += 1) {
    const free = await Promise.all(HOSTS.map((host) => isFreeOn(host, port)))
    if (free.every(Boolean)) return port
  }
  throw new Error(`All ports from ${wanted} to ${wanted + 99} are taken`)
}
