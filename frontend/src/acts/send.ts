import {
  type Abi,
  type Account,
  type Address,
  BaseError,
  bytesToHex,
  type Chain,
  encodeFunctionData,
  type Hex,
  keccak256,
  numberToHex,
  type PublicClient,
  stringify,
  stringToHex,
  type TransactionReceipt,
  TransactionReceiptNotFoundError,
  type Transport,
  UserRejectedRequestError,
  type WalletClient,
} from 'viem'
import { type Refusal, Refused } from '../chain/refused.ts'
import { device, readKept } from '../device/storage.ts'
import { acts as words } from '../words/acts/words.ts'
import { type Ending, follow, walletAnswers, walletOpens } from './follow.ts'
import { type Intent, intents, isSettled } from './intents.ts'

/** A call as it was simulated. */
export interface Call {
  readonly abi: Abi
  readonly address: Address
  readonly functionName: string
  readonly args?: readonly unknown[]
  readonly value?: bigint
}

interface Sending {
  readonly client: PublicClient
  readonly wallet: WalletClient<Transport, Chain, Account>
  readonly account: Address
  readonly chainId: number
  /** Where it has an id: whoever shows it follows it by that. `said`: why the wallet failed. */
  begun(id: string): void
  said(error: unknown): void
}

/** Something was sent, and did not become what it was to be. */
export class Unhappy extends Refused {
  readonly step: 'failed' | 'replaced'
  constructor(step: 'failed' | 'replaced', refusal: Refusal) {
    super(refusal)
    this.name = 'Unhappy'
    this.step = step
  }
}

/** Signatures and their latest times are new at every attempt; what is done stays the same. */
const NEW_EACH_TIME = new Set(['deadline', 'v', 'r', 's', 'signature', 'signatures', 'permit'])

interface Named {
  readonly name?: string
  readonly components?: readonly Named[]
}

function lasting(value: unknown, { components }: Named): unknown {
  if (!components || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => lasting(one, { components }))
  const by = value as Readonly<Record<string, unknown>>
  return components
    .filter(({ name = '' }) => !NEW_EACH_TIME.has(name))
    .map((one) => lasting(by[one.name ?? ''], one))
}

/** The same for every call that would do the same once more, however its allowance is given. */
function keyOf(chainId: number, account: Address, call: Call): Hex {
  const { abi, address, functionName, args = [], value = 0n } = call
  const inputs = abi.flatMap((one) =>
    one.type === 'function' && one.name === functionName && one.inputs.length === args.length
      ? [one.inputs as readonly Named[]]
      : [],
  )[0]
  const same = args.flatMap((arg, at) => {
    const input = inputs?.[at] ?? {}
    return NEW_EACH_TIME.has(input.name ?? '') ? [] : [lasting(arg, input)]
  })
  const act = actOf(functionName)
  return keccak256(stringToHex(stringify([chainId, account, address, act, value, same])))
}

const LET_GO = 'phyle.letGo'
const MOST_LET_GO = 20

/**
 * What a person let go of after the network had no trace of it, by its key, also before a reload:
 * should they send the same again, it gets the same number, and only one of the two can be recorded.
 */
const letGo = {
  all: () =>
    Object.entries(readKept<Readonly<Record<string, unknown>> | null>(device, LET_GO, null) ?? {}),
  of: (key: Hex): unknown => letGo.all().find(([one]) => one === key)?.[1],
  add(key: Hex, nonce: number): void {
    const others = letGo.all().filter(([one]) => one !== key)
    const kept = [...others.slice(1 - MOST_LET_GO), [key, nonce]]
    device.set(LET_GO, JSON.stringify(Object.fromEntries(kept)))
  },
}

/** Somebody gives up on what the network has no trace of. */
export function release(id: string): void {
  const intent = intents.get(id)
  if (!intent) return
  if (intent.nonce !== null && !isSettled(intent)) letGo.add(intent.key, intent.nonce)
  intents.remove(id)
  walletAnswers(id)
}

/** Paying by a signed allowance is the same act as paying by one that was given before. */
const actOf = (functionName: string) => functionName.replace(/WithPermit$/, '')

/** Nobody sends the same twice, nor a second of a kind while it is not known whether one was sent. */
function mustBeFree(key: Hex, account: Address, chainId: number, call: string): void {
  for (const one of intents.all()) {
    if (one.account !== account || one.chainId !== chainId || isSettled(one)) continue
    if (one.key === key) throw new Refused(words.refusals.sameUnderWay)
    const isClear = one.state === 'sent' && one.hash !== null
    if (actOf(one.call) === actOf(call) && !isClear) throw new Refused(words.refusals.oneUnclear)
  }
}

const newId = () => bytesToHex(crypto.getRandomValues(new Uint8Array(8)))

