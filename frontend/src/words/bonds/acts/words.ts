// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../../chapter.ts'

interface Words {
  readonly will: {
    readonly float: (values: {
      title: string
      amount: string
      price: string
      supplier: string
    }) => string
    readonly endorse: (values: { id: string }) => string
  }
  readonly did: {
    readonly float: (values: {
      title: string
      amount: string
      price: string
      supplier: string
    }) => string
    readonly endorse: (values: { id: string }) => string
  }
}

export const acts = chapter<Words>('bonds/acts', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
