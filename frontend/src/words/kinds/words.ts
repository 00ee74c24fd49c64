// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly ORDINARY: {
    readonly name: string
    readonly decision: string
    readonly a: string
    readonly what: string
  }
  readonly CONSENT: {
    readonly name: string
    readonly decision: string
    readonly a: string
    readonly what: string
  }
  readonly SPECIAL: {
    readonly name: string
    readonly decision: string
    readonly a: string
    readonly what: string
  }
  readonly ENTRENCHED: {
    readonly name: string
    readonly decision: string
    readonly a: string
    readonly what: string
  }
}

export const kinds = chapter<Words>('kinds', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