/** Where the account stands before its wallet is asked. */
async function standing(client: PublicClient, account: Address) {
  const [head, code, used, queued] = await Promise.all([
    client.getBlockNumber({ cacheTime: 0 }),
    client.getCode({ address: account }),
    client.getTransactionCount({ address: account }),
    // Some nodes do not tell what waits.
    client.getTransactionCount({ address: account, blockTag: 'pending' }).catch(() => 0),
  ])
  // An account that is a contract is called by others, whose numbers say nothing of it.
  const counts = code === undefined || code === '0x' || code.startsWith('0xef0100')
  return { since: Number(head), nonce: counts ? Math.max(used, queued) : null }
}

const isRejection = (error: unknown) =>
  (error instanceof BaseError &&
    error.walk((cause) => cause instanceof UserRejectedRequestError) !== null) ||
  (error as { readonly code?: unknown } | null)?.code === UserRejectedRequestError.code

/**
 * Asks the wallet to send one call, and waits until it is known what became of it.
 *
 * Before the wallet is asked, it is written down what for. From then on only the person's own "no"
 * means that nothing was sent: after any other answer, and after none, the network is asked.
 */
export async function send(sending: Sending, call: Call): Promise<TransactionReceipt> {
  const { client, wallet, account, chainId } = sending
  const data = encodeFunctionData(call)
  const key = keyOf(chainId, account, call)
  mustBeFree(key, account, chainId, call.functionName)
  const { since, nonce } = await standing(client, account)
  // Another part of the page, or another tab, may have begun the same meanwhile.
  mustBeFree(key, account, chainId, call.functionName)
  const again = letGo.of(key)
  const value = call.value ?? 0n
  const intent: Intent = {
    id: newId(),
    chainId,
    account,
    to: call.address,
    data,
    value: value.toString(),
    call: call.functionName,
    key,
    nonce,
    isNumbered: false,
    since,
    asked: Date.now(),
    state: 'asked',
    hash: null,
    by: null,
    page: window.location.hash,
  }
  const { id } = intent
  sending.begun(id)
  intents.add(intent)
  walletOpens(id)
  let rejection: unknown = null
  let isKnown = false
  const request = {
    from: account,
    to: call.address,
    data,
    chainId: numberToHex(chainId),
    ...(value > 0n && { value: numberToHex(value) }),
    ...(nonce !== null && again === nonce && { nonce: numberToHex(nonce) }),
  }
  void wallet
    .request({ method: 'eth_sendTransaction', params: [request] }, { retryCount: 0 })
    .then(
      (hash) => {
        // The network may have told it before the wallet did.
        const found = intents.get(id)
        if (found && !isSettled(found)) intents.update(id, { hash, state: 'sent' })
        // Somebody gave up on it in another tab, while the wallet was still open here.
        if (!found && !isKnown) intents.add({ ...intent, id: newId(), hash, state: 'sent' })
      },
      (error: unknown) => {
        const found = intents.get(id)
        if (!found || found.hash !== null || isSettled(found)) return
        if (isRejection(error)) {
          rejection = error
          intents.remove(id)
        } else if (found.state === 'asked') {
          sending.said(error)
          intents.update(id, { state: 'unknown' })
        }
      },
    )
    .finally(() => walletAnswers(id))

  const ending = await follow(client, id)
  isKnown = ending !== undefined
  if (rejection !== null) throw rejection
  if (ending === undefined) throw new Refused(words.refusals.released)
  return outcomeOf(client, ending)
}

const LONGEST_PAUSE_MS = 30_000
/** So often a node may say that it has no such record, before that is believed. */
const MOST_MISSES = 10

/** The record of what another tab saw recorded: the node is asked until it answers. */
async function recordOf(client: PublicClient, hash: Hex): Promise<TransactionReceipt> {
  let misses = 0
  for (let times = 0; misses < MOST_MISSES; times += 1) {
    const receipt = await client.getTransactionReceipt({ hash }).catch((error: unknown) => {
      if (error instanceof TransactionReceiptNotFoundError) misses += 1
      return null
    })
    if (receipt !== null) return receipt
    const ms = Math.min(client.pollingInterval * 2 ** Math.min(times, 8), LONGEST_PAUSE_MS)
    await new Promise((resolve) => setTimeout(resolve, ms))
  }
  throw new Refused(words.refusals.unread)
}

async function outcomeOf(
  client: PublicClient,
  { intent, receipt }: Ending,
): Promise<TransactionReceipt> {
  const { state, hash, by } = intent
  if (state === 'replaced') {
    throw new Unhappy('replaced', { ...words.refusals.replaced, details: by ?? undefined })
  }
  if (state === 'passed' || hash === null) {
    throw new Unhappy('replaced', { ...words.refusals.passed, details: hash ?? undefined })
  }
  if (state === 'failed') throw new Unhappy('failed', { ...words.refusals.failed, details: hash })
  return receipt ?? recordOf(client, hash)
}
