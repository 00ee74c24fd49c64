import { defineChain, type Hex } from 'viem'
import { createConfig, createStorage, injected } from 'wagmi'
import type { Env, ExamplePerson, Settings } from '../env.ts'
import { examplePerson } from './examplePerson.ts'
import { nodes } from './node.ts'
import { device } from './storage.ts'

export const chainName = (settings: Settings) =>
  settings.chainName ?? (settings.local ? 'the practice chain' : `network ${settings.chainId}`)

const hasKey = (person: ExamplePerson): person is ExamplePerson & { privateKey: Hex } =>
  person.privateKey !== undefined

/**
 * One chain; wallets announce themselves (EIP-6963) or are just there (`window.ethereum`), example
 * people only where keys are worthless.
 */
export function wagmiConfig({ settings, people }: Env) {
  const chain = defineChain({
    id: settings.chainId,
    name: chainName(settings),
    nativeCurrency: { name: 'coin', symbol: 'coin', decimals: 18 },
    rpcUrls: { default: { http: settings.rpcUrls } },
  })
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
