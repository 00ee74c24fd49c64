// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly page: {
    readonly menu: string
    readonly founding: string
    readonly title: string
    readonly lead: string
    readonly signIn: string
    readonly notKnown: string
    readonly coops: string
    readonly save: string
    readonly saveHelp: string
    readonly saved: string
    readonly unchanged: string
  }
  readonly joining: {
    readonly lead: string
    readonly saved: string
    readonly failed: string
    readonly again: string
  }
  readonly fields: {
    readonly name: string
    readonly nameHelp: string
    readonly picture: string
    readonly pictureHelp: string
    readonly choose: string
    readonly change: string
    readonly remove: string
    readonly yours: string
  }
  readonly erase: {
    readonly button: string
    readonly title: string
    readonly what: string
    readonly now: string
    readonly not: string
    readonly done: string
  }
  readonly kept: {
    readonly title: string
    readonly what: string
  }
  readonly steps: {
    readonly signing: string
    readonly sending: string
  }
  readonly faults: {
    readonly empty: string
    readonly long: string
    readonly hidden: string
    readonly address: string
    readonly marks: string
    readonly picture: string
    readonly large: string
  }
}

export const profile = chapter<Words>('profile', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
