import { Refused } from '../../../chain/refused.ts'
import type { News, Order } from './counting.worker.ts'
import type { RecountProgress, RecountResult } from './recountVote.ts'

interface Counting {
  readonly onProgress: (progress: RecountProgress) => void
  /** Ends it at once; the promise is then rejected with the reason of the signal. */
  readonly signal: AbortSignal
}

/** Counts a vote beside the page, which goes on meanwhile; in it where the browser has no workers. */
export async function countVote(order: Order, counting: Counting): Promise<RecountResult> {
  const news = (await inWorker(order, counting)) ?? (await inPage(order, counting))
  counting.signal.throwIfAborted()
  if ('refusal' in news) throw new Refused(news.refusal)
  return news.result
}

async function inPage(order: Order, { onProgress, signal }: Counting): Promise<Ending> {
  const { countHere } = await import('./countHere.ts')
  return countHere(order, onProgress, signal)
}

type Ending = Exclude<News, { progress: RecountProgress }>

/** Null where a worker cannot do it. */
function inWorker(order: Order, { onProgress, signal }: Counting): Promise<Ending | null> {
  if (typeof Worker === 'undefined') return Promise.resolve(null)
  const worker = new Worker(new URL('./counting.worker.ts', import.meta.url), { type: 'module' })
  const ending = new Promise<Ending | null>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    worker.onmessage = ({ data }: MessageEvent<News>) => {
      if ('progress' in data) onProgress(data.progress)
      else resolve(data)
    }
    worker.onmessageerror = () => resolve(null)
    worker.onerror = (event) => {
      event.preventDefault()
      resolve(null)
    }
    worker.postMessage(order)
  })
  return ending.finally(() => worker.terminate())
}
