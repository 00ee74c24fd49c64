// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly form: {
    readonly name: string
    readonly help: string
    readonly title: string
    readonly titleHelp: string
    readonly text: string
    readonly textHelp: string
    readonly proposal: (values: { title: string }) => string
    readonly closed: string
    readonly open: string
    readonly nowhere: string
  }
  readonly card: {
    readonly title: string
    readonly none: string
    readonly notKept: string
  }
}

export const notice = chapter<Words>('notice', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
