// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What organs told before a co-op adopted them. They are followed from then on only; their past is read
 * from the chain when they are adopted, and goes through the handlers that hear of them now.
 */
import { type Context, ponder } from 'ponder:registry'
import { stretches } from '@phyle/sdk/log-ranges'
import { type Abi, type Hex, type Log, parseEventLogs } from 'viem'
import { client } from '../node.ts'

interface Organ {
  /** As the sdk calls the contract. */
  readonly name: string
  readonly abi: Abi
  readonly address: Hex
}

interface Past {
  readonly context: Context
  /** The block of the founding: no organ of the co-op is older. */
  readonly from: bigint
  readonly adoption: {
    readonly block: { readonly number: bigint }
    readonly log: { readonly logIndex: number }
  }
}

type Handler = (told: { readonly event: unknown; readonly context: Context }) => unknown

const handlers = new Map<string, Handler>()
const learned = stretches()

/** Hears of an event, as `ponder.on` does, and of the past of an organ that is adopted later. */
export const hear: typeof ponder.on = (name, handler) => {
  handlers.set(name, handler as Handler)
  ponder.on(name, handler)
}

/** Tells what an organ told before a co-op adopted it, in its order. */
export async function tellPast(
  { name, abi, address }: Organ,
  { context, from, adoption: { block, log } }: Past,
): Promise<void> {
  const found: Log[] = []
  const ask = (fromBlock: bigint, toBlock: bigint) =>
    client.getLogs({ address, fromBlock, toBlock })
  await learned.walk(from, block.number, ask, (logs) => {
    for (const one of logs) found.push(one)
  })
  const times = new Map<bigint, Promise<{ readonly timestamp: bigint }>>()
  const timeOf = (blockNumber: bigint) => {
    const known = times.get(blockNumber) ?? context.client.getBlock({ blockNumber })
    times.set(blockNumber, known)
    return known
  }
  for (const told of parseEventLogs({ abi, logs: found })) {
    const { blockNumber, logIndex, transactionHash } = told
    if (blockNumber === null || logIndex === null || transactionHash === null) continue
    if (blockNumber === block.number && logIndex > log.logIndex) continue
    await handlers.get(`${name}:${told.eventName}`)?.({
      event: {
        id: `${blockNumber}-${logIndex}`,
        args: told.args,
        block: { number: blockNumber, timestamp: (await timeOf(blockNumber)).timestamp },
        log: { address, logIndex },
        transaction: { hash: transactionHash },
      },
      context,
    })
  }
}
