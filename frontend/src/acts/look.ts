import {
  type Address,
  BaseError,
  type Hex,
  HttpRequestError,
  isAddressEqual,
  LimitExceededRpcError,
  type PublicClient,
  TimeoutError,
  TransactionNotFoundError,
  type TransactionReceipt,
  TransactionReceiptNotFoundError,
} from 'viem'
import type { Intent } from './intents.ts'

/** The network's answer about something that a wallet was asked to send. */
export type Sight =
  | { readonly state: 'done' | 'failed'; readonly receipt: TransactionReceipt }
  | { readonly state: 'sent'; readonly hash: Hex; readonly nonce: number | null }
  | { readonly state: 'replaced'; readonly by: Hex }
  | { readonly state: 'passed' | 'unknown' }
  | { readonly state: 'unseen'; readonly head: number }

type Asked = Pick<Intent, 'account' | 'to' | 'data' | 'value' | 'nonce' | 'since' | 'hash'>

interface Sent {
  readonly hash: Hex
  readonly from: Address
  readonly to: Address | null
  readonly input: Hex
  readonly value: bigint
  readonly nonce: number
}

/** More blocks than this are not read one by one. */
const MOST_BLOCKS = 64

/** The network did not answer, or not now: asked again, it may. */
const isSilence = (error: unknown) =>
  error instanceof BaseError &&
  error.walk(
    (cause) =>
      cause instanceof HttpRequestError ||
      cause instanceof TimeoutError ||
      cause instanceof LimitExceededRpcError,
  ) !== null

/** A wallet may add a mark behind the call, and another fee; what is called stays. */
const isSameCall = (sent: Sent, { to, data, value }: Asked) =>
  sent.to !== null &&
  isAddressEqual(sent.to, to) &&
  sent.input.toLowerCase().startsWith(data.toLowerCase()) &&
  sent.value === BigInt(value)

/** Null where the network answers that it has none; where it does not answer, this throws. */
const receiptOf = (client: PublicClient, hash: Hex) =>
  client.getTransactionReceipt({ hash }).catch((error) => {
    if (error instanceof TransactionReceiptNotFoundError) return null
    throw error
  })

const transactionOf = (client: PublicClient, hash: Hex) =>
  client.getTransaction({ hash }).catch((error) => {
    if (error instanceof TransactionNotFoundError) return null
    throw error
  })

const recorded = (receipt: TransactionReceipt): Sight => ({
  state: receipt.status === 'success' ? 'done' : 'failed',
  receipt,
})

/**
 * Asks the network once. It believes a receipt only where that is of this transaction, or of one
 * of the same account, with the same number, that makes the same call (the wallet paid another fee).
 */
export async function look(client: PublicClient, asked: Asked): Promise<Sight> {
  const { account, nonce, hash } = asked
  if (hash !== null) {
    const receipt = await receiptOf(client, hash)
    if (receipt !== null && receipt.transactionHash.toLowerCase() === hash.toLowerCase()) {
      return recorded(receipt)
    }
  }
  const known = hash === null ? null : await transactionOf(client, hash)
  const number = known?.nonce ?? nonce
  if (number === null) {
    return known
      ? { state: 'sent', hash: known.hash, nonce: null }
      : { state: 'unseen', head: Number(await client.getBlockNumber({ cacheTime: 0 })) }
  }

  const head = Number(await client.getBlockNumber({ cacheTime: 0 }))
  const [used, queued] = await Promise.all([
    client.getTransactionCount({ address: account }),
    // Some nodes do not tell what waits.
    client.getTransactionCount({ address: account, blockTag: 'pending' }).catch(() => 0),
  ])
  if (used > number) {
    const taken = await takenBy(client, { account, number, from: asked.since, head })
    if (taken === null) return { state: 'passed' }
    if (taken.hash !== hash && !isSameCall(taken, asked)) {
      return { state: 'replaced', by: taken.hash }
    }
    const receipt = await receiptOf(client, taken.hash)
    return receipt === null ? { state: 'sent', hash: taken.hash, nonce: number } : recorded(receipt)
  }
  if (known) return { state: 'sent', hash: known.hash, nonce: number }
  if (queued > number) {
    const waiting = await waitingOf(client, account, number)
    if (waiting && isSameCall(waiting, asked)) {
      return { state: 'sent', hash: waiting.hash, nonce: number }
    }
    // Something waits under its number. What that is, the network says when it is recorded.
    return { state: 'unknown' }
  }
  return { state: 'unseen', head }
}

interface Where {
  readonly account: Address
  readonly number: number
  readonly from: number
  readonly head: number
}

/** The transaction that used a number of an account; null where the network does not tell. */
async function takenBy(client: PublicClient, where: Where): Promise<Sent | null> {
  const block = await blockOf(client, where).catch((error: unknown) => {
    if (isSilence(error)) throw error
    return null
  })
  const { account, number, from, head } = where
  const blocks =
    block !== null
      ? [block]
      : Array.from({ length: Math.min(head - from, MOST_BLOCKS) }, (_, at) => head - at)
  for (const at of blocks) {
    const { transactions } = await client.getBlock({
      blockNumber: BigInt(at),
      includeTransactions: true,
    })
    const found = transactions.find(
      (one) => isAddressEqual(one.from, account) && one.nonce === number,
    )
    if (found) return found
  }
  return null
}

/** The block in which a number was used, by halves. Old nodes forget how many there were then. */
async function blockOf(client: PublicClient, { account, number, from, head }: Where) {
  let [before, after] = [from, head]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    const used = await client.getTransactionCount({
      address: account,
      blockNumber: BigInt(middle),
    })
    if (used > number) after = middle
    else before = middle
  }
  return after
}

/** The transaction that waits under a number, where a node tells. */
async function waitingOf(
  client: PublicClient,
  account: Address,
  number: number,
): Promise<Sent | null> {
  const block = await client
    .getBlock({ blockTag: 'pending', includeTransactions: true })
    .catch(() => null)
  return (
    block?.transactions.find((one) => isAddressEqual(one.from, account) && one.nonce === number) ??
    null
  )
}
