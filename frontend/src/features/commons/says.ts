import type { Act } from '@phyle/sdk/chapters/commons/acts'
import type { Saying, Sentences } from '../../shell/saying.ts'
import { acts as words } from '../../words/commons/acts/words.ts'
import { date } from '../../words/format.ts'

const saidOf = (isDone: boolean) => (isDone ? words.did : words.will)

const acts: Sentences<Act> = {
  nameDelegate: ({ wallet, until }, { isDone, who }) =>
    saidOf(isDone).worksDelegate({ name: who(wallet), until: date(until) }),
  offerTerms: ({ family, terms }, { isDone, money }) =>
    terms.pricePerYear === 0n
      ? saidOf(isDone).offerFree({ work: `${family}` })
      : saidOf(isDone).offer({ work: `${family}`, price: money(terms.pricePerYear) }),
}

/** How the acts of this chapter are said. */
export const says: readonly Saying[] = [{ acts }]
