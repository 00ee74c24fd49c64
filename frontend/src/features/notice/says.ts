import type { Saying } from '../../shell/saying.ts'
import { acts as words } from '../../words/notice/acts/words.ts'

/** How the acts of this chapter are said. */
export const says: readonly Saying[] = [
  {
    calls: {
      notice: {
        post: ({ title }, isDone) => (isDone ? words.did : words.will).post({ title: `${title}` }),
      },
    },
  },
]
