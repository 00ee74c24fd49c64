// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Lets a test import what Ponder runs: the schema and the database under the names that Ponder gives
 * them, and a chain that answers as the test says. Import it before anything of `src`,
 * and that by `await import(…)`.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Address, type Hex, zeroHash } from 'viem'

const SCHEMA = new URL('../ponder.schema.ts', import.meta.url).href
/** As Ponder gives it; undefined where no test opened one. */
const DATABASE = 'data:text/javascript,export const db = globalThis.PONDER_DATABASE?.readonlyQB.raw'

registerHooks({
  resolve(name, context, next) {
    if (name === 'ponder:schema') return { url: SCHEMA, shortCircuit: true }
    if (name === 'ponder:api') return { url: DATABASE, shortCircuit: true }
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

/** Serves a chain that gives one answer to every call, or what `result` answers, until it is disposed of. */
export async function chainThatAnswers(
  result: Hex | ((method: string) => unknown),
): Promise<AsyncDisposable> {
  const resultOf = typeof result === 'function' ? result : () => result
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request)).toString()
    const asked = JSON.parse(body) as Asked | readonly Asked[]
    const answer = ({ id, method }: Asked) => ({ jsonrpc: '2.0', id, result: resultOf(method) })
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
