// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly form: {
    readonly name: string
    readonly help: string
  }
  readonly title: string
  readonly appealTitle: string
  readonly what: string
  readonly reply: string
  readonly replyHelp: string
  readonly appeal: string
  readonly appealHelp: (values: { when: string }) => string
  readonly words: string
  readonly wordsHelp: string
  readonly notIn: string
  readonly hurry: string
  readonly state: {
    readonly runs: (values: { who: string; when: string }) => string
    readonly due: (values: { who: string }) => string
    readonly appealed: (values: { who: string; when: string; until: string }) => string
    readonly cleared: (values: { who: string }) => string
  }
  readonly propose: string
  readonly says: (values: { who: string }) => string
  readonly none: (values: { who: string }) => string
  readonly asAppeal: (values: { when: string }) => string
  readonly asReply: (values: { when: string }) => string
  readonly grounds: string
  readonly missing: (values: { digest: string }) => string
  readonly silent: (values: { who: string }) => string
}

export const expulsion = chapter<Words>('expulsion', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
