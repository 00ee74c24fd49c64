// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly check: {
    readonly unknown: (values: { address: string }) => string
    readonly unknownWhy: string
    readonly none: (values: { address: string }) => string
    readonly unread: (values: { address: string }) => string
    readonly known: (values: { name: string }) => string
  }
  readonly form: {
    readonly what: string
    readonly acts: {
      readonly open: {
        readonly name: string
        readonly help: string
      }
      readonly close: {
        readonly name: string
        readonly help: string
      }
      readonly accept: {
        readonly name: string
        readonly help: string
      }
      readonly openForAll: {
        readonly name: string
        readonly help: string
      }
      readonly replace: {
        readonly name: string
        readonly help: string
      }
    }
    readonly address: string
    readonly addressHelp: string
    readonly wrong: string
    readonly noName: string
    readonly called: (values: { name: string }) => string
    readonly accepted: string
    readonly noFederation: string
    readonly titles: {
      readonly open: (values: { name: string }) => string
      readonly close: (values: { name: string }) => string
      readonly accept: (values: { federation: string }) => string
      readonly openForAll: (values: { name: string }) => string
      readonly replace: (values: { name: string }) => string
    }
    readonly before: {
      readonly openForAll: (values: { name: string }) => string
      readonly replace: (values: { name: string }) => string
      readonly short: string
    }
  }
}

export const chapters = chapter<Words>('chapters', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
