// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly fractions: {
    readonly half: string
    readonly twoThirds: string
    readonly threeQuarters: string
    readonly fourFifths: string
  }
  readonly atLeast: (values: { share: string }) => string
  readonly moreThan: (values: { share: string }) => string
  readonly support: {
    readonly byGroup: (values: { share: string }) => string
    readonly byGroupOnAll: (values: { share: string }) => string
    readonly present: (values: { share: string }) => string
    readonly all: (values: { share: string }) => string
    readonly cast: (values: { share: string }) => string
  }
  readonly points: {
    readonly support: string
    readonly groups: string
    readonly objections: string
    readonly quorum: string
    readonly cap: string
    readonly notice: string
    readonly voting: string
    readonly waiting: string
    readonly grace: string
    readonly late: string
  }
  readonly anyNumber: string
  readonly none: string
  readonly ofMembers: (values: { share: string }) => string
  readonly people: (values: { count: number | bigint }) => string
  readonly both: (values: { share: string; people: string }) => string
  readonly needs: {
    readonly majority: (values: { groups: string }) => string
    readonly objections: (values: { count: number | bigint }) => string
    readonly whole: (values: { needed: string }) => string
  }
  readonly took: (values: { took: number | bigint; all: number | bigint }) => string
  readonly tookOf: (values: {
    needed: number | bigint
    all: number | bigint
    took: number | bigint
  }) => string
  readonly anyVoters: string
  readonly tookAmong: (values: {
    needed: number | bigint
    all: number | bigint
    count: number | bigint
    groups: string
    took: number | bigint
  }) => string
  readonly voted: (values: { voted: number | bigint; all: number | bigint }) => string
  readonly quorum: (values: { needed: string }) => string
  readonly oneOrMore: (values: { count: number | bigint }) => string
  readonly cap: (values: { share: string }) => string
  readonly periods: {
    readonly notice: {
      readonly minute: (values: { count: number | bigint }) => string
      readonly hour: (values: { count: number | bigint }) => string
      readonly day: (values: { count: number | bigint }) => string
      readonly month: (values: { count: number | bigint }) => string
      readonly year: (values: { count: number | bigint }) => string
    }
    readonly noNotice: string
    readonly vote: (values: { time: string }) => string
    readonly waiting: (values: { time: string }) => string
    readonly noWaiting: string
  }
  readonly share: (values: { share: string }) => string
  readonly capped: (values: { share: string }) => string
  readonly titles: {
    readonly start: {
      readonly ORDINARY: string
      readonly CONSENT: string
      readonly SPECIAL: string
      readonly ENTRENCHED: string
    }
    readonly change: (values: { name: string; from: string; to: string }) => string
    readonly now: (values: { name: string; to: string }) => string
    readonly whole: (values: { start: string; changes: string }) => string
    readonly more: (values: { start: string; changes: string; count: number | bigint }) => string
  }
}

export const rules = chapter<Words>('rules', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
