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
import {
  type Address,
  decodeFunctionData,
  encodeFunctionResult,
  type Hex,
  multicall3Abi,
  toFunctionSelector,
  zeroHash,
} from 'viem'

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
  readonly params?: readonly unknown[]
}

const together = { abi: multicall3Abi, functionName: 'aggregate3' } as const
const TOGETHER = toFunctionSelector(multicall3Abi[0]).slice(2)

/** Many readings that are one question, each answered by itself; undefined where it is one reading. */
function toEach([call]: readonly unknown[], answer: () => unknown): Hex | undefined {
  const { data = '0x' } = (call ?? {}) as { readonly data?: Hex }
  // The program that gathers them stands before them in the question.
  const at = data.lastIndexOf(TOGETHER)
  if (at < 0) return undefined
  const asked = decodeFunctionData({ ...together, data: `0x${data.slice(at)}` })
  const calls = asked.functionName === 'aggregate3' ? asked.args[0] : []
  const result = calls.map(() => ({ success: true, returnData: answer() as Hex }))
  return encodeFunctionResult({ ...together, result })
}

/** Serves a chain that gives one answer to every call, or what `result` answers, until it is disposed of. */
export async function chainThatAnswers(
  result: Hex | ((method: string) => unknown),
): Promise<AsyncDisposable> {
  const resultOf = typeof result === 'function' ? result : () => result
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request)).toString()
    const asked = JSON.parse(body) as Asked | readonly Asked[]
    const answer = ({ id, method, params = [] }: Asked) => ({
      jsonrpc: '2.0',
      id,
      result: toEach(params, () => resultOf(method)) ?? resultOf(method),
    })
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
