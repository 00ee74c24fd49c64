// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * A node that is some blocks late, made of one that is not: what it has not seen yet it does not know.
 * Behind the address of a public node stand several, and each request may meet another.
 */
import { type Hex, hexToNumber, isHex, numberToHex } from 'viem'
import type { Answer, Call } from './rpc.ts'

/** Where a method takes the block that it asks about. */
const BLOCK_AT: Readonly<Record<string, number>> = {
  eth_call: 1,
  eth_estimateGas: 1,
  eth_feeHistory: 1,
  eth_getBalance: 1,
  eth_getBlockByNumber: 0,
  eth_getBlockReceipts: 0,
  eth_getBlockTransactionCountByNumber: 0,
  eth_getCode: 1,
  eth_getProof: 2,
  eth_getStorageAt: 2,
  eth_getTransactionCount: 1,
}

/** Of what it does not know it says that there is none, not that something is wrong. */
const NONE_WHERE_UNSEEN = ['eth_getBlockByNumber', 'eth_getBlockReceipts']
const OF_A_BLOCK = ['eth_getBlockByHash', 'eth_getTransactionByHash', 'eth_getTransactionReceipt']

const UNSEEN: Answer = { error: { code: -32_000, message: 'header not found' } }
const NOT_FINAL: Answer = { error: { code: -32_000, message: 'finalized block not found' } }

export interface View {
  /** The newest block that the node knows of. */
  readonly head: number
  /** The newest that is final; null where it cannot say. */
  readonly finalized: number | null
}

type Ask = (call: Call) => Promise<Answer>

/** Answers a call as a node with this view does, by asking one that knows everything. */
export async function answerAs(view: View, call: Call, ask: Ask): Promise<Answer> {
  const { method, params = [] } = call
  if (method === 'eth_blockNumber') return { result: numberToHex(view.head) }
  if (method === 'eth_getLogs') return logs(view, call, ask)
  const at = BLOCK_AT[method]
  if (at !== undefined) {
    const block = resolve(view, params[at])
    if (block === 'notFinal') return NOT_FINAL
    if (isUnseen(view, block)) {
      return NONE_WHERE_UNSEEN.includes(method) ? { result: null } : UNSEEN
    }
    return ask({ ...call, params: params.toSpliced(at, 1, block) })
  }
  const answer = await ask(call)
  if (!OF_A_BLOCK.includes(method) || !('result' in answer)) return answer
  return isUnseen(view, blockOf(method, answer.result)) ? { result: null } : answer
}

/** Tells whether a block is one that it knows: by its number, or by what the tag means to it. */
function resolve(view: View, given: unknown): unknown {
  if (given === undefined || given === 'latest') return numberToHex(view.head)
  if (given !== 'finalized' && given !== 'safe') return given
  return view.finalized === null ? 'notFinal' : numberToHex(view.finalized)
}

const isUnseen = ({ head }: View, block: unknown): boolean =>
  isHex(block) && block.length < 66 && hexToNumber(block) > head

function blockOf(method: string, found: unknown): unknown {
  const { number, blockNumber } = (found ?? {}) as { number?: Hex; blockNumber?: Hex | null }
  return method === 'eth_getBlockByHash' ? number : blockNumber
}

/** It leaves out, without a word, all that lies beyond its newest block. */
async function logs(view: View, call: Call, ask: Ask): Promise<Answer> {
  const [filter] = (call.params ?? []) as readonly Record<string, unknown>[]
  if (!filter || filter.blockHash !== undefined) {
    const block = { method: 'eth_getBlockByHash', params: [filter?.blockHash, false] }
    const found = await answerAs(view, block, ask)
    const isKnown = 'result' in found && found.result !== null
    return isKnown ? ask(call) : { error: { code: -32_000, message: 'unknown block' } }
  }
  const fromBlock = resolve(view, filter.fromBlock)
  const toBlock = resolve(view, filter.toBlock)
  if (fromBlock === 'notFinal' || toBlock === 'notFinal') return NOT_FINAL
  if (isUnseen(view, fromBlock)) return { result: [] }
  const seen = isUnseen(view, toBlock) ? numberToHex(view.head) : toBlock
  return ask({ ...call, params: [{ ...filter, fromBlock, toBlock: seen }] })
}
