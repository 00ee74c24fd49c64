import type { Lane } from './signaturePool.ts'
import type { Piece } from './signatures.worker.ts'

const MOST_LANES = 4

/** Checks on another core. */
function laneAside(): Lane {
  const worker = new Worker(new URL('./signatures.worker.ts', import.meta.url), { type: 'module' })
  return {
    check: (paper, ballots) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<readonly boolean[] | null>) =>
          data === null ? reject(new Error('a worker cannot check')) : resolve(data)
        worker.onmessageerror = () => reject(new Error('a worker was not understood'))
        worker.onerror = (event) => {
          event.preventDefault()
          reject(new Error(event.message || 'a worker did not start'))
        }
        worker.postMessage({ paper, ballots } satisfies Piece)
      }),
    close: () => worker.terminate(),
  }
}

/** One for each core, as far as the browser has workers. */
export function lanesAside(): Lane[] {
  if (typeof Worker === 'undefined') return []
  const cores = navigator.hardwareConcurrency || 1
  return Array.from({ length: Math.min(cores, MOST_LANES) }, laneAside)
}
