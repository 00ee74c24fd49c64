// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../../chapter.ts'

interface Words {
  readonly will: {
    readonly setRule: (values: { kind: string; whole: string }) => string
    readonly changeRule: (values: { kind: string; changes: string; whole: string }) => string
    readonly setKind: (values: { what: string; kind: string }) => string
    readonly setShares: (values: { shares: string; most: string }) => string
    readonly addClass: (values: { name: string; share: string }) => string
    readonly setPurpose: string
    readonly raiseLock: (values: { lock: string }) => string
    readonly setName: (values: { name: string }) => string
    readonly setAdmission: (values: { policy: string }) => string
    readonly setCooling: (values: { time: string }) => string
    readonly setEffects: string
    readonly openChapter: (values: { name: string }) => string
    readonly closeChapter: (values: { name: string }) => string
    readonly joinFederation: (values: { name: string }) => string
    readonly leaveChapters: string
    readonly setCoverage: (values: { name: string }) => string
    readonly dropCoverage: string
    readonly setBody: (values: { name: string }) => string
    readonly dropBody: string
  }
  readonly did: {
    readonly setRule: (values: { kind: string; whole: string }) => string
    readonly setKind: (values: { what: string; kind: string }) => string
    readonly setShares: (values: { shares: string; most: string }) => string
    readonly addClass: (values: { name: string; share: string }) => string
    readonly setPurpose: string
    readonly raiseLock: (values: { lock: string }) => string
    readonly setName: (values: { name: string }) => string
    readonly setAdmission: (values: { policy: string }) => string
    readonly setCooling: (values: { time: string }) => string
    readonly setEffects: string
    readonly openChapter: (values: { name: string }) => string
    readonly closeChapter: (values: { name: string }) => string
    readonly joinFederation: (values: { name: string }) => string
    readonly leaveChapters: string
    readonly setCoverage: (values: { name: string }) => string
    readonly dropCoverage: string
    readonly setBody: (values: { name: string }) => string
    readonly dropBody: string
  }
  readonly wholeRule: (values: { rule: string; quorum: string; periods: string }) => string
  readonly changed: (values: { name: string; from: string; to: string }) => string
  readonly setKindOf: (values: { call: string; where: string }) => string
  readonly locks: readonly [string, string, string]
  readonly policies: {
    readonly byDecision: string
    readonly bySponsors: (values: { count: number | bigint }) => string
  }
  readonly calls: {
    readonly giveWay: (values: { name: string }) => string
  }
}

export const acts = chapter<Words>('statutes/acts', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
