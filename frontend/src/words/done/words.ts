// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly pay: (values: { amount: string; to: string }) => string
  readonly transfer: (values: { amount: string; to: string }) => string
  readonly approve: (values: { to: string; amount: string }) => string
  readonly approveAll: (values: { to: string; token: string }) => string
  readonly approveNone: (values: { to: string }) => string
  readonly transferFrom: (values: { amount: string; from: string; to: string }) => string
  readonly admit: (values: { count: number | bigint; names: string; group: string }) => string
  readonly refuse: (values: { name: string }) => string
  readonly changeClass: (values: { name: string; group: string }) => string
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
  readonly adoptOrgans: (values: { parts: string }) => string
  readonly float: (values: {
    title: string
    amount: string
    price: string
    supplier: string
  }) => string
  readonly endorse: (values: { id: string }) => string
  readonly social: (values: { year: string }) => string
  readonly books: (values: { year: string }) => string
  readonly rent: (values: { coop: string; amount: string; machine: string }) => string
  readonly levy: (values: { amount: string }) => string
  readonly gift: (values: { amount: string }) => string
  readonly giveNotice: string
  readonly spendReserve: (values: { amount: string; to: string }) => string
  readonly worksDelegate: (values: { name: string; until: string }) => string
  readonly offer: (values: { work: string; price: string }) => string
  readonly offerFree: (values: { work: string }) => string
  readonly text: string
  readonly unknown: (values: { what: string; target: string }) => string
  readonly payOn: (values: { amount: string; to: string; ground: string }) => string
  readonly changeRule: (values: { kind: string; changes: string; whole: string }) => string
  readonly unknownWith: (values: { what: string; target: string; coins: string }) => string
  readonly openChapter: (values: { name: string }) => string
  readonly closeChapter: (values: { name: string }) => string
  readonly joinFederation: (values: { name: string }) => string
  readonly leaveChapters: string
  readonly fund: (values: { chapter: string; amount: string; what: string }) => string
  readonly fundOn: (values: {
    chapter: string
    amount: string
    ground: string
    what: string
  }) => string
}

export const done = chapter<Words>('done', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
