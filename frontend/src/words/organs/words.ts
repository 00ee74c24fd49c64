// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly check: {
    readonly known: string
    readonly unknown: (values: { address: string }) => string
    readonly unknownWhy: string
  }
  readonly form: {
    readonly title: string
    readonly what: string
    readonly ends: string
    readonly registrar: string
    readonly registrarHelp: string
    readonly wrong: string
    readonly refused: string
    readonly again: {
      readonly carried: (values: { list: string }) => string
      readonly kinds: (values: { count: number | bigint }) => string
      readonly chapters: (values: { count: number | bigint }) => string
      readonly coverage: string
      readonly effects: string
      readonly nothing: string
      readonly later: string
      readonly lost: (values: { list: string }) => string
      readonly asking: string
      readonly unread: string
      readonly build: string
      readonly buildHelp: string
      readonly built: string
    }
  }
  readonly foreign: {
    readonly unknown: string
    readonly why: (values: { address: string }) => string
    readonly money: string
  }
}

export const organs = chapter<Words>('organs', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
