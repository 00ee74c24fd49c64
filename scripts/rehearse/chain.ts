// SPDX-License-Identifier: AGPL-3.0-or-later
/** A local chain that looks like a real network: its number, its gas limit, its pace, its price of gas. */
import hre from 'hardhat'
import { numberToHex, parseGwei, toHex } from 'viem'
import { PRESENT } from '../../bench/hardforks.ts'
import { DAY } from '../seed/chain.ts'
import { HISTORY_DAYS } from '../seed/history.ts'
import type { RealNetwork } from './networks.ts'
import type { Price } from './prices.ts'
import { askNode } from './rpc.ts'

const HOST = '127.0.0.1'
/** Nobody waits for the pace of a slow network while contracts are put on it. */
const HURRIED_MS = 200

export class RehearsedChain implements AsyncDisposable {
  readonly url: string
  readonly #network: RealNetwork
  readonly #baseFee: bigint
  readonly #close: () => Promise<void>
  #pace: { readonly stop: () => Promise<void> } | undefined

  private constructor(
    url: string,
    network: RealNetwork,
    baseFee: bigint,
    close: () => Promise<void>,
  ) {
    this.url = url
    this.#network = network
    this.#baseFee = baseFee
    this.#close = close
  }

  /** A chain with the history of strangers' blocks, which makes none of its own accord. */
  static async open(network: RealNetwork, price: Price): Promise<RehearsedChain> {
    const { chainId, blockGasLimit, blockSeconds, historyBlocks } = network
    const between = Math.max(1, blockSeconds)
    const began = Date.now() - (HISTORY_DAYS * DAY + 2 * historyBlocks * between + DAY) * 1_000
    const baseFee = parseGwei(price.gwei.toString())
    const server = await hre.network.createServer(
      {
        network: 'default',
        override: {
          chainId,
          blockGasLimit,
          hardfork: PRESENT,
          initialDate: new Date(began),
          initialBaseFeePerGas: baseFee,
          allowBlocksWithSameTimestamp: blockSeconds < 1,
          mining: { auto: false, interval: 0 },
        },
      },
      HOST,
      0,
    )
    const { port } = await server.listen()
    const close = () => server.close()
    const chain = new RehearsedChain(`http://${HOST}:${port}`, network, baseFee, close)
    await chain.ask('hardhat_setLoggingEnabled', false)
    await chain.history()
    return chain
  }

  ask(method: string, ...params: readonly unknown[]): Promise<unknown> {
    return askNode(this.url, method, params)
  }

  /** Gives an account coin of the network. */
  async fund(address: string, wei: bigint): Promise<void> {
    await this.ask('hardhat_setBalance', address, toHex(wei))
  }

  /** Blocks of strangers, in which nothing of ours is. */
  async history(): Promise<void> {
    const { historyBlocks, blockSeconds } = this.#network
    const between = Math.max(1, Math.round(blockSeconds))
    await this.ask('hardhat_mine', numberToHex(historyBlocks), numberToHex(between))
  }

  /** A block for every transaction at once: for the months that are lived through in a minute. */
  async hasten(): Promise<void> {
    await this.rest()
    await this.ask('evm_setAutomine', true)
  }

  /** From now on blocks come as they come there, or, `hurried`, five a second. */
  async keepPace(hurried?: 'hurried'): Promise<void> {
    await this.rest()
    await this.ask('evm_setAutomine', false)
    this.#pace = this.#beat(hurried ? HURRIED_MS : this.#network.blockSeconds * 1_000)
  }

  async rest(): Promise<void> {
    await this.#pace?.stop()
    this.#pace = undefined
  }

  /** Empty blocks would let the base fee fall to nothing: it is set anew for each. */
  #beat(everyMs: number): { readonly stop: () => Promise<void> } {
    let isOver = false
    let wake: () => void = () => undefined
    const ended = (async () => {
      let next = Date.now() + everyMs
      while (!isOver) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.max(0, next - Date.now()))
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
        if (isOver) return
        next = Math.max(next + everyMs, Date.now())
        await this.ask('hardhat_setNextBlockBaseFeePerGas', toHex(this.#baseFee))
        await this.ask('evm_mine')
      }
    })()
    // Whoever stops it hears of it.
    ended.catch(() => undefined)
    return {
      stop: () => {
        isOver = true
        wake()
        return ended
      },
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.rest().catch(() => undefined)
    await this.#close()
  }
}
