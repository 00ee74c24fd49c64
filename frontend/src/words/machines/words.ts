// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly register: {
    readonly title: string
    readonly what: string
    readonly none: string
    readonly see: string
    readonly name: string
    readonly user: string
    readonly fees: string
    readonly repaid: string
    readonly free: string
    readonly upToDate: string
    readonly behind: (values: { amount: string }) => string
  }
  readonly page: {
    readonly over: (values: { id: string; coop: string }) => string
    readonly lead: (values: { federation: string; coop: string }) => string
    readonly leadUnnamed: (values: { coop: string }) => string
  }
  readonly fees: {
    readonly title: string
    readonly paid: (values: { amount: string }) => string
    readonly due: (values: { amount: string; often: string }) => string
    readonly none: string
    readonly behind: (values: { amount: string }) => string
    readonly even: string
    readonly ahead: (values: { when: string }) => string
    readonly next: (values: { amount: string; when: string }) => string
    readonly history: string
    readonly nothing: string
    readonly when: string
    readonly who: string
    readonly amount: string
    readonly toLenders: string
    readonly toShare: string
    readonly toReserve: string
  }
  readonly repaid: {
    readonly title: string
    readonly line: (values: { paid: string; most: string }) => string
    readonly done: string
    readonly see: string
    readonly after: string
    readonly now: string
    readonly split: (values: { heads: string; reserve: string }) => string
    readonly splitBonds: (values: { heads: string; reserve: string; bonds: string }) => string
    readonly until: string
    readonly free: string
    readonly leaves: string
  }
  readonly facts: {
    readonly title: string
    readonly price: string
    readonly bought: string
    readonly fee: string
    readonly free: string
    readonly user: string
    readonly noDocument: string
    readonly fingerprint: string
  }
  readonly pay: {
    readonly title: string
    readonly what: string
    readonly coop: string
    readonly propose: string
    readonly amount: string
    readonly overCash: (values: { have: string }) => string
    readonly button: (values: { amount: string }) => string
    readonly empty: string
    readonly note: (values: { have: string }) => string
    readonly done: (values: { amount: string }) => string
  }
}

export const machines = chapter<Words>('machines', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
