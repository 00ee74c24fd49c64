// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly title: string
  readonly when: (values: { time: string }) => string
  readonly state: {
    readonly asked: string
    readonly unknown: string
    readonly sent: string
    readonly unseen: string
    readonly done: string
    readonly failed: string
    readonly replaced: string
    readonly passed: string
  }
  readonly hash: string
  readonly goThere: string
  readonly lookAgain: string
  readonly giveUp: string
  readonly dismiss: string
  readonly looking: string
  readonly silent: string
  readonly unseen: {
    readonly why: string
    readonly now: string
  }
  readonly walletSaid: string
  readonly refusals: {
    readonly sameUnderWay: {
      readonly why: string
      readonly now: string
    }
    readonly oneUnclear: {
      readonly why: string
      readonly now: string
    }
    readonly released: {
      readonly why: string
      readonly now: string
    }
    readonly replaced: {
      readonly why: string
      readonly now: string
    }
    readonly passed: {
      readonly why: string
      readonly now: string
    }
    readonly failed: {
      readonly why: string
      readonly now: string
    }
    readonly unread: {
      readonly why: string
      readonly now: string
    }
    readonly postboxDown: {
      readonly why: string
      readonly now: string
    }
    readonly postboxUnknown: {
      readonly why: string
      readonly now: string
    }
  }
  readonly calls: {
    readonly acquire: string
    readonly acquireWithPermit: string
    readonly admitBySponsors: string
    readonly applyFor: string
    readonly approve: string
    readonly askAgain: string
    readonly buy: string
    readonly callAgain: string
    readonly cancel: string
    readonly castVote: string
    readonly castVoteWithReason: string
    readonly claim: string
    readonly claimFor: string
    readonly consent: string
    readonly execute: string
    readonly found: string
    readonly dismissHeir: string
    readonly inheritFrom: string
    readonly passOn: string
    readonly mature: string
    readonly pour: string
    readonly pourWithPermit: string
    readonly proposeAs: string
    readonly refund: string
    readonly release: string
    readonly resign: string
    readonly noteSilence: string
    readonly speakUp: string
    readonly strikeOff: string
    readonly showVote: string
    readonly seat: string
    readonly split: string
    readonly subscribe: string
    readonly subscribeWithPermit: string
    readonly take: string
    readonly transfer: string
    readonly withdraw: string
    readonly withdrawApplication: string
    readonly withdrawConsent: string
    readonly withdrawSponsorship: string
  }
  readonly somethingSent: string
}

export const acts = chapter<Words>('acts', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
