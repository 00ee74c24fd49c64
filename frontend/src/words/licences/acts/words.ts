// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../../chapter.ts'

interface Words {
  readonly calls: {
    readonly licences: {
      readonly accredit: (values: { who: string; when: string }) => string
      readonly acquire: {
        readonly may: (values: { who: string; work: string; time: string }) => string
        readonly size: string
        readonly grounds: {
          readonly NON_COMMERCIAL: string
          readonly COMMON_GOOD: string
          readonly MEMBER_COOP: string
          readonly COOPERATOR: string
          readonly CONTRIBUTOR: string
          readonly SMALL_FIRM: string
        }
      }
      readonly cost: {
        readonly free: string
        readonly most: (values: { amount: string }) => string
        readonly terms: (values: { version: string }) => string
      }
      readonly attestCommonGood: (values: { when: string; who: string }) => string
      readonly claimFor: (values: { who: string }) => string
      readonly claimTo: (values: { to: string }) => string
      readonly pourToFund: string
      readonly refund: (values: { work: string; receipt: string; to: string }) => string
      readonly release: (values: { who: string; work: string }) => string
      readonly renew: (values: { work: string; time: string }) => string
      readonly split: (values: { work: string }) => string
      readonly withdrawCommonGood: (values: { who: string }) => string
    }
    readonly contributions: {
      readonly attest: (values: { who: string; points: string; work: string }) => string
      readonly mature: (values: { work: string }) => string
      readonly nameAttester: (values: { who: string; quota: string; when: string }) => string
      readonly withdraw: (values: { work: string }) => string
    }
  }
}

export const acts = chapter<Words>('licences/acts', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
