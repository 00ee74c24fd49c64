// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Stands in for a node that answers at once, so that the relay is measured and not the chain: every
 * vote is open, everybody is on the roll and nobody has voted. Says in one line of JSON where it
 * listens, and ends with its parent.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ballotDigest } from '@phyle/sdk/ballot'
import {
  iAssemblyAbi,
  iCooperativeAbi,
  iMembershipAbi,
  iStatutesAbi,
} from '@phyle/sdk/generated/abi'
import { languageCode } from '@phyle/sdk/language'
import {
  decodeFunctionData,
  encodeFunctionResult,
  type Hex,
  keccak256,
  numberToHex,
  slice,
  stringToHex,
  toFunctionSelector,
  zeroAddress,
} from 'viem'
import { ASSEMBLY, addressOf, COOPERATIVE, paperOf } from './votes.ts'

interface Call {
  readonly id: unknown
  readonly method: string
  readonly params?: readonly unknown[]
}

const DAY = 86_400
const BLOCK_SECONDS = 5
const COIN = numberToHex(10n ** 20n)
const now = (): number => Math.floor(Date.now() / 1_000)
const begun = now()

const cooperative = encodeFunctionResult({
  abi: iAssemblyAbi,
  functionName: 'cooperative',
  result: addressOf('cooperative'),
})
/** Answers that do not depend on what is asked. */
const SAME: readonly (readonly [string, Hex])[] = [
  ['cooperative()', cooperative],
  ['membership()', cooperative],
  ['statutes()', cooperative],
  ['ACCOUNT_GAS()', numberToHex(100_000, { size: 32 })],
  ['isFounded(address)', numberToHex(1, { size: 32 })],
  [
    'assembly_()',
    encodeFunctionResult({ abi: iCooperativeAbi, functionName: 'assembly_', result: ASSEMBLY }),
  ],
  [
    'name()',
    encodeFunctionResult({ abi: iStatutesAbi, functionName: 'name', result: COOPERATIVE }),
  ],
  [
    'language()',
    encodeFunctionResult({
      abi: iStatutesAbi,
      functionName: 'language',
      result: languageCode('en'),
    }),
  ],
  [
    'memberAt(address,uint256)',
    encodeFunctionResult({ abi: iMembershipAbi, functionName: 'memberAt', result: [7n, 0] }),
  ],
  [
    'ballotOf(uint256,address)',
    encodeFunctionResult({ abi: iAssemblyAbi, functionName: 'ballotOf', result: [0, 0] }),
  ],
]
const answers = new Map(SAME.map(([name, answer]) => [toFunctionSelector(name), answer]))
const CHOICES = ['against', 'for', 'abstain', 'object'] as const

function call(data: Hex): Hex {
  const known = answers.get(slice(data, 0, 4))
  if (known) return known
  const { functionName, args } = decodeFunctionData({ abi: iAssemblyAbi, data })
  if (functionName === 'ballotDigest') {
    const [proposal, choice, member] = args
    const result = ballotDigest(paperOf(proposal), member, CHOICES[choice] ?? 'for')
    return encodeFunctionResult({ abi: iAssemblyAbi, functionName, result })
  }
  if (functionName !== 'proposalOf') throw new Error(`nothing is known of ${functionName}`)
  const [proposal] = args
  const result = {
    ...{ proposer: zeroAddress, kind: 0, eta: 0, expiry: 0, motion: paperOf(proposal).motion },
    // Each its own roll: as with new votes, nobody was looked up before.
    ...{ snapshot: Number(proposal), voteStart: begun - DAY, voteEnd: begun + 7 * DAY },
    resolutionHash: keccak256(stringToHex(paperOf(proposal).resolution)),
  }
  return encodeFunctionResult({ abi: iAssemblyAbi, functionName, result })
}

function block(tag: unknown) {
  const number = tag === 'latest' ? Math.floor(now() / BLOCK_SECONDS) : Number(tag)
  return {
    number: numberToHex(number),
    hash: numberToHex(number + 1, { size: 32 }),
    parentHash: numberToHex(number, { size: 32 }),
    timestamp: numberToHex(number * BLOCK_SECONDS),
    baseFeePerGas: '0x1',
    transactions: [],
  }
}

function answer({ method, params = [] }: Call): unknown {
  if (method === 'eth_call') return call((params[0] as { data: Hex }).data)
  if (method === 'eth_getBlockByNumber') return block(params[0])
  if (method === 'eth_chainId') return '0x64'
  if (method === 'eth_getBalance') return COIN
  return method === 'eth_getLogs' ? [] : '0x1'
}

const reply = (asked: Call) => {
  try {
    return { jsonrpc: '2.0', id: asked.id, result: answer(asked) }
  } catch (error) {
    return { jsonrpc: '2.0', id: asked.id, error: { code: 3, message: String(error) } }
  }
}

const server = createServer(async (request, response) => {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk)
  const asked = JSON.parse(Buffer.concat(chunks).toString()) as Call | readonly Call[]
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify('method' in asked ? reply(asked) : asked.map(reply)))
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`)
})
process.stdin.resume().once('end', () => process.exit())
