// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../../chapter.ts'

interface Words {
  readonly applications: string
  readonly applicants: (values: { count: number | bigint; coop: string }) => string
  readonly see: string
  readonly applied: (values: { coop: string }) => string
  readonly noCoop: string
  readonly join: string
}

export const needs = chapter<Words>('membership/needs', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
