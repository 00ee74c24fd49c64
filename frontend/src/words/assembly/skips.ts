import type { BallotReason } from '@phyle/sdk/chapters/assembly/api'
import { choices } from '../choices/words.ts'
import { assembly } from './words.ts'

/** Why a postbox could not have a ballot counted; nothing where it does not say. */
export function skipWords(because: BallotReason | null): string {
  const { skips } = assembly.yourVote
  if (because === null || because.code === 'takenBack') return ''
  return 'counts' in because
    ? skips[because.code]({ choice: choices[because.counts] })
    : skips[because.code]
}
