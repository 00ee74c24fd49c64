import type { Paper } from '@phyle/sdk/ballot'
import { lacksSomething } from '../../../browser.ts'
import type { Signed } from './signaturePool.ts'

/** What a lane of this kind is told; it answers with a list, or with null where it cannot. */
export interface Piece {
  readonly paper: Paper
  readonly ballots: readonly Signed[]
}

const checker = (async () => {
  if (lacksSomething()) await import('../../../polyfills.ts')
  const { fastSigned } = await import('./fastSigned.ts')
  return fastSigned()
})()

async function check({ paper, ballots }: Piece): Promise<readonly boolean[]> {
  const isSigned = await checker
  const answers: boolean[] = []
  for (const ballot of ballots) answers.push(await isSigned(paper, ballot))
  return answers
}

addEventListener('message', ({ data }: MessageEvent<Piece>) =>
  check(data).then(
    (answers) => postMessage(answers),
    () => postMessage(null),
  ),
)
