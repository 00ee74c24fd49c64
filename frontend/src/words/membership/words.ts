// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly roll: {
    readonly title: string
    readonly since: string
    readonly name: string
    readonly group: string
    readonly left: string
  }
  readonly mine: {
    readonly title: string
    readonly member: (values: { group: string }) => string
    readonly since: (values: { when: string }) => string
    readonly silent: (values: { when: string }) => string
    readonly speakUp: string
    readonly spoke: string
    readonly apply: string
    readonly applied: string
    readonly appliedUntil: (values: { when: string }) => string
    readonly decide: string
    readonly sponsors: (values: { count: number | bigint }) => string
    readonly sponsorLink: string
    readonly withdraw: string
    readonly withdrawn: string
    readonly takeBack: string
    readonly takeBackTitle: string
    readonly takeBackWhat: string
    readonly takeBackUntil: (values: { coop: string; when: string }) => string
    readonly takeBackNow: string
    readonly tookBack: string
    readonly keep: string
    readonly resign: string
    readonly resignTitle: (values: { coop: string }) => string
    readonly resignWhat: string
    readonly resignBack: string
    readonly resignNow: string
    readonly stay: string
    readonly resigned: string
    readonly left: (values: { when: string }) => string
    readonly signIn: string
  }
  readonly silence: {
    readonly title: string
    readonly lead: string
    readonly until: (values: { when: string }) => string
    readonly strike: string
    readonly struck: string
    readonly who: string
    readonly give: string
    readonly given: string
    readonly help: string
  }
  readonly joinPage: {
    readonly title: string
    readonly over: (values: { coop: string }) => string
    readonly lead: string
    readonly group: string
    readonly about: string
    readonly aboutHelp: string
    readonly control: (values: { share: string }) => string
    readonly heads: string
    readonly days: string
    readonly send: string
    readonly sendHelp: string
    readonly storing: string
    readonly done: string
    readonly already: string
    readonly back: string
  }
  readonly applications: {
    readonly title: string
    readonly none: string
    readonly as: (values: { group: string }) => string
    readonly until: (values: { when: string }) => string
    readonly words: string
    readonly propose: string
    readonly sponsor: string
    readonly sponsored: (values: {
      have: number | bigint
      needed: number | bigint
      missing: number | bigint
    }) => string
    readonly sponsoredEnough: string
  }
  readonly sponsorPage: {
    readonly title: (values: { name: string }) => string
    readonly untitled: string
    readonly coop: (values: { name: string }) => string
    readonly lead: (values: { name: string; coop: string; group: string }) => string
    readonly asking: string
    readonly have: (values: { needed: number | bigint; have: number | bigint }) => string
    readonly down: string
    readonly sign: string
    readonly signHelp: string
    readonly signing: {
      readonly sending: string
    }
    readonly signed: (values: { missing: number | bigint }) => string
    readonly withdraw: string
    readonly withdrawHelp: string
    readonly withdrawn: string
    readonly next: string
    readonly nextByHand: string
    readonly admit: string
    readonly admitHelp: string
    readonly admitted: (values: { name: string }) => string
    readonly notMember: (values: { group: string }) => string
    readonly noApplication: {
      readonly why: string
      readonly now: string
    }
    readonly broken: {
      readonly why: string
      readonly now: string
    }
    readonly copy: string
    readonly steps: {
      readonly preparing: string
    }
  }
}

export const membership = chapter<Words>('membership', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
