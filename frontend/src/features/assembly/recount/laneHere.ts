import type { isSigned } from '@phyle/sdk/ballot'
import type { Lane } from './signaturePool.ts'

/** For so long at a time nothing else of the page can happen. */
const BREATH_MS = 20

const breath = () => new Promise((resolve) => setTimeout(resolve))

/** Checks in this very thread, and lets others have their turn in between; `signal` ends it. */
export function laneHere(signal?: AbortSignal): Lane {
  let signed: Promise<typeof isSigned> | undefined
  return {
    async check(paper, ballots) {
      signed ??= import('./fastSigned.ts').then(({ fastSigned }) => fastSigned())
      const check = await signed
      const answers: boolean[] = []
      let since = performance.now()
      for (const ballot of ballots) {
        answers.push(await check(paper, ballot))
        if (performance.now() - since < BREATH_MS) continue
        await breath()
        signal?.throwIfAborted()
        since = performance.now()
      }
      return answers
    },
    close() {},
  }
}
