import { useSyncExternalStore } from 'react'

/** Put on an answer by sw.js when nobody gave a newer one: when it was kept, in milliseconds. */
const KEPT = 'x-phyle-kept'

interface Kept {
  /** The moment of the chain from which the last old figures are, in seconds; null: they are new. */
  readonly from: number | null
  /** The app itself was opened from what was kept, so a newer one may have been put up meanwhile. */
  readonly isApp: boolean
}

let kept: Kept = { from: null, isApp: false }
const listeners = new Set<() => void>()

function change(next: Kept) {
  if (next.from === kept.from && next.isApp === kept.isApp) return
  kept = next
  for (const listener of listeners) listener()
}

export const isKept = (answer: Response): boolean => answer.headers.has(KEPT)

/** Of every answer of the index: whether it is one of those that this device kept, and from when. */
export function noteFigures(answer: Response, time: number) {
  change({ ...kept, from: isKept(answer) ? Math.max(time, kept.from ?? 0) : null })
}

/** Of the settings of this copy, which come first. */
export function noteSettings(answer: Response) {
  change({ ...kept, isApp: isKept(answer) })
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether what is shown was kept on this device. */
export const useKeptHere = (): Kept => useSyncExternalStore(subscribe, () => kept)

/** Has the browser keep the app and the last figures of an index, where it can. */
export async function keepForOffline(indexerUrl: string): Promise<void> {
  // Only a secure page has it, and a private window may refuse.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  const at = `./sw.js?index=${encodeURIComponent(indexerUrl)}`
  await workers?.register(at, { updateViaCache: 'none' }).catch(() => undefined)
}
