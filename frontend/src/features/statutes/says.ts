import { functionNamed } from '@phyle/sdk/actions/house'
import type { Act } from '@phyle/sdk/chapters/statutes/acts'
import type { iStatutesAbi } from '@phyle/sdk/generated/abi'
import type { CallSentences, Saying, Sentences } from '../../shell/saying.ts'
import { duration, list, percent } from '../../words/format.ts'
import { kinds } from '../../words/kinds/words.ts'
import { rules } from '../../words/rules/say.ts'
import { acts as words } from '../../words/statutes/acts/words.ts'

const saidOf = (isDone: boolean) => (isDone ? words.did : words.will)

const acts: Sentences<Act> = {
  setRules: ({ rules: set }, { isDone, ruleOf }) =>
    set
      .map(({ kind, rule }) => {
        const name = kind === null ? '?' : kinds[kind].name
        const whole = words.wholeRule({
          rule: rules.needs(rule),
          quorum: rules.quorum(rule),
          periods: rules.periods(rule),
        })
        const before = !isDone && kind && ruleOf(kind)
        const changes = before ? rules.changes(before, rule) : []
        return changes.length === 0
          ? saidOf(isDone).setRule({ kind: name, whole })
          : words.will.changeRule({ kind: name, changes: list(changes.map(words.changed)), whole })
      })
      .join(' '),
  setKind: ({ kind, selector, target }, { isDone, who }) =>
    saidOf(isDone).setKind({
      what: words.setKindOf({ call: functionNamed(selector) ?? selector, where: who(target) }),
      kind: kind === null ? '?' : kinds[kind].a,
    }),
  setShares: ({ shares, maxShareBps }, { isDone, groups }) =>
    saidOf(isDone).setShares({
      shares: list(shares.map((share, place) => `${groups[place] ?? place} ${percent(share, 2)}`)),
      most: percent(maxShareBps, 2),
    }),
  addClass: ({ name, share }, { isDone }) =>
    saidOf(isDone).addClass({ name, share: percent(share, 2) }),
  setPurpose: (_, { isDone }) => saidOf(isDone).setPurpose,
  raiseLock: ({ lock }, { isDone }) =>
    saidOf(isDone).raiseLock({ lock: words.locks[lock] ?? `${lock}` }),
  setName: ({ name }, { isDone }) => saidOf(isDone).setName({ name }),
  setAdmission: ({ policy, sponsors }, { isDone }) =>
    saidOf(isDone).setAdmission({
      policy:
        policy === 0 ? words.policies.byDecision : words.policies.bySponsors({ count: sponsors }),
    }),
  setCoolingPeriod: ({ seconds }, { isDone }) =>
    saidOf(isDone).setCooling({ time: duration(seconds) }),
  setEffects: (_, { isDone }) => saidOf(isDone).setEffects,
  openChapter: ({ chapter }, { isDone, who }) => saidOf(isDone).openChapter({ name: who(chapter) }),
  closeChapter: ({ chapter }, { isDone, who }) =>
    saidOf(isDone).closeChapter({ name: who(chapter) }),
  setCoverage: ({ chapter }, { isDone, who }) =>
    chapter === null
      ? saidOf(isDone).dropCoverage
      : saidOf(isDone).setCoverage({ name: who(chapter) }),
  setBody: ({ body }, { isDone, who }) =>
    body === null ? saidOf(isDone).dropBody : saidOf(isDone).setBody({ name: who(body) }),
  joinFederation: ({ phyle }, { isDone, who }) =>
    phyle === null
      ? saidOf(isDone).leaveChapters
      : saidOf(isDone).joinFederation({ name: who(phyle) }),
}

const statutes: CallSentences<typeof iStatutesAbi, Act['act']> = {
  giveWay: ([next], { who }) => words.calls.giveWay({ name: who(next) }),
}

/** How the acts of this chapter are said. */
export const says: readonly Saying[] = [{ acts, calls: { statutes } }]
