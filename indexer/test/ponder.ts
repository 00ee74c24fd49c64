// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Lets a test import what Ponder runs: the schema under the name that Ponder gives it, a database
 * that holds nothing, and a chain that answers as the test says. Import it before anything of `src`,
 * and that by `await import(…)`.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Address, type Hex, zeroHash } from 'viem'

const SCHEMA = new URL('../ponder.schema.ts', import.meta.url).href
const NO_DATABASE = 'data:text/javascript,export const db = undefined'

registerHooks({
  resolve(name, context, next) {
    if (name === 'ponder:schema') return { url: SCHEMA, shortCircuit: true }
    if (name === 'ponder:api') return { url: NO_DATABASE, shortCircuit: true }
    return next(name, context)
  },
})

const deployed = (address: Address) => ({ address, block: 7, codeHash: zeroHash })

const file = join(mkdtempSync(join(tmpdir(), 'phyle-index-')), '31337.json')
writeFileSync(
  file,
  JSON.stringify({
    chainId: 31_337,
    implementations: {},
    registrars: {
      Registrar: deployed(`0x${'a1'.repeat(20)}`),
      PhyleRegistrar: deployed(`0x${'a2'.repeat(20)}`),
    },
    demo: {},
    phyle: null,
  }),
)
process.env.PHYLE_DEPLOYMENTS = file

interface Asked {
  readonly id: number
  readonly method: string
}

/** Serves a chain that gives one answer to every call, until the test is over. */
export async function chainThatAnswers(result: Hex): Promise<AsyncDisposable> {
  const server = createServer(async (request, response) => {
    const body = (await Array.fromAsync(request)).map(String).join('')
    const asked = JSON.parse(body) as Asked | readonly Asked[]
    const answer = ({ id }: Asked) => ({ jsonrpc: '2.0', id, result })
    const answers = Array.isArray(asked) ? asked.map(answer) : answer(asked as Asked)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answers))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('no port')
  process.env.PHYLE_RPC_URL = `http://127.0.0.1:${place.port}`
  return {
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
