// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * A browser wallet: announced by EIP-6963, keeping its key outside the page, and asking nobody. It
 * keeps what it was asked to sign, as its screen would show it.
 */
import type { BrowserContext } from '@playwright/test'
import {
  createWalletClient,
  defineChain,
  type Hex,
  hexToNumber,
  http,
  isHex,
  numberToHex,
  type TypedDataDefinition,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { ExamplePerson } from '../../../scripts/seed/people.ts'
import { LOCAL_CHAIN } from '../../../sdk/src/local-chain.ts'
import { client, RPC_URL } from './chain.ts'

const LOCAL = defineChain({
  id: LOCAL_CHAIN,
  name: 'the practice chain',
  nativeCurrency: { name: 'coin', symbol: 'coin', decimals: 18 },
  rpcUrls: { default: { http: [RPC_URL] } },
})

export const WALLET_NAME = 'Pocket'

/** A network of which the app knows nothing. */
export const ELSEWHERE = 1

export type Signed = Pick<TypedDataDefinition, 'primaryType' | 'types' | 'domain' | 'message'>

interface Sent {
  readonly to?: Hex
  readonly data?: Hex
  readonly value?: Hex
  readonly gas?: Hex
  readonly nonce?: Hex
}

/** The line breaks before the node has it, or after it; or the answer comes late. */
type Trouble = 'lost before' | 'answer lost' | 'answer late'

interface Asked {
  readonly method: string
  readonly params?: readonly unknown[]
}

/** What goes back to the page: where an error is raised with its code, and a new network is told. */
type Answer =
  | { readonly result: unknown; readonly chain?: Hex }
  | { readonly code: number; readonly message: string }

export class Wallet {
  /** Everything that it was asked to sign in words, oldest first. */
  readonly signed: Signed[] = []
  readonly sent: Hex[] = []
  readonly #person: ExamplePerson
  #chain: number
  #knowsPage = false
  /** What becomes of the next transaction that it was asked to send, instead of the usual. */
  #next: Trouble | null = null
  /** How many screens it shows until the person presses "reject"; 0: never. */
  #refusesIn = 0

  constructor(person: ExamplePerson, chain: number = LOCAL.id) {
    this.#person = person
    this.#chain = chain
  }

  get name(): string {
    return this.#person.name
  }

  get address(): Hex {
    return this.#person.address as Hex
  }

  /** The person presses "reject" on the next screen that their wallet shows, or on a later one. */
  refuseNext(screen = 1): void {
    this.#refusesIn = screen
  }

  /** The next transaction meets this. */
  meetNext(trouble: Trouble): void {
    this.#next = trouble
  }

  /** The person ends what waits, by an empty transaction with its number and a higher fee. */
  async cancel(hash: Hex): Promise<void> {
    const wallet = this.#wallet()
    const { nonce } = await client.getTransaction({ hash })
    const { maxFeePerGas } = await client.estimateFeesPerGas()
    await wallet.sendTransaction({
      to: wallet.account.address,
      nonce,
      maxFeePerGas: maxFeePerGas * 4n,
      maxPriorityFeePerGas: maxFeePerGas * 2n,
      gas: 21_000n,
    })
  }

  #wallet() {
    const account = privateKeyToAccount(this.#person.privateKey as Hex)
    return createWalletClient({ account, chain: LOCAL, transport: http() })
  }

  async announceIn(context: BrowserContext): Promise<void> {
    await context.exposeFunction('phyleTestWallet', (asked: Asked) => this.#answer(asked))
    await context.addInitScript(announce, WALLET_NAME)
  }

  async #answer(asked: Asked): Promise<Answer> {
    try {
      const result = await this.#do(asked)
      const moved = asked.method === 'wallet_switchEthereumChain'
      return { result, ...(moved && { chain: numberToHex(this.#chain) }) }
    } catch (error) {
      if (error instanceof Rejected) return { code: 4001, message: error.message }
      const { code = -32_603, message } = error as { code?: number; message: string }
      return { code, message }
    }
  }

  async #do({ method, params = [] }: Asked): Promise<unknown> {
    const wallet = this.#wallet()
    const { account } = wallet
    switch (method) {
      case 'eth_accounts':
        return this.#knowsPage ? [account.address] : []
      case 'eth_requestAccounts':
        this.#ask()
        this.#knowsPage = true
        return [account.address]
      case 'wallet_requestPermissions':
        this.#knowsPage = true
        return [{ parentCapability: 'eth_accounts' }]
      case 'wallet_revokePermissions':
        this.#knowsPage = false
        return null
      case 'eth_chainId':
        return numberToHex(this.#chain)
      case 'wallet_switchEthereumChain': {
        this.#ask()
        const [{ chainId }] = params as [{ chainId: Hex }]
        this.#chain = hexToNumber(chainId)
        return null
      }
      case 'personal_sign': {
        this.#ask()
        const text = params[0] as string
        return account.signMessage({ message: isHex(text) ? { raw: text } : text })
      }
      case 'eth_signTypedData_v4': {
        this.#ask()
        const typed = JSON.parse(params[1] as string) as TypedDataDefinition
        this.signed.push(typed)
        return account.signTypedData(typed)
      }
      case 'eth_sendTransaction': {
        this.#ask()
        if (this.#chain !== LOCAL.id) throw new Error('Sent to another network.')
        const { to, data, value, gas, nonce } = params[0] as Sent
        const trouble = this.#next
        this.#next = null
        if (trouble === 'lost before') throw new Error('The line broke.')
        const send = () =>
          wallet.sendTransaction({
            to,
            data,
            value: value ? BigInt(value) : undefined,
            gas: gas ? BigInt(gas) : undefined,
            nonce: nonce ? hexToNumber(nonce) : undefined,
          })
        // In a story beside this one the same person may have taken the number meanwhile.
        const hash = await send().catch((error: Error) =>
          !nonce && /nonce too low/i.test(error.message) ? send() : Promise.reject(error),
        )
        this.sent.push(hash)
        if (trouble === 'answer lost') throw new Error('The line broke.')
        if (trouble === 'answer late') await new Promise((resolve) => setTimeout(resolve, 3_000))
        return hash
      }
      default:
        return wallet.request({ method, params } as Parameters<typeof wallet.request>[0])
    }
  }

  #ask(): void {
    if (this.#refusesIn === 0) return
    this.#refusesIn -= 1
    if (this.#refusesIn === 0) throw new Rejected()
  }
}

class Rejected extends Error {
  constructor() {
    super('User rejected the request.')
  }
}

/** Runs in the page, before everything else there. */
function announce(name: string): void {
  type Reply = { result: unknown; chain?: string } | { code: number; message: string }
  const { phyleTestWallet } = window as unknown as {
    phyleTestWallet: (asked: unknown) => Promise<Reply>
  }
  const moves = new Set<(chain: string) => void>()
  const provider = {
    async request(asked: unknown) {
      const reply = await phyleTestWallet(asked)
      if (!('result' in reply)) {
        throw Object.assign(new Error(reply.message), { code: reply.code })
      }
      const { chain } = reply
      if (chain !== undefined) for (const move of moves) move(chain)
      return reply.result
    },
    on(event: string, tell: (chain: string) => void) {
      if (event === 'chainChanged') moves.add(tell)
    },
    removeListener(_event: string, tell: (chain: string) => void) {
      moves.delete(tell)
    },
  }
  const icon =
    'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>'
  const info = {
    uuid: '6d1a4f0e-2c1b-4d55-9d1a-0e5f0c8b7a11',
    name,
    icon,
    rdns: 'coop.phyle.pocket',
  }
  const detail = Object.freeze({ info, provider })
  const tell = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
  window.addEventListener('eip6963:requestProvider', tell)
  tell()
}
