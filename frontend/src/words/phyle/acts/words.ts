// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../../chapter.ts'

interface Words {
  readonly will: {
    readonly social: (values: { year: string }) => string
    readonly books: (values: { year: string }) => string
    readonly giveNotice: string
  }
  readonly did: {
    readonly social: (values: { year: string }) => string
    readonly books: (values: { year: string }) => string
    readonly giveNotice: string
  }
}

export const acts = chapter<Words>('phyle/acts', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
