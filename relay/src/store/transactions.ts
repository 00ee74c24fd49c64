// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Address, Hex } from 'viem'
import type { Database, Statement } from './database.ts'

/**
 * Pending: written down, perhaps sent. Mined: in a block that may still go away. Final: not looked
 * at any more. Lost: its place was taken by another transaction of the same account.
 */
export type TransactionState = 'pending' | 'mined' | 'final' | 'lost'

export interface Transaction {
  readonly id: number
  readonly nonce: number
  /** What it is for; two with the same purpose are never in flight together. */
  readonly purpose: string
  readonly target: Address
  readonly data: Hex
  readonly gas: number
  readonly state: TransactionState
  readonly hash: Hex | null
  readonly block: number | null
  readonly block_hash: Hex | null
}

/** One that is in a block. */
export interface Watched extends Pick<Transaction, 'id' | 'nonce' | 'purpose' | 'target'> {
  readonly hash: Hex
  readonly block: number
  readonly block_hash: Hex
}

/** One signed form of a transaction: the same nonce, perhaps another fee. */
export interface Attempt {
  readonly hash: Hex
  readonly tx: number
  readonly raw: Hex
  readonly maxFee: bigint
  readonly tip: bigint
  readonly made: number
  /** The newest block when it was made. */
  readonly block: bigint
}

export type Transactions = ReturnType<typeof openTransactions>

export function openTransactions(database: Database, sender: Address) {
  return {
    pending: () =>
      database.rows<Transaction>(
        `SELECT * FROM transactions WHERE sender = $1 AND state = 'pending' ORDER BY nonce`,
        [sender],
      ),

    /** Those that are watched until their block is final; without what they carry, for they are many. */
    watched: () =>
      database.rows<Watched>(
        `SELECT id, nonce, purpose, target, hash, block, block_hash FROM transactions
          WHERE sender = $1 AND state = 'mined' ORDER BY nonce`,
        [sender],
      ),

    /** The next id, and the nonce after the last one in flight (-1 if none is). */
    last: async (): Promise<{ readonly id: number; readonly nonce: number }> => {
      const [ids] = await database.rows<{ id: number | null }>(
        `SELECT MAX(id) AS id FROM transactions`,
      )
      const [nonces] = await database.rows<{ nonce: number | null }>(
        `SELECT MAX(nonce) AS nonce FROM transactions
          WHERE sender = $1 AND (state = 'pending' OR state = 'mined')`,
        [sender],
      )
      return { id: ids?.id ?? 0, nonce: nonces?.nonce ?? -1 }
    },

    attempts: async (tx: number): Promise<Attempt[]> => {
      const rows = await database.rows<
        Omit<Attempt, 'maxFee' | 'tip' | 'block'> & { max_fee: string; tip: string; block: number }
      >(`SELECT * FROM attempts WHERE tx = $1 ORDER BY made`, [tx])
      return rows.map(({ max_fee, tip, block, ...row }) => ({
        ...row,
        maxFee: BigInt(max_fee),
        tip: BigInt(tip),
        block: BigInt(block),
      }))
    },

    /** The most that those which are in no block yet can cost, but for `except`. */
    reserved: async (except?: number): Promise<bigint> => {
      const rows = await database.rows<{ id: number; gas: number; max_fee: string }>(
        `SELECT transactions.id, gas, max_fee FROM transactions
           JOIN attempts ON attempts.tx = transactions.id
          WHERE sender = $1 AND state = 'pending'`,
        [sender],
      )
      const dearest = new Map<number, bigint>()
      for (const { id, gas, max_fee } of rows) {
        const cost = BigInt(gas) * BigInt(max_fee)
        if (id !== except && cost > (dearest.get(id) ?? -1n)) dearest.set(id, cost)
      }
      return [...dearest.values()].reduce((sum, cost) => sum + cost, 0n)
    },

    change: (...statements: readonly Statement[]) => database.run(...statements),

    insert: (tx: Omit<Transaction, 'state' | 'hash' | 'block' | 'block_hash'>): Statement => ({
      sql: `INSERT INTO transactions (id, sender, nonce, purpose, target, data, gas, state)
            VALUES ($1, $2, $3, $4, $5, $6, $7, 'pending')`,
      values: [tx.id, sender, tx.nonce, tx.purpose, tx.target, tx.data, tx.gas],
    }),

    insertAttempt: (attempt: Attempt): Statement => ({
      sql: `INSERT INTO attempts (hash, tx, raw, max_fee, tip, made, block)
            VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      values: [
        attempt.hash,
        attempt.tx,
        attempt.raw,
        attempt.maxFee.toString(),
        attempt.tip.toString(),
        attempt.made,
        Number(attempt.block),
      ],
    }),

    mined: (id: number, hash: Hex, block: number, blockHash: Hex): Statement => ({
      sql: `UPDATE transactions SET state = 'mined', hash = $2, block = $3, block_hash = $4
             WHERE id = $1`,
      values: [id, hash, block, blockHash],
    }),

    become: (id: number, state: TransactionState): Statement => ({
      sql: `UPDATE transactions SET state = $2 WHERE id = $1`,
      values: [id, state],
    }),
  }
}
