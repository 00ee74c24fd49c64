// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Sends the relay's transactions so that a crash at any point loses none and sends none twice.
 *
 * A transaction is signed, then written down with everything that depends on it, and only then
 * sent. Whatever happens next is read from the chain: {settle} finds what was mined, sends again
 * what the chain does not know, replaces what is stuck by the same with a higher fee, and notices
 * when a block went away. It is safe to call at any time, and it is what a start begins with.
 */
import type { Logger } from 'pino'
import {
  type Address,
  BaseError,
  type Hex,
  InsufficientFundsError,
  keccak256,
  NonceTooLowError,
  type TransactionReceipt,
  TransactionReceiptNotFoundError,
} from 'viem'
import type { Chain } from './chain/chain.ts'
import type { Env } from './env.ts'
import { mutex } from './mutex.ts'
import type { Statement } from './store/database.ts'
import type { Attempt, Transaction, Transactions } from './store/transactions.ts'

export interface Order {
  readonly purpose: string
  readonly target: Address
  readonly data: Hex
  readonly gas: bigint
  /** Written down in the same moment as the transaction. */
  readonly together?: (tx: number, hash: Hex) => readonly Statement[]
}

/** What follows from what became of a transaction; written down in the same moment. */
export interface Follower {
  /** The purposes that it answers for begin with this. */
  readonly prefix: string
  mined(tx: Transaction, receipt: TransactionReceipt): Promise<readonly Statement[]>
  /** The block went away: the transaction is pending again. */
  unmined(tx: Transaction, hash: Hex): readonly Statement[]
  replaced(tx: Transaction, hash: Hex): readonly Statement[]
  lost(tx: Transaction): readonly Statement[]
}

/** Where a test may stop the relay dead. */
export type Checkpoint = 'signed' | 'written' | 'sent' | 'found'

export interface SenderOptions {
  readonly chain: Chain
  readonly transactions: Transactions
  readonly env: Pick<Env, 'maxFeePerGas' | 'stuckSeconds' | 'confirmations'>
  readonly log: Logger
  readonly reached?: (point: Checkpoint) => void
  readonly clock?: () => number
}

class FeeTooHigh extends Error {
  override readonly name = 'FeeTooHigh'
}

/** Most networks take a replacement only when both fees rise by an eighth. */
const raised = (fee: bigint): bigint => fee + fee / 8n + 1n
const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b)
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b)

export type Sender = ReturnType<typeof openSender>

