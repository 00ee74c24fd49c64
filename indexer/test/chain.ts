// SPDX-License-Identifier: AGPL-3.0-or-later
/** A chain that stands still: every question has an answer, and all amounts on it are nothing. */
import { type Hex, numberToHex, zeroAddress, zeroHash } from 'viem'
import { FIRST_BLOCK, LAST_BLOCK, NOW } from './federation.ts'
import { chainThatAnswers } from './ponder.ts'

const NOTHING: Hex = `0x${'00'.repeat(32 * 24)}`
const head = numberToHex(LAST_BLOCK)

const BLOCK = {
  number: head,
  timestamp: numberToHex(NOW),
  hash: zeroHash,
  parentHash: zeroHash,
  transactions: [],
}

/** Of the founding of the co-op that was founded first. */
const RECEIPT = {
  blockNumber: numberToHex(FIRST_BLOCK),
  blockHash: zeroHash,
  transactionHash: zeroHash,
  transactionIndex: '0x0',
  status: '0x1',
  from: zeroAddress,
  to: zeroAddress,
  logs: [],
}

const ANSWERS: Readonly<Record<string, unknown>> = {
  eth_blockNumber: head,
  eth_chainId: '0x7a69',
  eth_getBalance: '0x1',
  eth_getBlockByNumber: BLOCK,
  eth_getTransactionReceipt: RECEIPT,
}

export const chainThatRests = (): Promise<AsyncDisposable> =>
  chainThatAnswers((method) => ANSWERS[method] ?? NOTHING)
