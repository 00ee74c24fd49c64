// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly form: {
    readonly name: string
    readonly help: string
  }
  readonly which: string
  readonly none: string
  readonly noFederation: string
  readonly rights: {
    readonly FREE: (values: { licence: string }) => string
    readonly SHARE_ALIKE: (values: { licence: string }) => string
    readonly RESERVED: (values: { licence: string }) => string
    readonly UNKNOWN: (values: { licence: string }) => string
  }
  readonly twin: string
  readonly price: string
  readonly priceHelp: string
  readonly sizes: string
  readonly free: string
  readonly size: (values: { place: string }) => string
  readonly upTo: string
  readonly pays: string
  readonly add: string
  readonly remove: (values: { place: string }) => string
  readonly removeShort: string
  readonly rest: string
  readonly helping: string
  readonly points: string
  readonly people: string
  readonly times: string
  readonly days: (values: { count: number | bigint }) => string
  readonly grace: string
  readonly graceHelp: string
  readonly refund: string
  readonly refundHelp: string
  readonly cure: string
  readonly cureHelp: string
  readonly notice: string
  readonly noticeHelp: string
  readonly split: string
  readonly parents: string
  readonly parentsHelp: string
  readonly fund: string
  readonly fundHelp: string
  readonly steward: (values: { share: string }) => string
  readonly freeFrom: string
  readonly freeFromHelp: string
  readonly legal: string
  readonly legalHelp: string
  readonly legalMissing: string
  readonly licensor: string
  readonly own: string
  readonly ownHelp: string
  readonly other: string
  readonly otherHelp: string
  readonly who: string
  readonly isCoop: string
  readonly consent: {
    readonly first: string
    readonly sign: string
    readonly ask: string
    readonly asking: string
    readonly link: string
    readonly copy: string
    readonly answer: string
    readonly answerHelp: string
    readonly wrong: string
    readonly unread: string
    readonly good: (values: { when: string }) => string
    readonly other: string
  }
  readonly seen: string
  readonly seenFirst: string
  readonly from: {
    readonly atOnce: string
    readonly first: (values: { time: string }) => string
    readonly worse: (values: { time: string }) => string
  }
  readonly waiting: (values: { when: string }) => string
  readonly waitingFirst: (values: { when: string }) => string
  readonly title: (values: { work: string }) => string
  readonly short: (values: { id: string }) => string
  readonly faults: {
    readonly sizes: string
    readonly people: string
    readonly grace: string
    readonly refund: string
    readonly cure: string
    readonly notice: string
    readonly fund: string
    readonly freeFrom: string
  }
  readonly decision: {
    readonly title: (values: { work: string }) => string
    readonly licence: string
  }
  readonly agree: {
    readonly title: string
    readonly lead: (values: { steward: string; work: string }) => string
    readonly for: string
    readonly until: (values: { when: string }) => string
    readonly sign: string
    readonly notYou: string
    readonly done: string
    readonly answer: string
    readonly copy: string
    readonly broken: {
      readonly why: string
      readonly now: string
    }
    readonly over: {
      readonly why: string
      readonly now: string
    }
  }
}

export const offering = chapter<Words>('offering', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
