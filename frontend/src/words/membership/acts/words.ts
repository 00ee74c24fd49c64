// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../../chapter.ts'

interface Words {
  readonly will: {
    readonly admit: (values: { count: number | bigint; names: string; group: string }) => string
    readonly refuse: (values: { name: string }) => string
    readonly changeClass: (values: { name: string; group: string }) => string
  }
  readonly did: {
    readonly admit: (values: { count: number | bigint; names: string; group: string }) => string
    readonly refuse: (values: { name: string }) => string
    readonly changeClass: (values: { name: string; group: string }) => string
  }
  readonly calls: {
    readonly membership: {
      readonly admitBySponsors: (values: { who: string; root: boolean }) => string
      readonly applyFor: (values: { root: boolean; when: string }) => string
      readonly enrolFounders: string
      readonly leaveByRegister: string
      readonly resign: (values: { root: boolean }) => string
      readonly noteSilence: (values: { who: string }) => string
      readonly showVote: (values: { who: string; id: string }) => string
      readonly speakUp: string
      readonly strikeOff: (values: { who: string }) => string
      readonly withdrawApplication: (values: { root: boolean }) => string
      readonly withdrawSponsorship: (values: { who: string }) => string
      readonly carry: (values: { count: number | bigint }) => string
      readonly standDown: string
      readonly takeOver: string
    }
  }
}

export const acts = chapter<Words>('membership/acts', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
