import type { iNoticeBoardAbi } from '@phyle/sdk/generated/abi'
import type { CallSentences, Saying } from '../../shell/saying.ts'
import { acts as words } from '../../words/notice/acts/words.ts'

const notice: CallSentences<typeof iNoticeBoardAbi> = {
  post: ([, title], { isDone }) => (isDone ? words.did : words.will).post({ title }),
}

/** How the acts of this chapter are said. */
export const says: readonly Saying[] = [{ calls: { notice } }]
