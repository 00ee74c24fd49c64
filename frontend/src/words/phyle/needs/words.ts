// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../../chapter.ts'

interface Words {
  readonly title: string
  readonly asked: (values: { coop: string; year: string }) => string
  readonly read: string
  readonly decision: string
  readonly vouch: string
  readonly done: string
  readonly vouched: string
  readonly public: string
}

export const needs = chapter<Words>('phyle/needs', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
