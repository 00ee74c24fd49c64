import {
  createWalletClient,
  type EIP1193RequestFn,
  getAddress,
  type Hex,
  hexToString,
  http,
  isHex,
  numberToHex,
  type TypedDataDefinition,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { createConnector } from 'wagmi'
import { device } from '../device/storage.ts'
import type { ExamplePerson } from '../env.ts'
import { confirmed } from './asked.ts'

const REMEMBERED = 'phyle.examplePerson'

interface SentTransaction {
  readonly to?: Hex
  readonly data?: Hex
  readonly value?: Hex
  readonly gas?: Hex
}

interface Keyed extends ExamplePerson {
  readonly privateKey: Hex
}

const hasKey = (person: ExamplePerson): person is Keyed => person.privateKey !== undefined

/** Those whom anybody may be, as wallets. */
export const examplePeople = (people: readonly ExamplePerson[]) =>
  people.filter(hasKey).map(examplePerson)

/**
 * An example person of a local chain: signs with a key that everybody knows, once whoever plays them
 * has read what it is and confirmed it. Never offered on a real network.
 */
function examplePerson(person: Keyed) {
  const account = privateKeyToAccount(person.privateKey)
  const id = `example:${account.address}`

  return createConnector<{ request: EIP1193RequestFn }>((config) => {
    const [chain] = config.chains
    const wallet = createWalletClient({ account, chain, transport: http() })
    let connected = false

    const request = (async ({ method, params }: { method: string; params?: unknown }) => {
      const args = (params ?? []) as readonly unknown[]
      switch (method) {
        case 'eth_accounts':
        case 'eth_requestAccounts':
          return [account.address]
        case 'eth_chainId':
          return numberToHex(chain.id)
        case 'wallet_switchEthereumChain':
          return null
        case 'personal_sign': {
          const text = args[0] as string
          await confirmed(person.name, {
            to: 'signText',
            text: isHex(text) ? hexToString(text) : text,
          })
          return account.signMessage({ message: isHex(text) ? { raw: text } : text })
        }
        case 'eth_signTypedData_v4': {
          const typed = JSON.parse(args[1] as string) as TypedDataDefinition
          await confirmed(person.name, { to: 'sign', typed })
          return account.signTypedData(typed)
        }
        case 'eth_sendTransaction': {
          const sent = args[0] as SentTransaction
          await confirmed(person.name, {
            to: 'send',
            target: sent.to,
            data: sent.data ?? '0x',
            value: sent.value ? BigInt(sent.value) : 0n,
          })
          return wallet.sendTransaction({
            to: sent.to,
            data: sent.data,
            value: sent.value ? BigInt(sent.value) : undefined,
            gas: sent.gas ? BigInt(sent.gas) : undefined,
          })
        }
        default:
          return wallet.request({ method, params: args } as Parameters<typeof wallet.request>[0])
      }
    }) as EIP1193RequestFn

    return {
      id,
      name: person.name,
      type: 'examplePerson',
      async connect<withCapabilities extends boolean = false>() {
        connected = true
        device.set(REMEMBERED, account.address)
        return {
          accounts: [account.address] as readonly unknown[] as withCapabilities extends true
            ? readonly { address: Hex; capabilities: Record<string, unknown> }[]
            : readonly Hex[],
          chainId: chain.id,
        }
      },
      async disconnect() {
        connected = false
        device.remove(REMEMBERED)
      },
      async getAccounts() {
        return connected ? [getAddress(account.address)] : []
      },
      async getChainId() {
        return chain.id
      },
      async getProvider() {
        return { request }
      },
      async isAuthorized() {
        return device.get(REMEMBERED) === account.address
      },
      async switchChain() {
        return chain
      },
      onAccountsChanged() {},
      onChainChanged() {},
      onDisconnect() {
        connected = false
        config.emitter.emit('disconnect')
      },
    }
  })
}
