// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../../chapter.ts'

interface Words {
  readonly permissions: string
  readonly ends: (values: { work: string; when: string }) => string
  readonly renew: string
}

export const needs = chapter<Words>('licences/needs', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
