// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../../chapter.ts'

interface Words {
  readonly calls: {
    readonly assembly: {
      readonly askAgain: (values: { id: string; root: boolean }) => string
      readonly callAgain: (values: { root: boolean; title: string }) => string
      readonly cancel: (values: { root: boolean }) => string
      readonly castBallots: (values: { id: string; root: boolean }) => string
      readonly castChanges: (values: { id: string; root: boolean }) => string
      readonly castVoteBySig: (values: { voter: string; id: string; root: boolean }) => string
      readonly execute: (values: { root: boolean }) => string
      readonly propose: (values: { acts: number | bigint; root: boolean; title: string }) => string
      readonly queue: (values: { root: boolean }) => string
      readonly votes: {
        readonly for: (values: { id: string; root: boolean }) => string
        readonly against: (values: { id: string; root: boolean }) => string
        readonly abstain: (values: { id: string; root: boolean }) => string
        readonly object: (values: { id: string; root: boolean }) => string
        readonly none: (values: { choice: string }) => string
      }
    }
  }
}

export const acts = chapter<Words>('assembly/acts', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
