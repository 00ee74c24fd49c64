// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../../chapter.ts'

interface Words {
  readonly will: {
    readonly rent: (values: { coop: string; amount: string; machine: string }) => string
    readonly levy: (values: { amount: string }) => string
    readonly gift: (values: { amount: string }) => string
    readonly spendReserve: (values: { amount: string; to: string }) => string
  }
  readonly did: {
    readonly rent: (values: { coop: string; amount: string; machine: string }) => string
    readonly levy: (values: { amount: string }) => string
    readonly gift: (values: { amount: string }) => string
    readonly spendReserve: (values: { amount: string; to: string }) => string
  }
  readonly theCoop: string
  readonly machine: (values: { id: string }) => string
  readonly machineNamed: (values: { name: string; id: string }) => string
  readonly calls: {
    readonly fund: {
      readonly buy: string
      readonly collect: string
      readonly giveBack: string
      readonly noteBacking: string
      readonly payDue: string
      readonly claim: string
      readonly claimFor: (values: { who: string }) => string
      readonly inheritFrom: (values: { who: string; to: string }) => string
      readonly claimTo: (values: { to: string }) => string
      readonly closeEpoch: string
      readonly pourWithPermit: (values: { amount: string }) => string
      readonly setPolicy: (values: {
        machineBonds: string
        machineReserve: string
        otherBonds: string
        otherReserve: string
      }) => string
      readonly settle: (values: { who: string }) => string
      readonly skim: string
    }
  }
}

export const acts = chapter<Words>('fund/acts', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
