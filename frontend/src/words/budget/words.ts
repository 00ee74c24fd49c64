// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly grounds: {
    readonly WAGE: string
    readonly INVOICE: string
    readonly EXPENSE: string
    readonly REFUND: string
    readonly SHARE_INTEREST: string
    readonly SURPLUS: string
  }
  readonly form: {
    readonly name: string
    readonly help: string
    readonly nowhere: string
    readonly first: string
    readonly firstNow: string
    readonly opening: string
    readonly lead: string
    readonly legend: (values: { place: string }) => string
    readonly lineName: string
    readonly lineNameHelp: string
    readonly ground: string
    readonly ceiling: string
    readonly from: string
    readonly to: string
    readonly anybody: string
    readonly payee: (values: { place: string }) => string
    readonly namePayee: string
    readonly dropPayee: string
    readonly add: string
    readonly remove: (values: { place: string }) => string
    readonly removeShort: string
    readonly sum: (values: { amount: string }) => string
    readonly replaces: string
    readonly proposal: (values: { day: string; sum: string }) => string
    readonly faults: {
      readonly name: string
      readonly amount: string
      readonly nothing: string
      readonly day: string
      readonly backwards: string
      readonly long: string
      readonly ahead: string
      readonly ground: string
      readonly payees: string
      readonly payee: string
    }
  }
  readonly card: {
    readonly title: string
    readonly none: string
    readonly lead: string
    readonly decided: string
    readonly bar: (values: { spent: string; committed: string }) => string
    readonly of: (values: { left: string; planned: string }) => string
    readonly terms: (values: {
      number: string
      ground: string
      from: string
      until: string
      who: string
    }) => string
    readonly anybody: string
    readonly over: string
    readonly figures: string
    readonly heads: readonly [string, string, string, string]
    readonly pay: string
    readonly propose: string
  }
  readonly csv: {
    readonly label: string
    readonly heads: readonly [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ]
  }
}

export const budget = chapter<Words>('budget', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
