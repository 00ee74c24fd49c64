// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly forYouPage: {
    readonly title: string
    readonly hello: (values: { name: string }) => string
    readonly nothing: string
    readonly nothingLead: string
    readonly signedOut: {
      readonly title: string
      readonly lead: string
      readonly signIn: string
      readonly vote: string
      readonly bond: string
      readonly use: string
      readonly found: string
      readonly help: string
      readonly now: string
    }
  }
}

export const foryou = chapter<Words>('foryou', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
