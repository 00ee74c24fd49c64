// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../../chapter.ts'

interface Words {
  readonly will: {
    readonly worksDelegate: (values: { name: string; until: string }) => string
    readonly offer: (values: { work: string; price: string }) => string
    readonly offerFree: (values: { work: string }) => string
  }
  readonly did: {
    readonly worksDelegate: (values: { name: string; until: string }) => string
    readonly offer: (values: { work: string; price: string }) => string
    readonly offerFree: (values: { work: string }) => string
  }
  readonly calls: {
    readonly machines: {
      readonly enter: string
    }
    readonly works: {
      readonly approveLicence: {
        readonly yes: (values: { licence: string }) => string
        readonly no: (values: { licence: string }) => string
      }
      readonly bringForward: (values: { work: string; when: string }) => string
      readonly decideOrigin: (values: { work: string }) => string
      readonly decideRight: {
        readonly UNKNOWN: (values: { work: string }) => string
        readonly FREE: (values: { work: string }) => string
        readonly SHARE_ALIKE: (values: { work: string }) => string
        readonly RESERVED: (values: { work: string }) => string
      }
      readonly listRight: {
        readonly UNKNOWN: (values: { licence: string }) => string
        readonly FREE: (values: { licence: string }) => string
        readonly SHARE_ALIKE: (values: { licence: string }) => string
        readonly RESERVED: (values: { licence: string }) => string
      }
      readonly register: (values: { title: string; version: string; licence: string }) => string
    }
  }
}

export const acts = chapter<Words>('commons/acts', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
