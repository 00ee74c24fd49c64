// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../../chapter.ts'

interface Words {
  readonly votes: string
  readonly vote: string
  readonly carry: string
  readonly carryOut: string
}

export const needs = chapter<Words>('assembly/needs', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
