// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly what: string
  readonly noScripts: {
    readonly why: string
    readonly now: string
  }
  readonly slow: {
    readonly why: string
    readonly now: string
  }
  readonly failed: {
    readonly why: string
    readonly now: string
  }
  readonly helps: {
    readonly again: string
    readonly browser: (values: { browsers: string }) => string
    readonly extensions: string
    readonly send: string
  }
  readonly safe: string
  readonly again: string
  readonly details: string
}

export const plain = chapter<Words>('plain', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
