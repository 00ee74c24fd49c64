import type { Act } from '@phyle/sdk/chapters/commons/acts'
import { RIGHTS } from '@phyle/sdk/chapters/commons/enums'
import type { iMachinesAbi, iWorksAbi } from '@phyle/sdk/generated/abi'
import type { CallSentences, Saying, Sentences } from '../../shell/saying.ts'
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

const { calls } = words
const rightOf = (right: number) => RIGHTS[right] ?? 'UNKNOWN'

const works: CallSentences<typeof iWorksAbi, 'nameDelegate' | 'offer'> = {
  approveLicence: ([licence, approved]) =>
    calls.works.approveLicence[approved ? 'yes' : 'no']({ licence }),
  bringForward: ([family, changeDate]) =>
    calls.works.bringForward({ work: `${family}`, when: date(changeDate) }),
  decideOrigin: ([work]) => calls.works.decideOrigin({ work: `${work}` }),
  decideRight: ([work, right]) => calls.works.decideRight[rightOf(right)]({ work: `${work}` }),
  listRight: ([licence, right]) => calls.works.listRight[rightOf(right)]({ licence }),
  register: ([{ title, version, licence }]) => calls.works.register({ title, version, licence }),
}

const machines: CallSentences<typeof iMachinesAbi> = { enter: () => calls.machines.enter }

/** How the acts of this chapter are said. */
export const says: readonly Saying[] = [{ acts, calls: { machines, works } }]
