// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly every: {
    readonly day: string
    readonly week: string
    readonly month: string
    readonly year: string
    readonly other: (values: { time: string }) => string
  }
}

export const format = chapter<Words>('format', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
