import type { Act } from '@phyle/sdk/chapters/phyle/acts'
import type { iPhyleAbi } from '@phyle/sdk/generated/abi'
import type { CallSentences, Saying, Sentences } from '../../shell/saying.ts'
import { duration, number } from '../../words/format.ts'
import { acts as words } from '../../words/phyle/acts/words.ts'

const saidOf = (isDone: boolean) => (isDone ? words.did : words.will)

const acts: Sentences<Act> = {
  fileSocialAccount: ({ year }, { isDone }) => saidOf(isDone).social({ year: `${year}` }),
  fileBooks: ({ year }, { isDone }) => saidOf(isDone).books({ year: `${year}` }),
  giveNotice: (_, { isDone }) => saidOf(isDone).giveNotice,
}

const { calls } = words

const phyle: CallSentences<typeof iPhyleAbi, Act['act']> = {
  acceptRegistrar: ([registrar, accepted], { who }) =>
    calls.phyle.acceptRegistrar[accepted ? 'yes' : 'no']({ who: who(registrar) }),
  acceptAttester: ([attester, accepted], { who }) =>
    calls.phyle.acceptAttester[accepted ? 'yes' : 'no']({ who: who(attester) }),
  nameAttester: ([attester, named], { who }) =>
    calls.phyle.nameAttester[named ? 'yes' : 'no']({ who: who(attester) }),
  vouch: ([coop, year], { who }) => calls.phyle.vouch({ who: who(coop), year: `${year}` }),
  begin: () => calls.phyle.begin,
  depart: ([coop], { who }) => calls.phyle.depart({ who: who(coop) }),
  dismissHeir: ([person], { who }) => calls.phyle.dismissHeir({ who: who(person) }),
  enter: ([coop], { who }) => calls.phyle.enter({ who: who(coop) }),
  expel: ([coop], { who }) => calls.phyle.expel({ who: who(coop) }),
  appeal: () => calls.phyle.appeal,
  answerCharges: () => calls.phyle.answerCharges,
  grant: ([coop, places], { who }) =>
    calls.phyle.grant({ coop: who(coop), places: number(places) }),
  hasten: ([coop, wallet], { who }) => calls.phyle.hasten({ coop: who(coop), who: who(wallet) }),
  nameHeir: ([person, heir], { who }) =>
    calls.phyle.nameHeir({ who: who(person), heir: who(heir) }),
  noteLevy: () => calls.phyle.noteLevy,
  noteMachine: () => calls.phyle.noteMachine,
  noteResignation: () => calls.phyle.noteResignation,
  noteWork: () => calls.phyle.noteWork,
  passOn: ([person], { who }) => calls.phyle.passOn({ who: who(person) }),
  refresh: ([coop], { who }) => calls.phyle.refresh({ who: who(coop) }),
  seat: ([coop, wallet], { who }) => calls.phyle.seat({ who: who(wallet), coop: who(coop) }),
  setLeastHeads: ([least]) => calls.phyle.setLeastHeads({ least: number(least) }),
  setLeastLevy: ([amount], { money }) => calls.phyle.setLeastLevy({ amount: money(amount) }),
  open: ([name, chapter], { who }) => calls.phyle.open({ name, where: who(chapter) }),
  replace: ([name, chapter], { who }) => calls.phyle.replace({ name, where: who(chapter) }),
  setNoticePeriod: ([period]) => calls.phyle.setNoticePeriod({ time: duration(period) }),
  settle: ([wallet], { who }) => calls.phyle.settle({ who: who(wallet) }),
  settleInWord: ([wallet], { who }) => calls.phyle.settle({ who: who(wallet) }),
  unseat: ([coop, memberId], { who }) =>
    calls.phyle.unseat({ who: who(coop), member: `${memberId}` }),
}

/** How the acts of this chapter are said. */
export const says: readonly Saying[] = [{ acts, calls: { phyle } }]
