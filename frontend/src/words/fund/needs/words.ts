// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../../chapter.ts'

interface Words {
  readonly money: string
  readonly moneyUnknown: {
    readonly why: string
    readonly now: string
  }
  readonly toMoney: string
}

export const needs = chapter<Words>('fund/needs', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
