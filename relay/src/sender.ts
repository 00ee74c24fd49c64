// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Sends the relay's transactions so that a crash at any point loses none and sends none twice.
 *
 * A transaction is signed, then written down with everything that depends on it, and only then
 * sent. Whatever happens next is read from the chain, by `settling.ts`. That is safe at any time,
 * and it is what a start begins with.
 */
import type { Logger } from 'pino'
import type { Address, Hex, TransactionReceipt } from 'viem'
import type { Chain } from './chain/chain.ts'
import { marketOf } from './chain/prices.ts'
import type { Env } from './env.ts'
import { offerAt } from './fees.ts'
import { mutex } from './mutex.ts'
import type { Purse, Share } from './purse.ts'
import { openSettling } from './settling.ts'
import { openSigner } from './signer.ts'
import type { Statement } from './store/database.ts'
import type { Spending } from './store/spending.ts'
import type { Transaction, Transactions } from './store/transactions.ts'

export interface Order {
  readonly purpose: string
  readonly target: Address
  readonly data: Hex
  readonly gas: bigint
  /** How much of the day's budget it may use up. */
  readonly share: Share
  /** Written down in the same moment as the transaction. */
  readonly together?: (tx: number, hash: Hex) => readonly Statement[]
}

export type Followed = Pick<Transaction, 'id' | 'nonce' | 'purpose' | 'target'>

/** The consequences of how a transaction ended; they are written down together with that. */
export interface Follower {
  /** The purposes that it answers for begin with this. */
  readonly prefix: string
  mined(tx: Followed, receipt: TransactionReceipt): Promise<readonly Statement[]>
  /** The block went away: the transaction is pending again. */
  unmined(tx: Followed, hash: Hex): readonly Statement[]
  replaced(tx: Followed, hash: Hex): readonly Statement[]
  lost(tx: Followed): readonly Statement[]
}

/** The points at which a test may stop the relay dead. */
export type Checkpoint = 'signed' | 'written' | 'sent' | 'found'

export interface SenderOptions {
  readonly chain: Chain
  readonly transactions: Transactions
  readonly spending: Spending
  readonly purse: Purse
  readonly env: Pick<Env, 'maxFeePerGas' | 'floorFeePerGas' | 'confirmations'>
  readonly log: Logger
  readonly reached?: (point: Checkpoint) => void
  readonly clock?: () => number
}

/** The chain charges more than the relay pays; what waits goes on when it is cheaper. */
export class FeeTooHigh extends Error {
  override readonly name = 'FeeTooHigh'
}

export type Sender = ReturnType<typeof openSender>

export function openSender(options: SenderOptions) {
  const { chain, transactions, spending, purse, env, log } = options
  const { client, account } = chain
  const reached = options.reached ?? (() => undefined)
  const clock = options.clock ?? Date.now
  const alone = mutex()
  const followers: Follower[] = []
  const followerOf = (tx: Followed): Follower | undefined =>
    followers.find(({ prefix }) => tx.purpose.startsWith(prefix))

  const signer = openSigner({ chain, log, clock })
  const settle = openSettling({
    ...{ chain, transactions, spending, signer, purse, env, log, clock, reached, followerOf },
  })
  const bounds = { ceiling: env.maxFeePerGas, floor: env.floorFeePerGas }

  const send = async (order: Order): Promise<Hex | null> => {
    const flying = await transactions.pending()
    if (flying.some(({ purpose }) => purpose === order.purpose)) return null
    const [{ block, prices }, used, last, reserved] = await Promise.all([
      marketOf(client),
      client.getTransactionCount({ address: account.address, blockTag: 'latest' }),
      transactions.last(),
      transactions.reserved(),
    ])
    const fees = offerAt(prices, bounds)
    if (!fees)
      throw new FeeTooHigh(`the chain charges ${prices.base} a gas, most is ${bounds.ceiling}`)
    const { purpose, target, data, share } = order
    await purse.mustCover({ most: order.gas * fees.maxFee, reserved, share })
    const nonce = Math.max(used, last.nonce + 1)
    const tx = { id: last.id + 1, nonce, purpose, target, data, gas: Number(order.gas) }
    const attempt = await signer.sign(tx, fees, block)
    reached('signed')
    const together = order.together?.(tx.id, attempt.hash) ?? []
    await transactions.change(
      transactions.insert(tx),
      transactions.insertAttempt(attempt),
      ...together,
    )
    reached('written')
    await signer.push(attempt)
    reached('sent')
    return attempt.hash
  }

  return {
    follow: (follower: Follower): void => {
      followers.push(follower)
    },

    /**
     * Writes a transaction down and sends it. Null if one with this purpose is in flight.
     * @throws FeeTooHigh, and PurseError where there is not enough coin or budget
     */
    send: (order: Order): Promise<Hex | null> => alone(() => send(order)),

    /** Brings what is written down in line with the chain. */
    settle: (): Promise<void> => alone(settle),
  }
}