export function openSender(options: SenderOptions) {
  const { chain, transactions, env, log } = options
  const { client, account, chainId } = chain
  const reached = options.reached ?? (() => undefined)
  const clock = options.clock ?? Date.now
  const alone = mutex()
  const followers: Follower[] = []
  const missed = new Map<number, number>()

  const followerOf = (tx: Transaction): Follower | undefined =>
    followers.find(({ prefix }) => tx.purpose.startsWith(prefix))

  const usedNonces = () =>
    client.getTransactionCount({ address: account.address, blockTag: 'latest' })

  const feesNow = async () => {
    const { maxFeePerGas, maxPriorityFeePerGas } = await client.estimateFeesPerGas()
    if (maxFeePerGas > env.maxFeePerGas * 2n) {
      throw new FeeTooHigh(`the network asks ${maxFeePerGas} a gas, most is ${env.maxFeePerGas}`)
    }
    const maxFee = smaller(maxFeePerGas, env.maxFeePerGas)
    return { maxFee, tip: smaller(maxPriorityFeePerGas, maxFee) }
  }

  const sign = async (
    tx: Pick<Transaction, 'id' | 'nonce' | 'target' | 'data' | 'gas'>,
    fees: { readonly maxFee: bigint; readonly tip: bigint },
  ): Promise<Attempt> => {
    const raw = await account.signTransaction({
      type: 'eip1559',
      chainId,
      nonce: tx.nonce,
      to: tx.target,
      data: tx.data,
      gas: BigInt(tx.gas),
      maxFeePerGas: fees.maxFee,
      maxPriorityFeePerGas: fees.tip,
    })
    return { hash: keccak256(raw), tx: tx.id, raw, ...fees, made: clock() }
  }

  /** Sends one signed form. What the node answers decides nothing: {settle} reads the chain. */
  const push = async (attempt: Attempt): Promise<void> => {
    try {
      await client.sendRawTransaction({ serializedTransaction: attempt.raw })
    } catch (error) {
      const known = error instanceof BaseError && /already (known|imported)/i.test(error.details)
      if (known) return
      if (error instanceof BaseError && error.walk((e) => e instanceof InsufficientFundsError)) {
        log.error({ relay: account.address }, 'the relay has no money left for transactions')
      } else if (error instanceof BaseError && error.walk((e) => e instanceof NonceTooLowError)) {
        log.debug({ hash: attempt.hash }, 'nonce used already')
      } else {
        log.warn({ hash: attempt.hash, reason: shortly(error) }, 'not sent yet, will try again')
      }
    }
  }

  const receiptOf = async (hash: Hex): Promise<TransactionReceipt | null> => {
    try {
      return await client.getTransactionReceipt({ hash })
    } catch (error) {
      if (error instanceof TransactionReceiptNotFoundError) return null
      throw error
    }
  }

  const settleOne = async (tx: Transaction, head: bigint): Promise<void> => {
    if (tx.state === 'mined') return confirm(tx, head)
    const used = await usedNonces()
    const attempts = await transactions.attempts(tx.id)
    for (const attempt of attempts) {
      const receipt = await receiptOf(attempt.hash)
      if (!receipt) continue
      reached('found')
      const follow = (await followerOf(tx)?.mined(tx, receipt)) ?? []
      const { transactionHash, blockNumber, blockHash } = receipt
      await transactions.change(
        transactions.mined(tx.id, transactionHash, Number(blockNumber), blockHash),
        ...follow,
      )
      missed.delete(tx.id)
      log.info(
        { purpose: tx.purpose, hash: transactionHash, gas: receipt.gasUsed, ok: receipt.status },
        'in a block',
      )
      return
    }
    const last = attempts.at(-1)
    if (used > tx.nonce) return missing(tx)
    if (!last) return
    if (clock() - last.made > env.stuckSeconds * 1_000) return replace(tx, last)
    // The first time round it is not known whether it left before a crash.
    await push(last)
  }

  /** The nonce is used and no form of this was found: three looks, because nodes lag. */
  const missing = async (tx: Transaction): Promise<void> => {
    const looks = (missed.get(tx.id) ?? 0) + 1
    missed.set(tx.id, looks)
    if (looks < 3) return
    missed.delete(tx.id)
    log.warn({ purpose: tx.purpose, nonce: tx.nonce }, 'another transaction took the place of this')
    const follow = followerOf(tx)?.lost(tx) ?? []
    await transactions.change(transactions.become(tx.id, 'lost'), ...follow)
  }

  const confirm = async (tx: Transaction, head: bigint): Promise<void> => {
    const receipt = tx.hash ? await receiptOf(tx.hash) : null
    if (!receipt) {
      log.warn({ purpose: tx.purpose, hash: tx.hash }, 'its block went away, it is pending again')
      const follow = tx.hash ? (followerOf(tx)?.unmined(tx, tx.hash) ?? []) : []
      await transactions.change(transactions.become(tx.id, 'pending'), ...follow)
      return
    }
    if (receipt.blockHash !== tx.block_hash) {
      const follow = (await followerOf(tx)?.mined(tx, receipt)) ?? []
      const { transactionHash, blockNumber, blockHash } = receipt
      await transactions.change(
        transactions.mined(tx.id, transactionHash, Number(blockNumber), blockHash),
        ...follow,
      )
      return
    }
    if (head - receipt.blockNumber >= BigInt(env.confirmations)) {
      await transactions.change(transactions.become(tx.id, 'final'))
    }
  }

  const replace = async (tx: Transaction, last: Attempt): Promise<void> => {
    const now = await feesNow()
    const fees = {
      maxFee: larger(now.maxFee, raised(last.maxFee)),
      tip: larger(now.tip, raised(last.tip)),
    }
    if (fees.maxFee > env.maxFeePerGas) {
      log.warn({ purpose: tx.purpose, maxFee: fees.maxFee }, 'stuck, and the fee is at its ceiling')
      return push(last)
    }
    const attempt = await sign(tx, fees)
    const follow = followerOf(tx)?.replaced(tx, attempt.hash) ?? []
    await transactions.change(transactions.insertAttempt(attempt), ...follow)
    log.warn({ purpose: tx.purpose, hash: attempt.hash, maxFee: fees.maxFee }, 'stuck, sent anew')
    await push(attempt)
  }

  return {
    follow: (follower: Follower): void => {
      followers.push(follower)
    },

    /** Writes a transaction down and sends it. Null if one with this purpose is in flight. */
    send: (order: Order): Promise<Hex | null> =>
      alone(async () => {
        const flying = await transactions.inFlight()
        const same = flying.some((tx) => tx.state === 'pending' && tx.purpose === order.purpose)
        if (same) return null
        const fees = await feesNow()
        const last = await transactions.last()
        const nonce = Math.max(await usedNonces(), last.nonce + 1)
        const { purpose, target, data } = order
        const tx = { id: last.id + 1, nonce, purpose, target, data, gas: Number(order.gas) }
        const attempt = await sign(tx, fees)
        reached('signed')
        const together = order.together?.(tx.id, attempt.hash) ?? []
        await transactions.change(
          transactions.insert(tx),
          transactions.insertAttempt(attempt),
          ...together,
        )
        reached('written')
        await push(attempt)
        reached('sent')
        return attempt.hash
      }),

    /** Brings what is written down in line with the chain. */
    settle: (): Promise<void> =>
      alone(async () => {
        const flying = await transactions.inFlight()
        if (flying.length === 0) return
        const head = await client.getBlockNumber()
        for (const tx of flying) await settleOne(tx, head)
      }),
  }
}

export const shortly = (error: unknown): string =>
  error instanceof BaseError ? error.shortMessage : String(error)
