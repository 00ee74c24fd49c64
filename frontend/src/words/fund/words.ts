// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly money: {
    readonly title: string
    readonly lead: string
    readonly signIn: string
    readonly noFederation: string
  }
  readonly due: {
    readonly title: string
    readonly nothing: string
    readonly share: string
    readonly bond: (values: { name: string }) => string
    readonly refund: (values: { name: string }) => string
    readonly collect: (values: { amount: string }) => string
    readonly note: string
    readonly done: string
    readonly total: (values: { amount: string }) => string
  }
  readonly estates: {
    readonly mine: string
    readonly mineWaits: (values: { coop: string; when: string }) => string
    readonly minePassed: (values: { coop: string; when: string }) => string
    readonly heir: string
    readonly proof: string
    readonly stop: string
    readonly stopped: string
    readonly inherited: string
    readonly waits: (values: { coop: string; when: string }) => string
    readonly yours: (values: { coop: string }) => string
    readonly passOn: string
    readonly passedOn: string
    readonly share: string
    readonly collect: (values: { amount: string }) => string
    readonly bonds: (values: { count: string }) => string
    readonly take: string
    readonly takeWith: (values: { amount: string }) => string
    readonly pledged: string
    readonly taken: string
    readonly nothing: string
  }
  readonly wallet: {
    readonly title: string
    readonly what: string
  }
  readonly share: {
    readonly title: string
    readonly what: string
    readonly since: (values: { when: string }) => string
    readonly from: (values: { when: string }) => string
    readonly stopped: (values: { when: string }) => string
    readonly never: string
    readonly join: string
    readonly month: string
    readonly perHead: string
    readonly none: string
    readonly now: string
    readonly ends: (values: { when: string }) => string
    readonly pot: string
    readonly heads: string
    readonly each: string
    readonly collected: string
    readonly merged: string
    readonly tooFew: (values: { least: string }) => string
  }
  readonly waiting: {
    readonly why: (values: {
      coop: string
      places: string
      earning: string
      when: string
    }) => string
    readonly free: string
    readonly sooner: (values: { when: string }) => string
    readonly done: string
  }
  readonly bonds: {
    readonly title: string
    readonly none: string
    readonly see: string
    readonly what: string
    readonly lent: string
    readonly back: string
    readonly due: string
    readonly state: string
    readonly states: {
      readonly none: string
      readonly open: string
      readonly failed: string
      readonly funded: string
      readonly bought: string
      readonly redeemed: string
      readonly writtenDown: string
    }
    readonly offer: (values: { id: string }) => string
  }
  readonly history: {
    readonly title: string
    readonly none: string
    readonly missing: string
    readonly when: string
    readonly what: string
    readonly amount: string
    readonly out: string
    readonly in: string
    readonly older: (values: { count: number | bigint }) => string
    readonly movements: {
      readonly subscribed: (values: { of: string }) => string
      readonly withdrawn: (values: { of: string }) => string
      readonly refunded: (values: { of: string }) => string
      readonly taken: (values: { of: string }) => string
      readonly equalShare: string
      readonly licenceShare: string
      readonly licenceFee: string
      readonly useFee: (values: { of: string }) => string
      readonly gift: string
    }
    readonly licence: string
  }
  readonly licences: {
    readonly title: string
    readonly what: string
    readonly yours: string
    readonly whyYou: (values: { works: string }) => string
    readonly why: (values: { coop: string; works: string }) => string
    readonly ready: string
    readonly toDivide: string
    readonly waiting: (values: { when: string }) => string
    readonly collect: (values: { amount: string }) => string
    readonly collectFor: (values: { amount: string; coop: string }) => string
    readonly divide: (values: { amount: string }) => string
    readonly noteMine: string
    readonly noteCoop: (values: { coop: string }) => string
    readonly done: string
    readonly doneFor: (values: { coop: string }) => string
    readonly divided: string
  }
}

export const fund = chapter<Words>('fund', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
