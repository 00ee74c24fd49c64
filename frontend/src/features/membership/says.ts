import type { Act } from '@phyle/sdk/chapters/membership/acts'
import type { iMembershipAbi } from '@phyle/sdk/generated/abi'
import type { CallSentences, Saying, Sentences } from '../../shell/saying.ts'
import { date, list } from '../../words/format.ts'
import { acts as words } from '../../words/membership/acts/words.ts'

const saidOf = (isDone: boolean) => (isDone ? words.did : words.will)

const acts: Sentences<Act> = {
  admit: ({ applicants }, { isDone, who }) => {
    const names = applicants.map(({ wallet }) => who(wallet))
    const groups = new Set(applicants.map((one) => one.className ?? `${one.class}`))
    return saidOf(isDone).admit({
      names: list(names),
      count: names.length,
      group: list([...groups]),
    })
  },
  refuse: ({ wallet }, { isDone, who }) => saidOf(isDone).refuse({ name: who(wallet) }),
  changeClass: ({ wallet, className, class: place }, { isDone, who }) =>
    saidOf(isDone).changeClass({ name: who(wallet), group: className ?? `${place}` }),
}

const { calls } = words

const membership: CallSentences<typeof iMembershipAbi, Act['act']> = {
  admitBySponsors: ([{ wallet }], { who, isRoot: root }) =>
    calls.membership.admitBySponsors({ who: who(wallet), root }),
  applyFor: ([, , deadline], { isRoot: root }) =>
    calls.membership.applyFor({ when: date(Number(deadline)), root }),
  carry: ([wallets]) => calls.membership.carry({ count: wallets.length }),
  enrolFounders: () => calls.membership.enrolFounders,
  leaveByRegister: () => calls.membership.leaveByRegister,
  noteSilence: ([wallet], { who }) => calls.membership.noteSilence({ who: who(wallet) }),
  showVote: ([wallet, id], { who }) => calls.membership.showVote({ who: who(wallet), id: `${id}` }),
  speakUp: () => calls.membership.speakUp,
  strikeOff: ([wallet], { who }) => calls.membership.strikeOff({ who: who(wallet) }),
  standDown: () => calls.membership.standDown,
  takeOver: () => calls.membership.takeOver,
  resign: (_, { isRoot: root }) => calls.membership.resign({ root }),
  withdrawSponsorship: ([applicant], { who }) =>
    calls.membership.withdrawSponsorship({ who: who(applicant) }),
  withdrawApplication: (_, { isRoot: root }) => calls.membership.withdrawApplication({ root }),
}

/** How the acts of this chapter are said. */
export const says: readonly Saying[] = [{ acts, calls: { membership } }]
