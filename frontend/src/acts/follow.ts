import type { PublicClient, TransactionReceipt } from 'viem'
import { type Intent, type IntentState, intents, isSettled } from './intents.ts'
import { look, type Sight } from './look.ts'

/** How it ended; undefined where somebody took it off the list before that was known. */
export interface Ending {
  readonly intent: Intent
  /** Where it is recorded. */
  readonly receipt: TransactionReceipt | null
}

/** A wallet that says nothing for so long may have sent it: the network is asked meanwhile. */
const WALLET_SILENT_MS = 20_000
/** A wallet's own node may be that much ahead of ours. */
const UNSEEN_AFTER_MS = { withHash: 60_000, without: 5_000 }
/** So often without an answer, the network is called silent. */
const SILENT_AFTER = 2
/** So often a number must be found used by nobody known before that is said. */
const PASSED_AFTER = 3
const LONGEST_PAUSE_MS = 30_000
/** A transaction that takes longer than this is asked about less often. */
const SOON_MS = 120_000
const PAUSE_LATER_MS = 15_000

const following = new Map<string, Promise<Ending | undefined>>()
const sleepers = new Map<string, () => void>()
/** Those for which a wallet was opened from this page, and has not answered. */
const openWallets = new Set<string>()

export function walletOpens(id: string): void {
  openWallets.add(id)
}

export function walletAnswers(id: string): void {
  openWallets.delete(id)
  lookAgain(id)
}

/** Asks the network again now. */
export function lookAgain(id: string): void {
  sleepers.get(id)?.()
}

const pause = (id: string, ms: number) =>
  new Promise<void>((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      sleepers.delete(id)
      resolve()
    }
    const timer = setTimeout(wake, ms)
    sleepers.set(id, wake)
  })

/** Follows what a wallet was asked to send until it is known what became of it. Once for each. */
export function follow(client: PublicClient, id: string): Promise<Ending | undefined> {
  const running = following.get(id)
  if (running) return running
  const started = untilSettled(client, id).finally(() => following.delete(id))
  following.set(id, started)
  return started
}

async function untilSettled(client: PublicClient, id: string): Promise<Ending | undefined> {
  let silent = 0
  let passed = 0
  let unseenSince: number | null = null
  for (;;) {
    const intent = intents.get(id)
    if (!intent || isSettled(intent)) return intent && { intent, receipt: null }
    const patient = intent.asked + WALLET_SILENT_MS - Date.now()
    if (openWallets.has(id) && patient > 0) {
      await pause(id, patient)
      continue
    }
    const sight = await look(client, intent).catch(() => null)
    // While the network was asked the wallet may have answered, or the person have gone on.
    const now = intents.get(id)
    if (now?.state !== intent.state || now.hash !== intent.hash) continue

    silent = sight === null ? silent + 1 : 0
    passed = sight?.state === 'passed' ? passed + 1 : 0
    if (sight?.state !== 'unseen') unseenSince = null
    else unseenSince ??= Date.now()
    const patience = UNSEEN_AFTER_MS[intent.hash === null ? 'without' : 'withHash']
    const isUnseen = unseenSince !== null && Date.now() - unseenSince >= patience

    const told = changeBy(intent, sight, {
      isSilent: silent >= SILENT_AFTER,
      isPassed: passed >= PASSED_AFTER,
      isUnseen,
    })
    // Whoever has not answered in their wallet may still do so: only what is there is said.
    const isThere = sight?.state === 'done' || sight?.state === 'failed' || sight?.state === 'sent'
    const change = openWallets.has(id) && !isThere ? {} : told
    if (Object.entries(change).some(([name, value]) => intent[name as keyof Intent] !== value)) {
      intents.update(id, change)
    }
    if (sight?.state === 'done' || sight?.state === 'failed') {
      return { intent: { ...intent, ...change }, receipt: sight.receipt }
    }
    const usual = Date.now() - intent.asked > SOON_MS ? PAUSE_LATER_MS : client.pollingInterval
    await pause(id, Math.min(usual * 2 ** Math.min(silent, 8), LONGEST_PAUSE_MS))
  }
}

interface Patience {
  readonly isSilent: boolean
  readonly isPassed: boolean
  readonly isUnseen: boolean
}

/** Tells what changes after the network was asked again; `sight` is null where it was silent. */
function changeBy(intent: Intent, sight: Sight | null, patience: Patience): Partial<Intent> {
  switch (sight?.state) {
    case undefined:
      return patience.isSilent ? { state: 'unknown' } : {}
    case 'done':
    case 'failed':
      return { state: sight.state, hash: sight.receipt.transactionHash }
    case 'sent':
      return {
        state: 'sent',
        hash: sight.hash,
        nonce: sight.nonce ?? intent.nonce,
        isNumbered: sight.nonce !== null,
      }
    case 'replaced':
      // Before the network has shown its number, that is a guess: the wallet may have given it the next.
      return intent.isNumbered
        ? { state: 'replaced', by: sight.by }
        : { nonce: (intent.nonce ?? 0) + 1 }
    case 'passed':
      return patience.isPassed ? { state: 'passed' } : {}
    case 'unknown':
      return intent.hash === null ? { state: 'unknown' } : { state: 'sent' }
    case 'unseen':
      return {
        since: sight.head,
        ...(patience.isUnseen && { state: 'unseen' as IntentState }),
      }
  }
}
