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
  let step: RecountProgress['step'] | undefined
  let signatures = { done: 0, all: 0 }
  const tell = () => step === 'signatures' && onProgress({ step, ...signatures })
  const pool = signaturePool(lanesAside(), laneHere(signal), (done, all) => {
    signatures = { done, all }
    tell()
  })
  const config = readingConfig(settings)
  try {
    const result = await recountVote(config, settings, proposal, membership, {
      checkKey: pool.isSigned,
      onProgress(progress) {
        signal?.throwIfAborted()
        step = progress.step
        // They are checked from the first ballot on, and told of when all else is done.
        if (step === 'signatures') tell()
        else onProgress(progress)
      },
    })
    return { result }
  } catch (error) {
    return { refusal: refusalOf(error, settings) }
  } finally {
    pool.close()
  }
}
