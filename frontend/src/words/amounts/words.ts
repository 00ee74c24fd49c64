// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly read: (values: { amount: string }) => string
  readonly ask: (values: { one: string; other: string }) => string
  readonly askOne: (values: { places: number | bigint; one: string }) => string
  readonly answers: string
  readonly faults: {
    readonly form: (values: { example: string }) => string
    readonly sign: string
    readonly groups: (values: { example: string }) => string
    readonly places: (values: { places: number | bigint }) => string
    readonly zero: string
    readonly much: string
  }
}

export const amounts = chapter<Words>('amounts', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
