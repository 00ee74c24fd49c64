// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly title: string
  readonly lead: string
  readonly all: string
  readonly words: string
  readonly jobs: readonly [
    {
      readonly title: string
      readonly go: string
      readonly steps: readonly [string, string, string, string]
    },
    {
      readonly title: string
      readonly go: string
      readonly steps: readonly [string, string, string, string]
    },
    {
      readonly title: string
      readonly go: string
      readonly steps: readonly [string, string, string, string]
    },
  ]
}

export const help = chapter<Words>('help', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
