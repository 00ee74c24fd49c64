// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Brings the transactions that were written down in line with the chain: finds what was mined,
 * sends again what the chain does not know, replaces what dearer blocks passed by, and watches what
 * was mined until its block is final.
 */
import type { Logger } from 'pino'
import { type Hex, type TransactionReceipt, TransactionReceiptNotFoundError } from 'viem'
import type { Chain } from './chain/chain.ts'
import { openFinality } from './chain/finality.ts'
import { costOf, type Market, marketOf } from './chain/prices.ts'
import type { Env } from './env.ts'
import { fittest, raisedTo } from './fees.ts'
import { type Purse, PurseError } from './purse.ts'
import type { Checkpoint, Followed, Follower } from './sender.ts'
import type { Signer } from './signer.ts'
import type { Spending } from './store/spending.ts'
import type { Attempt, Transaction, Transactions, Watched } from './store/transactions.ts'

const LOOKS = 3

/** What one round of settling knows of the chain. */
interface Sight extends Market {
  readonly used: number
  readonly balance: bigint
}

export function openSettling(services: {
  readonly chain: Chain
  readonly transactions: Transactions
  readonly spending: Spending
  readonly signer: Signer
  readonly purse: Purse
  readonly env: Pick<Env, 'maxFeePerGas' | 'floorFeePerGas' | 'confirmations'>
  readonly log: Logger
  readonly clock: () => number
  readonly reached: (point: Checkpoint) => void
  readonly followerOf: (tx: Followed) => Follower | undefined
}) {
  const { chain, transactions, spending, signer, purse, env, log, clock } = services
  const { reached, followerOf } = services
  const { client, account } = chain
  const missed = new Map<number, number>()
  const bounds = { ceiling: env.maxFeePerGas, floor: env.floorFeePerGas }

  const receiptOf = async (hash: Hex): Promise<TransactionReceipt | null> => {
    try {
      return await client.getTransactionReceipt({ hash })
    } catch (error) {
      if (error instanceof TransactionReceiptNotFoundError) return null
      throw error
    }
  }

  const finality = openFinality(client, env.confirmations)

  const writeMined = async (tx: Followed, receipt: TransactionReceipt): Promise<void> => {
    const follow = (await followerOf(tx)?.mined(tx, receipt)) ?? []
    const { transactionHash, blockNumber, blockHash } = receipt
    await transactions.change(
      transactions.mined(tx.id, transactionHash, Number(blockNumber), blockHash),
      spending.spent(tx.id, costOf(receipt), clock()),
      ...follow,
    )
  }

  const settleOne = async (tx: Transaction, sight: Sight): Promise<void> => {
    const attempts = await transactions.attempts(tx.id)
    const receipts = await Promise.all(attempts.map(({ hash }) => receiptOf(hash)))
    const receipt = receipts.find((found) => found !== null)
    if (receipt) {
      reached('found')
      await writeMined(tx, receipt)
      missed.delete(tx.id)
      const { transactionHash: hash, gasUsed: gas, status: ok } = receipt
      log.info({ purpose: tx.purpose, hash, gas, ok }, 'in a block')
      return
    }
    if (sight.used > tx.nonce) return missing(tx)
    const [first, ...others] = attempts
    if (first) await sendAgain(tx, [first, ...others], sight)
  }

  /** The nonce is used and no form of this was found: three looks, because nodes lag. */
  const missing = async (tx: Transaction): Promise<void> => {
    const looks = (missed.get(tx.id) ?? 0) + 1
    missed.set(tx.id, looks)
    if (looks < LOOKS) return
    missed.delete(tx.id)
    log.warn({ purpose: tx.purpose, nonce: tx.nonce }, 'another transaction took the place of this')
    const follow = followerOf(tx)?.lost(tx) ?? []
    await transactions.change(transactions.become(tx.id, 'lost'), ...follow)
  }

  /** Its block is not in the chain any more: it is in another one, or in none. */
  const moved = async (tx: Watched): Promise<void> => {
    const receipt = await receiptOf(tx.hash)
    if (receipt) {
      if (receipt.blockHash !== tx.block_hash) await writeMined(tx, receipt)
      return
    }
    log.warn({ purpose: tx.purpose, hash: tx.hash }, 'its block went away, it is pending again')
    await transactions.change(
      transactions.become(tx.id, 'pending'),
      spending.unspent(tx.id),
      ...(followerOf(tx)?.unmined(tx, tx.hash) ?? []),
    )
  }

  const watch = async (): Promise<void> => {
    const watched = await transactions.watched()
    const places = watched.map(({ block, block_hash: hash }) => ({ block, hash }))
    const { gone, final } = await finality.look(places)
    for (const tx of watched) {
      if (gone.has(tx.block_hash)) await moved(tx)
      if (final.has(tx.block_hash)) {
        await transactions.change(transactions.become(tx.id, 'final'))
      }
    }
  }

  /** A dearer form where there is reason for one, else the cheapest of those that are signed. */
  const sendAgain = async (
    tx: Transaction,
    attempts: readonly [Attempt, ...Attempt[]],
    sight: Sight,
  ): Promise<void> => {
    const gas = BigInt(tx.gas)
    const dearest = attempts.reduce((a, b) => (b.maxFee > a.maxFee ? b : a))
    const newest = attempts.reduce((a, b) => (b.block > a.block ? b : a))
    const fees = raisedTo(dearest, sight.prices, sight.block - newest.block, bounds)
    const raised = fees ? await replace(tx, fees, sight.block) : null
    const attempt = raised ?? fittest(attempts, sight.prices)
    if (purse.pays(gas * attempt.maxFee, sight.balance)) await signer.push(attempt)
  }

  const replace = async (
    tx: Transaction,
    fees: Pick<Attempt, 'maxFee' | 'tip'>,
    block: bigint,
  ): Promise<Attempt | null> => {
    const reserved = await transactions.reserved(tx.id)
    try {
      await purse.mustCover({ most: BigInt(tx.gas) * fees.maxFee, reserved, share: 'whole' })
    } catch (error) {
      if (error instanceof PurseError) return null
      throw error
    }
    const attempt = await signer.sign(tx, fees, block)
    const follow = followerOf(tx)?.replaced(tx, attempt.hash) ?? []
    await transactions.change(transactions.insertAttempt(attempt), ...follow)
    log.warn({ purpose: tx.purpose, hash: attempt.hash, maxFee: fees.maxFee }, 'offered more')
    return attempt
  }

  return async (): Promise<void> => {
    await watch()
    const flying = await transactions.pending()
    if (flying.length === 0) return
    const [market, used, balance] = await Promise.all([
      marketOf(client),
      client.getTransactionCount({ address: account.address, blockTag: 'latest' }),
      purse.balance(),
    ])
    for (const tx of flying) await settleOne(tx, { ...market, used, balance })
  }
}
