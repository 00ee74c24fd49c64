// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly fund: string
  readonly bonds: string
  readonly works: string
  readonly machines: string
  readonly licences: string
  readonly contributions: string
  readonly cash: string
}

export const contracts = chapter<Words>('contracts', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
