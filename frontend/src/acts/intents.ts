import { useMemo, useSyncExternalStore } from 'react'
import type { Address, Hex } from 'viem'
import { device, readKept } from '../device/storage.ts'

/**
 * Where something stands that a wallet was asked to send.
 *
 * - asked: the wallet is open, or has not answered yet
 * - unknown: it may have been sent; the wallet's answer or the network's is missing
 * - sent: the network has it, or the wallet gave its hash
 * - unseen: the network answers, and has no trace of it
 * - done, failed: recorded, as carried out or as failed
 * - replaced: another transaction of the account has its number; it will not be recorded any more
 * - passed: its number is used, and the network could not say by what
 */
export type IntentState =
  | 'asked'
  | 'unknown'
  | 'sent'
  | 'unseen'
  | 'done'
  | 'failed'
  | 'replaced'
  | 'passed'

/** Something that a wallet was asked to send, written down before it was asked. */
export interface Intent {
  readonly id: string
  readonly chainId: number
  readonly account: Address
  readonly to: Address
  readonly data: Hex
  readonly value: string
  /** The called function: what it is, in words, is looked up by it. */
  readonly call: string
  /** The same for everything that would do the same once more. */
  readonly key: Hex
  /** The account's number for its next transaction; null where it does not count so. */
  readonly nonce: number | null
  /** Whether the network has shown it under that number; before, the wallet may have given another. */
  readonly isNumbered: boolean
  /** The last block in which that number was still free. */
  readonly since: number
  /** When the wallet was asked, in milliseconds by this device. */
  readonly asked: number
  readonly state: IntentState
  readonly hash: Hex | null
  /** The transaction that has its number instead. */
  readonly by: Hex | null
  /** Where in the app it was begun. */
  readonly page: string
}

const KEPT = 'phyle.acts'
/** Of what is over, this many are remembered. */
const MOST_SETTLED = 20

const SETTLED: readonly IntentState[] = ['done', 'failed', 'replaced', 'passed']
export const isSettled = ({ state }: Pick<Intent, 'state'>) => SETTLED.includes(state)

let read: { readonly raw: string | null; readonly all: readonly Intent[] } = { raw: null, all: [] }
const listeners = new Set<() => void>()
/** Those whose state a part of the page shows already. */
let shown: ReadonlySet<string> = new Set()

const isIntent = (kept: unknown): kept is Intent =>
  typeof kept === 'object' && kept !== null && 'id' in kept && 'state' in kept && 'data' in kept

function all(): readonly Intent[] {
  const raw = device.get(KEPT)
  if (raw !== read.raw) {
    const kept = readKept<unknown>(device, KEPT, [])
    read = { raw, all: Array.isArray(kept) ? kept.filter(isIntent) : [] }
  }
  return read.all
}

function tell(): void {
  for (const listener of listeners) listener()
}

function write(list: readonly Intent[]): void {
  const over = list.filter(isSettled)
  const forgotten = new Set(over.slice(0, Math.max(0, over.length - MOST_SETTLED)))
  device.set(KEPT, JSON.stringify(list.filter((one) => !forgotten.has(one))))
  tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // Another tab has written.
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** What wallets were asked to send from this device, oldest first; it outlives a reload. */
export const intents = {
  all,
  subscribe,
  get: (id: string): Intent | undefined => all().find((one) => one.id === id),
  add: (intent: Intent): void => write([...all(), intent]),
  update(id: string, change: Partial<Intent>): void {
    write(all().map((one) => (one.id === id ? { ...one, ...change } : one)))
  },
  remove: (id: string): void => write(all().filter((one) => one.id !== id)),
  /** The part of the page where it was begun tells how it goes. */
  show(id: string): void {
    shown = new Set([...shown, id])
    tell()
  },
  /** That part is gone. */
  hide(ids: Iterable<string>): void {
    const gone = new Set(ids)
    shown = new Set([...shown].filter((id) => !gone.has(id)))
    tell()
  },
}

/** The acts of one account that are under way, or over and not told yet. */
export function useUnderWay(chainId: number, account: Address | undefined): readonly Intent[] {
  const list = useSyncExternalStore(subscribe, all)
  const told = useSyncExternalStore(subscribe, () => shown)
  return useMemo(
    () =>
      list.filter((one) => one.chainId === chainId && one.account === account && !told.has(one.id)),
    [list, told, chainId, account],
  )
}
