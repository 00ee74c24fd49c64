// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly forYouPage: {
    readonly title: string
    readonly hello: (values: { name: string }) => string
    readonly nothing: string
    readonly nothingLead: string
    readonly signedOut: {
      readonly title: string
      readonly lead: string
      readonly signIn: string
      readonly vote: string
      readonly bond: string
      readonly use: string
      readonly found: string
      readonly help: string
      readonly now: string
    }
    readonly votes: string
    readonly voteOpens: (values: { when: string }) => string
    readonly vote: string
    readonly carry: string
    readonly carryOut: string
    readonly money: string
    readonly moneyUnknown: {
      readonly why: string
      readonly now: string
    }
    readonly toMoney: string
    readonly permissions: string
    readonly ends: (values: { work: string; when: string }) => string
    readonly renew: string
    readonly applications: string
    readonly applied: (values: { coop: string }) => string
    readonly applicants: (values: { count: number | bigint; coop: string }) => string
    readonly see: string
    readonly noCoop: string
    readonly join: string
  }
}

export const foryou = chapter<Words>('foryou', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
