import { type Chain, defineChain, type Hex } from 'viem'
import { type Config, createConfig, createStorage, injected } from 'wagmi'
import type { Env, ExamplePerson, Settings } from '../env.ts'
import { examplePerson } from './examplePerson.ts'
import { nodes } from './node.ts'
import { device } from './storage.ts'

export const chainName = (settings: Settings) =>
  settings.chainName ?? (settings.local ? 'the practice chain' : `network ${settings.chainId}`)

const hasKey = (person: ExamplePerson): person is ExamplePerson & { privateKey: Hex } =>
  person.privateKey !== undefined

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
 * One chain; wallets announce themselves (EIP-6963) or are just there (`window.ethereum`), example
 * people only where keys are worthless.
 */
export function wagmiConfig({ settings, people }: Env) {
  const chain = chainOf(settings)
  return createConfig({
    chains: [chain],
    transports: { [chain.id]: nodes(settings.rpcUrls) },
    connectors: [
      injected({ shimDisconnect: true }),
      ...(settings.local ? people.filter(hasKey).map(examplePerson) : []),
    ],
    storage: createStorage({
      storage: { getItem: device.get, setItem: device.set, removeItem: device.remove },
    }),
    multiInjectedProviderDiscovery: true,
    pollingInterval: settings.local ? 1_000 : 4_000,
  })
}
