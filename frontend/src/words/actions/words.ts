// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly will: {
    readonly transfer: (values: { amount: string; to: string }) => string
    readonly approve: (values: { to: string; amount: string }) => string
    readonly approveAll: (values: { to: string; token: string }) => string
    readonly approveNone: (values: { to: string }) => string
    readonly transferFrom: (values: { amount: string; from: string; to: string }) => string
    readonly text: string
    readonly unknown: (values: { what: string; target: string }) => string
    readonly unknownWith: (values: { what: string; target: string; coins: string }) => string
  }
  readonly did: {
    readonly transfer: (values: { amount: string; to: string }) => string
    readonly approve: (values: { to: string; amount: string }) => string
    readonly approveAll: (values: { to: string; token: string }) => string
    readonly approveNone: (values: { to: string }) => string
    readonly transferFrom: (values: { amount: string; from: string; to: string }) => string
    readonly text: string
    readonly unknown: (values: { what: string; target: string }) => string
    readonly unknownWith: (values: { what: string; target: string; coins: string }) => string
  }
  readonly coins: (values: { amount: string }) => string
  readonly tokens: (values: { amount: string; token: string }) => string
  readonly warning: {
    readonly title: string
    readonly own: string
    readonly foreign: string
  }
  readonly anAct: string
  readonly looksLike: (values: { name: string }) => string
  readonly unsaid: string
}

export const actions = chapter<Words>('actions', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
