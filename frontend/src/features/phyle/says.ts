import type { Act } from '@phyle/sdk/chapters/phyle/acts'
import type { Saying, Sentences } from '../../shell/saying.ts'
import { acts as words } from '../../words/phyle/acts/words.ts'

const saidOf = (isDone: boolean) => (isDone ? words.did : words.will)

const acts: Sentences<Act> = {
  fileSocialAccount: ({ year }, { isDone }) => saidOf(isDone).social({ year: `${year}` }),
  fileBooks: ({ year }, { isDone }) => saidOf(isDone).books({ year: `${year}` }),
  giveNotice: (_, { isDone }) => saidOf(isDone).giveNotice,
}

/** How the acts of this chapter are said. */
export const says: readonly Saying[] = [{ acts }]
