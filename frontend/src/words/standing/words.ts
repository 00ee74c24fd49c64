// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly voted: (values: { voted: number | bigint; members: number | bigint }) => string
  readonly closes: (values: { when: string }) => string
  readonly raised: (values: { raised: string; most: string }) => string
}

export const standing = chapter<Words>('standing', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
