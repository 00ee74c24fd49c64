// SPDX-License-Identifier: AGPL-3.0-or-later
/** Signs the relay's transactions, and hands signed ones to the chain. */
import type { Logger } from 'pino'
import { BaseError, InsufficientFundsError, keccak256, NonceTooLowError } from 'viem'
import type { Chain } from './chain/chain.ts'
import { shortly } from './chain/errors.ts'
import type { Fees } from './fees.ts'
import type { Attempt, Transaction } from './store/transactions.ts'

export type Signer = ReturnType<typeof openSigner>

export function openSigner(services: {
  readonly chain: Pick<Chain, 'client' | 'account' | 'chainId'>
  readonly log: Pick<Logger, 'warn' | 'debug'>
  readonly clock: () => number
}) {
  const { chain, log, clock } = services
  const { client, account, chainId } = chain

  return {
    /** @param block the newest one, from which on blocks may pass it by */
    async sign(
      tx: Pick<Transaction, 'id' | 'nonce' | 'target' | 'data' | 'gas'>,
      fees: Fees,
      block: bigint,
    ): Promise<Attempt> {
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
      const { maxFee, tip } = fees
      return { hash: keccak256(raw), tx: tx.id, raw, maxFee, tip, made: clock(), block }
    },

    /** Sends one signed form. What the node answers decides nothing: settling reads the chain. */
    async push({ hash, raw }: Attempt): Promise<void> {
      try {
        await client.sendRawTransaction({ serializedTransaction: raw })
      } catch (error) {
        if (error instanceof BaseError && isExpected(error)) {
          log.debug({ hash, reason: shortly(error) }, 'the node has this, or better')
        } else {
          log.warn({ hash, reason: shortly(error) }, 'not sent yet, will try again')
        }
      }
    },
  }
}

/** It is there already, or a dearer form of it is, or the purse ran dry since it was looked at. */
const isExpected = (error: BaseError): boolean =>
  /already (known|imported)|underpriced/i.test(error.details) ||
  error.walk(
    (cause) => cause instanceof NonceTooLowError || cause instanceof InsufficientFundsError,
  ) !== null
