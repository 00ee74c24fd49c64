// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  type ContractTransactionResponse,
  JsonRpcProvider,
  NonceManager,
  type Signer,
  type TransactionReceipt,
  toQuantity,
} from 'ethers'

export const DAY = 86_400

/** A local chain whose time can be moved. Times are unix seconds, days count from its first block. */
export class LocalChain {
  readonly provider: JsonRpcProvider
  readonly chainId: number
  readonly started: number

  private constructor(provider: JsonRpcProvider, chainId: number, started: number) {
    this.provider = provider
    this.chainId = chainId
    this.started = started
  }

  static async open(rpcUrl: string): Promise<LocalChain> {
    const provider = new JsonRpcProvider(rpcUrl, undefined, {
      cacheTimeout: -1,
      pollingInterval: 20,
      batchMaxCount: 1,
    })
    const { chainId } = await provider.getNetwork()
    const first = await provider.getBlock('latest')
    if (first === null) throw new Error('the chain has no block')
    return new LocalChain(provider, Number(chainId), first.timestamp)
  }

  async now(): Promise<number> {
    const block = await this.provider.getBlock('latest')
    if (block === null) throw new Error('the chain has no block')
    return block.timestamp
  }

  async day(): Promise<number> {
    return ((await this.now()) - this.started) / DAY
  }

  /** Goes to a time, unless it is past already; the chain's own clock may get there in between. */
  async moveTo(time: number): Promise<void> {
    const target = Math.ceil(time)
    if ((await this.now()) >= target) return
    try {
      await this.provider.send('evm_setNextBlockTimestamp', [toQuantity(target)])
    } catch (refusal) {
      if ((await this.now()) < target) throw refusal
      return
    }
    await this.provider.send('evm_mine', [])
  }

  async moveToDay(day: number): Promise<void> {
    await this.moveTo(this.started + day * DAY)
  }

  /** Gives an account coin for its own transactions. */
  async fuel(address: string): Promise<void> {
    await this.provider.send('hardhat_setBalance', [address, toQuantity(10n ** 20n)])
  }

  signer(privateKeyHolder: Signer): NonceManager {
    return new NonceManager(privateKeyHolder.connect(this.provider))
  }
}

/** Waits for a transaction to be in a block; the local chain makes one for each at once. */
export async function mined(
  sent: Promise<ContractTransactionResponse>,
): Promise<TransactionReceipt> {
  const response = await sent
  const found = await response.provider.getTransactionReceipt(response.hash)
  const receipt = found ?? (await response.wait())
  if (receipt === null) throw new Error('a transaction was dropped')
  if (receipt.status !== 1) throw new Error(`transaction ${receipt.hash} failed`)
  return receipt
}
