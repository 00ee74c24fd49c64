import { type Chain, defineChain } from 'viem'
import { type Config, type CreateConnectorFn, createConfig, createStorage, injected } from 'wagmi'
import { device } from '../device/storage.ts'
import type { Settings } from '../env.ts'
import { nodes } from './node.ts'

export const chainName = (settings: Settings) =>
  settings.chainName ?? (settings.local ? 'the practice chain' : `network ${settings.chainId}`)

const chainOf = (settings: Settings): Chain =>
  defineChain({
    id: settings.chainId,
    name: chainName(settings),
    nativeCurrency: { name: 'coin', symbol: 'coin', decimals: 18 },
    rpcUrls: { default: { http: settings.rpcUrls } },
  })

/** Reads the chain and knows no wallet: for a worker, where there is none. */
export const readingConfig = (settings: Settings): Config =>
  createConfig({
    chains: [chainOf(settings)],
    transports: { [settings.chainId]: nodes(settings.rpcUrls) },
    storage: null,
    multiInjectedProviderDiscovery: false,
  })

/**
 * One chain; wallets announce themselves (EIP-6963) or are just there (`window.ethereum`).
 *
 * @param examples example people, where keys are worthless
 */
export function wagmiConfig(settings: Settings, examples: readonly CreateConnectorFn[]) {
  const chain = chainOf(settings)
  return createConfig({
    chains: [chain],
    transports: { [chain.id]: nodes(settings.rpcUrls) },
    connectors: [injected({ shimDisconnect: true }), ...examples],
    storage: createStorage({
      storage: { getItem: device.get, setItem: device.set, removeItem: device.remove },
    }),
    multiInjectedProviderDiscovery: true,
    pollingInterval: settings.local ? 1_000 : 4_000,
  })
}
