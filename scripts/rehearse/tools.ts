// SPDX-License-Identifier: AGPL-3.0-or-later
/** Gives a member their tools: a public node, an index, a relay, and their own key. */
import { setTimeout as wait } from 'node:timers/promises'
import {
  type Account,
  type Address,
  createPublicClient,
  createWalletClient,
  defineChain,
  domainSeparator,
  type Hex,
  http,
  type PublicClient,
  type TransactionReceipt,
} from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import type { Answer } from '../../sdk/src/answer.ts'
import type { PhyleHouse } from '../../sdk/src/deployments.ts'
import { permitTypedData, splitSignature, type TokenDomain } from '../../sdk/src/permit.ts'
import { tokenAbi } from '../../sdk/src/standards.ts'
import { RelayClient } from '../found/relay.ts'
import type { ExamplePerson } from '../seed/people.ts'
import type { RealNetwork } from './networks.ts'

const RETRIES = 8
const LOOK_EVERY_MS = 500
const PERMIT_SECONDS = 3_600n

/** Something that was to happen did not, in the time that it may take. */
export class NeverHappened extends Error {
  override readonly name = 'NeverHappened'

  constructor(what: string, last: unknown) {
    super(`${what}: not within the time it may take. Last seen: ${last}`)
  }
}

export interface ToolParts {
  readonly network: RealNetwork
  readonly rpcUrl: string
  readonly indexUrl: string
  readonly relayUrl: string
  readonly house: PhyleHouse
  readonly people: readonly ExamplePerson[]
}

export class Tools {
  readonly network: RealNetwork
  readonly house: PhyleHouse
  readonly people: readonly ExamplePerson[]
  readonly client: PublicClient
  readonly relay: RelayClient
  readonly #indexUrl: string
  readonly #wallet: ReturnType<typeof createWalletClient>
  readonly #withinMs: number

  constructor({ network, rpcUrl, indexUrl, relayUrl, house, people }: ToolParts) {
    this.network = network
    this.house = house
    this.people = people
    const chain = defineChain({
      id: network.chainId,
      name: network.name,
      nativeCurrency: { name: 'Coin', symbol: 'COIN', decimals: 18 },
      rpcUrls: { default: { http: [rpcUrl] } },
    })
    const transport = http(rpcUrl, { retryCount: RETRIES })
    this.client = createPublicClient({
      chain,
      transport,
      cacheTime: 0,
      pollingInterval: Math.min(1_000, network.blockSeconds * 1_000),
    }) as PublicClient
    this.#wallet = createWalletClient({ chain, transport })
    this.relay = new RelayClient(relayUrl)
    this.#indexUrl = indexUrl
    this.#withinMs = 120_000 + 20_000 * network.blockSeconds
  }

  keyOf({ privateKey }: ExamplePerson): PrivateKeyAccount {
    return privateKeyToAccount(privateKey as Hex)
  }

  async index<T>(path: string): Promise<T> {
    const answer = await fetch(this.#indexUrl + path)
    if (!answer.ok) throw new Error(`the index answers ${answer.status} to ${path}`)
    return ((await answer.json()) as Answer<T>).data
  }

  /** Asks until it is so; what fails to answer is asked again. */
  async until<T>(what: string, look: () => Promise<T>, isSo: (found: T) => boolean): Promise<T> {
    const latest = Date.now() + this.#withinMs
    let last: unknown
    for (;;) {
      try {
        const found = await look()
        if (isSo(found)) return found
        last = JSON.stringify(found, (_key, value) =>
          typeof value === 'bigint' ? value.toString() : value,
        )
      } catch (error) {
        last = error
      }
      if (Date.now() > latest) throw new NeverHappened(what, last)
      await wait(LOOK_EVERY_MS)
    }
  }

  /** Sends what was simulated, and waits until it is in a block. */
  async send(request: { account: Account; to: Address; data: Hex }): Promise<TransactionReceipt> {
    const hash = await this.#wallet.sendTransaction({ ...request, chain: this.#wallet.chain })
    const receipt = await this.client.waitForTransactionReceipt({ hash, timeout: this.#withinMs })
    if (receipt.status !== 'success') throw new Error(`transaction ${hash} failed`)
    return receipt
  }

  /** The signature with which `spender` takes `value` in the same transaction. */
  async permit(owner: PrivateKeyAccount, spender: Address, value: bigint) {
    const token = { address: this.house.cash, abi: tokenAbi } as const
    const [domain, nonce, { timestamp }] = await Promise.all([
      this.#domain(),
      this.client.readContract({ ...token, functionName: 'nonces', args: [owner.address] }),
      this.client.getBlock(),
    ])
    const deadline = timestamp + PERMIT_SECONDS
    const permit = { owner: owner.address, spender, value, nonce, deadline }
    const signature = await owner.signTypedData(permitTypedData(domain, permit))
    return { deadline, ...splitSignature(signature) }
  }

  /** As the coin tells it, or by its name and version where it does not; held against its separator. */
  async #domain(): Promise<TokenDomain> {
    const token = { address: this.house.cash, abi: tokenAbi } as const
    const told = await this.client
      .readContract({ ...token, functionName: 'eip712Domain' })
      .catch(() => null)
    const [name, version] = told
      ? [told[1], told[2]]
      : await Promise.all([
          this.client.readContract({ ...token, functionName: 'name' }),
          this.client.readContract({ ...token, functionName: 'version' }),
        ])
    const own = await this.client.readContract({ ...token, functionName: 'DOMAIN_SEPARATOR' })
    const { chainId } = this.network
    const domain = { name, version, chainId, verifyingContract: this.house.cash }
    if (domainSeparator({ domain }) !== own) throw new Error('the coin has another domain')
    return domain
  }
}
