// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../../chapter.ts'

interface Words {
  readonly will: {
    readonly post: (values: { title: string }) => string
  }
  readonly did: {
    readonly post: (values: { title: string }) => string
  }
}

export const acts = chapter<Words>('notice/acts', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
