// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../../chapter.ts'

interface Words {
  readonly will: {
    readonly social: (values: { year: string }) => string
    readonly books: (values: { year: string }) => string
    readonly giveNotice: string
  }
  readonly did: {
    readonly social: (values: { year: string }) => string
    readonly books: (values: { year: string }) => string
    readonly giveNotice: string
  }
  readonly calls: {
    readonly phyle: {
      readonly acceptRegistrar: {
        readonly yes: (values: { who: string }) => string
        readonly no: (values: { who: string }) => string
      }
      readonly acceptAttester: {
        readonly yes: (values: { who: string }) => string
        readonly no: (values: { who: string }) => string
      }
      readonly nameAttester: {
        readonly yes: (values: { who: string }) => string
        readonly no: (values: { who: string }) => string
      }
      readonly vouch: (values: { who: string; year: string }) => string
      readonly begin: string
      readonly noteLevy: string
      readonly noteResignation: string
      readonly noteMachine: string
      readonly noteWork: string
      readonly depart: (values: { who: string }) => string
      readonly dismissHeir: (values: { who: string }) => string
      readonly enter: (values: { who: string }) => string
      readonly expel: (values: { who: string }) => string
      readonly refresh: (values: { who: string }) => string
      readonly seat: (values: { who: string; coop: string }) => string
      readonly grant: (values: { places: string; coop: string }) => string
      readonly hasten: (values: { coop: string; who: string }) => string
      readonly nameHeir: (values: { heir: string; who: string }) => string
      readonly passOn: (values: { who: string }) => string
      readonly setLeastHeads: (values: { least: string }) => string
      readonly setLeastLevy: (values: { amount: string }) => string
      readonly open: (values: { name: string; where: string }) => string
      readonly replace: (values: { name: string; where: string }) => string
      readonly setNoticePeriod: (values: { time: string }) => string
      readonly settle: (values: { who: string }) => string
      readonly unseat: (values: { member: string; who: string }) => string
      readonly appeal: string
      readonly answerCharges: string
    }
  }
}

export const acts = chapter<Words>('phyle/acts', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
