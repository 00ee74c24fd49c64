// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly raw: string
  readonly units: string
  readonly yes: string
  readonly no: string
  readonly nothing: string
  readonly more: (values: { count: number | bigint }) => string
  readonly entry: (values: { place: number | bigint }) => string
  readonly social: {
    readonly year: (values: { year: string }) => string
    readonly effects: string
    readonly heads: readonly [string, string, string]
    readonly figure: (values: { figure: string; unit: string }) => string
    readonly attester: string
    readonly unchecked: string
    readonly report: string
  }
}

export const documents = chapter<Words>('documents', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
