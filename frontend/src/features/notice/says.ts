import type { Saying } from '../../shell/feature.ts'
import { notice } from '../../words/notice/words.ts'

const words = notice.acts

/** How the acts of this chapter are said. */
export const says: readonly Saying[] = [
  {
    contract: 'notice',
    acts: {
      post: ({ title }, isDone) => (isDone ? words.posted : words.post)({ title: `${title}` }),
    },
  },
]
