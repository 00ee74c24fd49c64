// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Stands before a local chain and behaves as a free public node does: it serves so many requests a
 * second and says 429 now and then, limits ranges of logs and calls in a request, knows no methods of
 * test chains, and is two nodes of which one is late.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hexToNumber, isHex, numberToHex } from 'viem'
import { answerAs, type View } from './lateNode.ts'
import type { NodeTraits, Refusal } from './networks.ts'
import { type Answer, askNode, type Call, callNode } from './rpc.ts'

const HOST = '127.0.0.1'
/** Of so many requests one is refused whatever the rate: others use the node too. */
const REFUSED_OF = 60
/** Of so many requests one meets the node that is late. */
const LATE_OF = 3
const RETRY_AFTER_SECONDS = 1
const MOST_BYTES = 5_000_000
const PUBLIC_METHOD = /^(eth|net|web3)_/

/** What the node was asked and what it refused, since it was opened. */
export interface Traffic {
  /** Over HTTP. */
  readonly requests: number
  readonly calls: number
  readonly tooOften: number
  readonly tooManyBlocks: number
  readonly tooManyCalls: number
  /** Calls of methods that no public node serves. */
  readonly unknown: number
  readonly late: number
}

const NOTHING: Traffic = {
  requests: 0,
  calls: 0,
  tooOften: 0,
  tooManyBlocks: 0,
  tooManyCalls: 0,
  unknown: 0,
  late: 0,
}

/** So many a second on the average, and twice as many at once. */
function bucket(perSecond: number, clock: () => number) {
  let [left, at] = [2 * perSecond, clock()]
  return (): boolean => {
    const now = clock()
    left = Math.min(2 * perSecond, left + ((now - at) / 1_000) * perSecond)
    at = now
    if (left < 1) return false
    left -= 1
    return true
  }
}

export class PublicNode implements AsyncDisposable {
  readonly #upstream: string
  readonly #traits: NodeTraits
  readonly #server: Server
  readonly #mayServe: () => boolean
  #traffic: Traffic = NOTHING
  #url = ''

  private constructor(upstream: string, traits: NodeTraits, clock: () => number) {
    this.#upstream = upstream
    this.#traits = traits
    this.#mayServe = bucket(traits.requestsPerSecond, clock)
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy())
    })
  }

  static async open(
    upstream: string,
    traits: NodeTraits,
    clock: () => number = Date.now,
  ): Promise<PublicNode> {
    const node = new PublicNode(upstream, traits, clock)
    await new Promise<void>((done) => node.#server.listen(0, HOST, done))
    node.#url = `http://${HOST}:${(node.#server.address() as AddressInfo).port}`
    return node
  }

  get url(): string {
    return this.#url
  }

  get traffic(): Traffic {
    return this.#traffic
  }

  #count(...keys: readonly (keyof Traffic)[]): void {
    for (const key of keys) this.#traffic = { ...this.#traffic, [key]: this.#traffic[key] + 1 }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request)
    this.#count('requests')
    const { requests } = this.#traffic
    const { tooOften, tooManyCalls, batch } = this.#traits
    if (requests % REFUSED_OF === 0 || !this.#mayServe()) {
      this.#count('tooOften')
      return refuse(response, tooOften)
    }
    const asked = JSON.parse(body) as Call | readonly Call[]
    const isLate = requests % LATE_OF === 0
    if (isLate) this.#count('late')
    if (!isList(asked)) {
      const { status, answer } = await this.#answer(asked, isLate)
      return send(response, status, told(asked, answer))
    }
    if (asked.length > batch) {
      this.#count('tooManyCalls')
      return refuse(response, tooManyCalls)
    }
    const all = await Promise.all(
      asked.map(async (call) => told(call, (await this.#answer(call, isLate)).answer)),
    )
    send(response, 200, all)
  }

  async #answer(call: Call, isLate: boolean): Promise<{ status: number; answer: Answer }> {
    this.#count('calls')
    if (!PUBLIC_METHOD.test(call.method)) {
      this.#count('unknown')
      const message = `the method ${call.method} does not exist/is not available`
      return { status: 200, answer: { error: { code: -32_601, message } } }
    }
    const view = await this.#view(isLate)
    if (blocksOf(call, view) > this.#traits.logBlocks) {
      this.#count('tooManyBlocks')
      const { status, code, message } = this.#traits.tooManyBlocks
      return { status, answer: { error: { code, message } } }
    }
    const answer = await answerAs(view, call, (one) => callNode(this.#upstream, one))
    return { status: 200, answer }
  }

  async #view(isLate: boolean): Promise<View> {
    const { lateBlocks, finalizedBehind } = this.#traits
    const newest = hexToNumber((await askNode(this.#upstream, 'eth_blockNumber')) as `0x${string}`)
    const head = Math.max(0, newest - (isLate ? lateBlocks : 0))
    const finalized = finalizedBehind === null ? null : Math.max(0, head - finalizedBehind)
    return { head, finalized }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((closed) => this.#server.close(closed))
  }
}

const isList = (asked: Call | readonly Call[]): asked is readonly Call[] => Array.isArray(asked)

/** How many blocks a call for logs spans; 0 for any other. */
function blocksOf({ method, params = [] }: Call, { head }: View): number {
  if (method !== 'eth_getLogs') return 0
  const { fromBlock, toBlock, blockHash } = (params[0] ?? {}) as Record<string, unknown>
  if (blockHash !== undefined) return 0
  const numberOf = (block: unknown) => hexToNumber(isHex(block) ? block : numberToHex(head))
  return numberOf(toBlock) - (fromBlock === 'earliest' ? 0 : numberOf(fromBlock)) + 1
}

const told = ({ id = null }: Call, answer: Answer) => ({ jsonrpc: '2.0', id, ...answer })

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

function refuse(response: ServerResponse, { status, code, message }: Refusal): void {
  if (status === 429) response.setHeader('retry-after', RETRY_AFTER_SECONDS)
  send(response, status, told({ method: '' }, { error: { code, message } }))
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > MOST_BYTES) throw new Error('the request is too large')
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}
