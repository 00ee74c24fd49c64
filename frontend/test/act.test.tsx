import { iMembershipAbi } from '@phyle/sdk/generated/abi'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import {
  type Address,
  custom,
  defineChain,
  encodeErrorResult,
  encodeFunctionData,
  type Hex,
  numberToHex,
  pad,
  RpcRequestError,
  UserRejectedRequestError,
  zeroHash,
} from 'viem'
import { describe, expect, it } from 'vitest'
import { type CreateConnectorFn, createConfig, createConnector, WagmiProvider } from 'wagmi'
import { connect } from 'wagmi/actions'
import { useResign } from '../src/acts/membership.ts'
import { EnvProvider } from '../src/chain/settings.tsx'
import type { Env } from '../src/env.ts'
import { refusals } from '../src/words/en/shell.ts'

const me: Address = '0x00000000000000000000000000000000000000A1'
const membership: Address = '0x00000000000000000000000000000000000000b0'
const data = encodeFunctionData({ abi: iMembershipAbi, functionName: 'resign' })
const hash = pad('0x01', { size: 32 })

const chain = defineChain({
  id: 4_242,
  name: 'a chain',
  nativeCurrency: { name: 'coin', symbol: 'coin', decimals: 18 },
  rpcUrls: { default: { http: ['http://localhost'] } },
})

const env: Env = {
  settings: {
    chainId: chain.id,
    rpcUrl: 'http://localhost',
    indexerUrl: '',
    relayUrl: '',
    local: false,
    currency: { symbol: '€', decimals: 2 },
  },
  deployments: null,
  people: [],
}

interface World {
  /** What the contract answers to the simulation, unless it lets it pass. */
  readonly refusal?: Hex
  readonly status?: Hex
  /** The chain that the wallet is on. */
  readonly walletChain?: number
  readonly confirms?: boolean
}

type Request = (call: { method: string; params?: readonly unknown[] }) => Promise<unknown>

/** A node and a wallet that write down what they are asked, in one order. */
function setUp({ refusal, status = '0x1', walletChain = chain.id, confirms = true }: World) {
  const asked: [method: string, params: unknown][] = []
  const node: Request = async ({ method, params }) => {
    asked.push([method, params])
    if (method === 'eth_blockNumber') return '0x1'
    if (method === 'eth_getTransactionReceipt')
      return { transactionHash: hash, status, blockNumber: '0x1', blockHash: zeroHash, logs: [] }
    if (method !== 'eth_call') throw new Error(`${method} is not expected of the node`)
    if (refusal === undefined) return '0x'
    throw new RpcRequestError({
      body: {},
      url: '',
      error: { code: 3, message: 'execution reverted', data: refusal },
    })
  }
  const wallet: Request = async ({ method, params }) => {
    if (method === 'eth_chainId') return numberToHex(walletChain)
    asked.push([method, params])
    if (method === 'eth_sendTransaction' && confirms) return hash
    throw new UserRejectedRequestError(new Error(method))
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
  const config = createConfig({
    chains: [chain],
    connectors: [connector],
    transports: { [chain.id]: custom({ request: node }, { retryCount: 0 }) },
    multiInjectedProviderDiscovery: false,
    storage: null,
  })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <EnvProvider env={env}>
      <WagmiProvider config={config} reconnectOnMount={false}>
        <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
      </WagmiProvider>
    </EnvProvider>
  )
  const signIn = () => connect(config, { connector })
  const resign = async () => {
    const { result } = renderHook(useResign, { wrapper })
    await act(async () => void (await result.current.run(membership)))
    return result.current.state
  }
  return { asked, signIn, resign }
}

describe('an act', () => {
  it('simulates, then sends exactly what was simulated, and waits for the record', async () => {
    const { asked, signIn, resign } = setUp({})
    await signIn()
    expect(await resign()).toMatchObject({ step: 'done', result: { status: 'success' } })
    const methods = asked.map(([method]) => method)
    expect(methods.indexOf('eth_call')).toBeLessThan(methods.indexOf('eth_sendTransaction'))
    expect(new Map(asked).get('eth_call')).toMatchObject([{ from: me, to: membership, data }, {}])
    expect(new Map(asked).get('eth_sendTransaction')).toMatchObject([
      { from: me, to: membership, data },
    ])
    expect(methods).toContain('eth_getTransactionReceipt')
  })

  it('tells what the contract would refuse in words, before any wallet opens', async () => {
    const refusal = encodeErrorResult({
      abi: iMembershipAbi,
      errorName: 'NotOnTheRoll',
      args: [me],
    })
    const { asked, signIn, resign } = setUp({ refusal })
    await signIn()
    expect(await resign()).toMatchObject({ step: 'refused', refusal: { details: 'NotOnTheRoll' } })
    expect(asked.map(([method]) => method)).not.toContain('eth_sendTransaction')
  })

  it('says that nothing was sent when the wallet is not confirmed', async () => {
    const { signIn, resign } = setUp({ confirms: false })
    await signIn()
    expect(await resign()).toEqual({ step: 'refused', refusal: refusals.rejected })
  })

  it('says so when the network recorded a failure', async () => {
    const { signIn, resign } = setUp({ status: '0x0' })
    await signIn()
    expect(await resign()).toMatchObject({
      step: 'refused',
      refusal: { ...refusals.reverted, details: hash },
    })
  })

  it('sends nothing from a wallet that stays on another network', async () => {
    const { asked, signIn, resign } = setUp({ walletChain: 1 })
    await signIn()
    expect(await resign()).toEqual({
      step: 'refused',
      refusal: refusals.wrongChain('network 4242'),
    })
    expect(asked).toEqual([])
  })

  it('asks nobody who is not signed in', async () => {
    const { asked, resign } = setUp({})
    expect(await resign()).toEqual({ step: 'refused', refusal: refusals.signedOut })
    expect(asked).toEqual([])
  })
})
