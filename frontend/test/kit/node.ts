import {
  type Address,
  type CustomTransport,
  custom,
  defineChain,
  type Hex,
  HttpRequestError,
  hexToNumber,
  keccak256,
  numberToHex,
  stringToHex,
  zeroHash,
} from 'viem'
import { type CreateConnectorFn, createConfig, createConnector } from 'wagmi'
import type { Env } from '../../src/env.ts'

export const me: Address = '0x00000000000000000000000000000000000000A1'

export const chain = defineChain({
  id: 4_242,
  name: 'a chain',
  nativeCurrency: { name: 'coin', symbol: 'coin', decimals: 18 },
  rpcUrls: { default: { http: ['http://localhost'] } },
})

export const env: Env = {
  settings: {
    chainId: chain.id,
    rpcUrls: ['http://localhost'],
    indexerUrl: 'http://localhost/index',
    relayUrl: 'http://localhost/relay',
    local: false,
    currency: { symbol: '€', decimals: 2 },
  },
  deployments: null,
  people: [],
}

/** What a wallet is asked to send. */
export interface Asked {
  readonly from: Address
  readonly to: Address
  readonly data: Hex
  readonly value?: Hex
  readonly nonce?: Hex
}

export interface Sent {
  readonly hash: Hex
  readonly from: Address
  readonly to: Address
  readonly input: Hex
  readonly value: Hex
  readonly nonce: number
  readonly status: Hex
  /** Null while it waits. */
  block: number | null
}

type Request = (call: { method: string; params?: readonly unknown[] }) => Promise<unknown>

/** A node with one chain: it takes, mines, loses and replaces, and can be told to fail. */
export class Node {
  readonly asked: [method: string, params: unknown][] = []
  /** What the contract answers to every simulation. */
  call: () => Hex = () => '0x'
  status: Hex = '0x1'
  /** Thrown instead of an answer, where it returns something. */
  trouble: (method: string, params: readonly unknown[]) => Error | undefined = () => undefined
  /** What has not reached it yet. */
  readonly late = new Set<Hex>()
  #all: Sent[] = []
  #head = 10
  #made = 0

  /** Everything that is recorded. */
  get recorded(): readonly Sent[] {
    return this.#all.filter(({ block }) => block !== null)
  }

  get #seen(): readonly Sent[] {
    return this.#all.filter(({ hash }) => !this.late.has(hash))
  }

  take({ from, to, data, value = '0x0', nonce }: Asked, number?: number): Hex {
    this.#made += 1
    const hash = keccak256(stringToHex(`transaction ${this.#made}`))
    const sent = {
      hash,
      from,
      to,
      input: data,
      value,
      nonce: number ?? (nonce ? hexToNumber(nonce) : this.#count('pending')),
      status: this.status,
      block: null,
    }
    // Of two with one number the later, which pays more, stays.
    this.#all = this.#all.filter((one) => one.block !== null || one.nonce !== sent.nonce)
    this.#all.push(sent)
    return hash
  }

  /** A block with everything that waits. */
  mine(): void {
    this.#head += 1
    for (const one of this.#seen) one.block ??= this.#head
  }

  lose(hash: Hex): void {
    this.#all = this.#all.filter((one) => one.hash !== hash)
  }

  #count(tag: string): number {
    if (tag === 'pending') return this.#seen.length
    const until = tag === 'latest' ? this.#head : hexToNumber(tag as Hex)
    return this.recorded.filter(({ block }) => (block ?? 0) <= until).length
  }

  readonly request: Request = async ({ method, params = [] }) => {
    this.asked.push([method, params])
    const trouble = this.trouble(method, params)
    if (trouble) throw trouble
    const [first, second] = params as [string, string]
    const shown = (one: Sent | undefined) =>
      one && {
        ...one,
        nonce: numberToHex(one.nonce),
        blockNumber: one.block && numberToHex(one.block),
        blockHash: zeroHash,
        transactionIndex: '0x0',
        gas: '0x0',
        gasPrice: '0x0',
        type: '0x0',
      }
    switch (method) {
      case 'eth_chainId':
        return numberToHex(chain.id)
      case 'eth_blockNumber':
        return numberToHex(this.#head)
      case 'eth_getCode':
        return '0x'
      case 'eth_call':
        return this.call()
      case 'eth_getTransactionCount':
        return numberToHex(this.#count(second))
      case 'eth_getTransactionByHash':
        return shown(this.#seen.find(({ hash }) => hash === first)) ?? null
      case 'eth_getTransactionReceipt': {
        const one = this.recorded.find(({ hash }) => hash === first)
        if (!one) return null
        return {
          transactionHash: one.hash,
          status: one.status,
          blockNumber: numberToHex(one.block ?? 0),
          blockHash: zeroHash,
          logs: [],
        }
      }
      case 'eth_getBlockByNumber': {
        const block = first === 'pending' ? null : hexToNumber(first as Hex)
        return {
          number: block === null ? null : numberToHex(block),
          hash: zeroHash,
          timestamp: '0x1',
          transactions: this.#seen.filter((one) => one.block === block).map(shown),
        }
      }
      default:
        throw new Error(`${method} is not expected of the node`)
    }
  }
}

/** What a node that is asked too much answers. */
export const tooMany = () =>
  new HttpRequestError({ status: 429, url: 'http://localhost', body: {}, details: 'Too many' })

/** Another transaction of mine. */
export const another: Asked = {
  from: me,
  to: '0x00000000000000000000000000000000000000ee',
  data: '0xabcdef01',
}

/** What a wallet sends to end what it sent before. */
export const cancelling: Asked = { from: me, to: me, data: '0x' }

interface World {
  readonly node?: Node
  /** How the wallet answers when it is asked to send. */
  readonly send?: (asked: Asked, node: Node) => Promise<Hex>
  /** The chain that the wallet is on. */
  readonly walletChain?: number
  readonly switchFails?: boolean
}

/** A browser with a wallet and a node. */
export function browser({
  node = new Node(),
  send = async (asked) => {
    const hash = node.take(asked)
    node.mine()
    return hash
  },
  walletChain = chain.id,
}: World = {}) {
  const sent: Asked[] = []
  const wallet: Request = async ({ method, params }) => {
    if (method === 'eth_chainId') return numberToHex(walletChain)
    if (method !== 'eth_sendTransaction') throw new Error(`${method} is not expected of the wallet`)
    const [asked] = params as [Asked]
    node.asked.push([method, params])
    sent.push(asked)
    return send(asked, node)
  }
  const connector: CreateConnectorFn = createConnector(() => ({
    id: 'wallet',
    name: 'a wallet',
    type: 'test',
    connect: async <capable extends boolean = false>() => ({
      accounts: [me] as readonly unknown[] as capable extends true
        ? readonly { address: Address; capabilities: Record<string, unknown> }[]
        : readonly Address[],
      chainId: walletChain,
    }),
    disconnect: async () => {},
    getAccounts: async () => [me],
    getChainId: async () => walletChain,
    getProvider: async () => ({ request: wallet }),
    isAuthorized: async () => true,
    onAccountsChanged() {},
    onChainChanged() {},
    onDisconnect() {},
  }))
  const transport: CustomTransport = custom({ request: node.request }, { retryCount: 0 })
  const config = createConfig({
    chains: [chain],
    connectors: [connector],
    transports: { [chain.id]: transport },
    multiInjectedProviderDiscovery: false,
    pollingInterval: 1_000,
    storage: null,
  })
  return { node, sent, config, connector }
}
