// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly publicLicence: {
    readonly allows: {
      readonly FREE: (values: { licence: string }) => string
      readonly SHARE_ALIKE: (values: { licence: string }) => string
      readonly RESERVED: (values: { licence: string }) => string
      readonly UNKNOWN: (values: { licence: string }) => string
    }
    readonly offered: {
      readonly FREE: string
      readonly SHARE_ALIKE: string
      readonly RESERVED: string
      readonly UNKNOWN: string
    }
    readonly twin: string
    readonly twinSee: (values: { id: string }) => string
  }
  readonly commons: {
    readonly title: string
    readonly lead: string
    readonly works: string
    readonly machines: string
    readonly search: string
    readonly searchHelp: string
    readonly noneFound: (values: { text: string }) => string
    readonly noWorks: string
    readonly noMachines: string
    readonly coops: string
    readonly bonds: string
    readonly of: (values: { steward: string }) => string
    readonly usedBy: (values: { coop: string }) => string
    readonly earned: (values: { amount: string }) => string
    readonly paidBack: string
    readonly priceUpTo: (values: { amount: string }) => string
    readonly freeForAll: string
    readonly version: (values: { version: string }) => string
  }
  readonly work: {
    readonly over: (values: { id: string; steward: string }) => string
    readonly mayI: string
    readonly mayINote: string
    readonly about: string
    readonly version: string
    readonly licence: string
    readonly licensor: string
    readonly steward: string
    readonly registered: string
    readonly links: string
    readonly content: string
    readonly copyCid: string
    readonly copied: string
    readonly contentNote: string
    readonly digest: string
    readonly termsTitle: string
    readonly noTerms: string
    readonly freeAlways: string
    readonly soldBy: (values: { licensor: string }) => string
    readonly price: string
    readonly size: string
    readonly pays: string
    readonly splits: (values: { steward: string; parents: string; fund: string }) => string
    readonly splitsNoParents: (values: { steward: string; fund: string }) => string
    readonly points: (values: { points: string; attesters: number | bigint }) => string
    readonly window: (values: { time: string }) => string
    readonly grace: (values: { time: string }) => string
    readonly notice: (values: { time: string }) => string
    readonly changeDate: (values: { when: string }) => string
    readonly coming: (values: { when: string }) => string
    readonly legalText: string
    readonly legalMissing: string
    readonly earlier: string
    readonly releases: string
    readonly thisOne: string
    readonly parents: string
    readonly noParents: string
    readonly children: string
    readonly permissions: string
    readonly noPermissions: string
    readonly who: string
    readonly ground: string
    readonly until: string
    readonly paid: string
    readonly contributions: string
    readonly noContributions: string
    readonly pointsColumn: string
    readonly matures: string
    readonly attesters: string
    readonly missing: string
  }
}

export const commons = chapter<Words>('commons', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
