// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly attach: string
  readonly optional: string
  readonly help: (values: { most: number | bigint; size: string }) => string
  readonly choose: string
  readonly remove: string
  readonly removeNamed: (values: { name: string }) => string
  readonly note: string
  readonly title: string
  readonly mind: string
  readonly missing: string
  readonly unknown: string
  readonly asking: string
  readonly save: string
  readonly saveNamed: (values: { name: string }) => string
  readonly show: string
  readonly showNamed: (values: { name: string }) => string
  readonly changed: {
    readonly why: string
    readonly now: string
  }
  readonly kinds: {
    readonly 'image/png': string
    readonly 'image/jpeg': string
    readonly 'image/webp': string
    readonly 'application/pdf': string
    readonly 'text/plain': string
    readonly 'text/csv': string
  }
  readonly faults: {
    readonly large: (values: { name: string; size: string }) => string
    readonly kind: (values: { name: string }) => string
    readonly many: (values: { most: number | bigint }) => string
  }
}

export const files = chapter<Words>('files', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
