import { readingConfig } from '../../../chain/config.ts'
import { refusalOf } from '../../../chain/refusal.ts'
import type { News, Order } from './counting.worker.ts'
import { lanesAside } from './laneAside.ts'
import { laneHere } from './laneHere.ts'
import { type RecountProgress, recountVote } from './recountVote.ts'
import { signaturePool } from './signaturePool.ts'

/** Counts a vote in this thread, and checks the signatures on the other cores; `signal` ends it. */
export async function countHere(
  { settings, proposal, membership }: Order,
  onProgress: (progress: RecountProgress) => void,
  signal?: AbortSignal,
): Promise<Exclude<News, { progress: RecountProgress }>> {
  const pool = signaturePool(lanesAside(), laneHere(signal), (done, all) =>
    onProgress({ step: 'signatures', done, all }),
  )
  const config = readingConfig(settings)
  try {
    const result = await recountVote(config, settings, proposal, membership, {
      checkKey: pool.isSigned,
      onProgress(progress) {
        signal?.throwIfAborted()
        onProgress(progress)
      },
    })
    return { result }
  } catch (error) {
    return { refusal: refusalOf(error, settings) }
  } finally {
    pool.close()
  }
}
