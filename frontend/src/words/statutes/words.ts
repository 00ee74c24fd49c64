// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly title: string
  readonly lock: {
    readonly NONE: string
    readonly COMMON_OWNERSHIP: string
    readonly FULL: string
  }
  readonly admission: {
    readonly BY_DECISION: string
    readonly BY_SPONSORS: (values: { sponsors: number | bigint }) => string
  }
  readonly limit: string
  readonly leaving: string
  readonly cooling: (values: { time: string }) => string
  readonly third: string
  readonly none: string
  readonly takes: (values: { periods: string }) => string
  readonly amended: (values: { count: number | bigint }) => string
  readonly amendments: {
    readonly RuleSet: string
    readonly KindSet: string
    readonly SharesSet: string
    readonly ClassAdded: string
    readonly PurposeSet: string
    readonly LockRaised: string
    readonly NameSet: string
    readonly AdmissionSet: string
    readonly CoolingPeriodSet: string
    readonly EffectsSet: string
    readonly BodySet: string
  }
  readonly left: {
    readonly to: string
    readonly federation: string
  }
}

export const statutes = chapter<Words>('statutes', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
