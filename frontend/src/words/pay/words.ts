// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly notEnough: {
    readonly why: (values: { have: string; need: string }) => string
    readonly now: string
  }
  readonly have: (values: { amount: string }) => string
}

export const pay = chapter<Words>('pay', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
