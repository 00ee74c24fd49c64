// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly malformed: {
    readonly why: string
    readonly now: string
  }
  readonly wrongChain: {
    readonly why: string
    readonly now: string
  }
  readonly unknownAssembly: {
    readonly why: string
    readonly now: string
  }
  readonly unknownProposal: {
    readonly why: string
    readonly now: string
  }
  readonly notOffered: {
    readonly why: string
    readonly now: string
  }
  readonly voteNotOpen: {
    readonly why: string
    readonly now: string
  }
  readonly voteClosed: {
    readonly why: string
    readonly now: string
  }
  readonly tooLate: {
    readonly why: string
    readonly now: string
  }
  readonly notOnTheRoll: {
    readonly why: string
    readonly now: string
  }
  readonly otherClass: {
    readonly why: string
    readonly now: string
  }
  readonly notSigned: {
    readonly why: string
    readonly now: string
  }
  readonly alreadyCounted: {
    readonly why: string
    readonly now: string
  }
  readonly nothingToChange: {
    readonly why: string
    readonly now: string
  }
  readonly enoughChanges: {
    readonly why: string
    readonly now: string
  }
  readonly beingCarried: {
    readonly why: string
    readonly now: string
  }
  readonly tooMany: {
    readonly why: string
    readonly now: string
  }
  readonly tooLarge: {
    readonly why: string
    readonly now: string
  }
  readonly wrongType: {
    readonly why: string
    readonly now: string
  }
  readonly notText: {
    readonly why: string
    readonly now: string
  }
  readonly notFound: {
    readonly why: string
    readonly now: string
  }
  readonly notAFounder: {
    readonly why: string
    readonly now: string
  }
  readonly takenBack: {
    readonly why: string
    readonly now: string
  }
  readonly notKnown: {
    readonly why: string
    readonly now: string
  }
  readonly older: {
    readonly why: string
    readonly now: string
  }
  readonly badName: {
    readonly why: string
    readonly now: string
  }
  readonly badPicture: {
    readonly why: string
    readonly now: string
  }
  readonly expired: {
    readonly why: string
    readonly now: string
  }
  readonly charterRefused: {
    readonly why: string
    readonly now: string
  }
  readonly chainUnreachable: {
    readonly why: string
    readonly now: string
  }
  readonly full: {
    readonly why: string
    readonly now: string
  }
  readonly failed: {
    readonly why: string
    readonly now: string
  }
}

export const postbox = chapter<Words>('postbox', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
