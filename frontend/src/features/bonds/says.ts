import type { Act } from '@phyle/sdk/chapters/bonds/acts'
import type { Saying, Sentences } from '../../shell/saying.ts'
import { acts as words } from '../../words/bonds/acts/words.ts'

const saidOf = (isDone: boolean) => (isDone ? words.did : words.will)

const acts: Sentences<Act> = {
  floatBonds: ({ terms }, { isDone, who, money, face }) =>
    saidOf(isDone).float({
      title: terms.title,
      amount: money(BigInt(terms.mostUnits) * face),
      price: money(terms.price),
      supplier: who(terms.supplier),
    }),
  endorseBonds: ({ series }, { isDone }) => saidOf(isDone).endorse({ id: `${series}` }),
}

/** How the acts of this chapter are said. */
export const says: readonly Saying[] = [{ acts }]
