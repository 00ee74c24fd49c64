// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly bonds: {
    readonly title: string
    readonly lead: string
    readonly open: string
    readonly soon: string
    readonly under: string
    readonly running: string
    readonly over: string
    readonly noneOpen: string
    readonly none: string
    readonly propose: string
    readonly federation: string
    readonly paidBack: (values: { paid: string; most: string }) => string
    readonly notFunded: string
    readonly notBought: string
    readonly allPaid: string
    readonly opens: (values: { when: string }) => string
    readonly until: (values: { when: string }) => string
    readonly closes: (values: { when: string }) => string
    readonly buyBy: (values: { when: string }) => string
    readonly look: string
    readonly compare: string
    readonly compareOne: (values: { what: string }) => string
    readonly compareMore: string
    readonly compareFull: (values: { most: number | bigint }) => string
    readonly compareNone: string
  }
  readonly states: {
    readonly before: (values: { when: string }) => string
    readonly open: (values: { left: string }) => string
    readonly closing: (values: { when: string }) => string
    readonly failed: string
    readonly lapsed: string
    readonly funded: string
    readonly bought: string
    readonly redeemed: string
    readonly writtenDown: string
  }
  readonly series: {
    readonly over: (values: { id: string; coop: string }) => string
    readonly title: (values: { what: string; coop: string }) => string
    readonly forCoop: (values: { coop: string }) => string
    readonly leads: {
      readonly before: string
      readonly open: string
      readonly closing: string
      readonly failed: string
      readonly funded: string
      readonly bought: string
      readonly redeemed: string
      readonly writtenDown: string
    }
  }
  readonly raised: {
    readonly title: string
    readonly by: (values: { people: number | bigint }) => string
    readonly wasBy: (values: { people: number | bigint }) => string
    readonly line: (values: { who: string; least: string; most: string }) => string
    readonly ifNot: (values: { least: string; when: string }) => string
    readonly reached: (values: { when: string }) => string
    readonly short: (values: { least: string }) => string
    readonly late: (values: { when: string }) => string
    readonly buyBy: (values: { when: string }) => string
    readonly refunded: (values: { count: number | bigint; all: number | bigint }) => string
    readonly closing: (values: { when: string }) => string
    readonly standing: (values: { coop: string }) => string
  }
  readonly paidBack: {
    readonly title: string
    readonly line: (values: { most: string }) => string
    readonly nothing: string
    readonly left: (values: { amount: string }) => string
    readonly curve: string
    readonly most: (values: { amount: string }) => string
    readonly heads: readonly [string, string]
    readonly ifPaid: (values: { when: string }) => string
    readonly hoped: (values: { when: string }) => string
  }
  readonly flow: {
    readonly title: string
    readonly fees: string
    readonly feesOf: (values: { coop: string }) => string
    readonly common: string
    readonly commonWhat: string
    readonly holders: string
    readonly until: (values: { amount: string }) => string
    readonly share: string
    readonly shareWhat: string
    readonly reserve: string
    readonly reserveWhat: string
    readonly each: (values: { amount: string; often: string }) => string
    readonly aPart: string
    readonly after: (values: { percent: string }) => string
    readonly heads: readonly [string, string, string]
    readonly noteEndorsed: string
    readonly noteOwn: string
    readonly noteFree: string
    readonly noteNothing: string
  }
  readonly machine: {
    readonly title: string
    readonly titleFailed: string
    readonly supplier: string
    readonly price: string
    readonly user: string
    readonly fee: string
    readonly free: string
    readonly noDocument: string
    readonly see: string
    readonly decision: string
  }
  readonly terms: {
    readonly title: string
    readonly cap: string
    readonly capPar: string
    readonly capMore: (values: { percent: string }) => string
    readonly perPerson: string
    readonly opens: string
    readonly until: string
    readonly closes: string
    readonly buyBy: string
    readonly expected: string
    readonly vote: string
    readonly noVote: string
    readonly endorsed: string
    readonly yes: string
    readonly no: string
    readonly fingerprint: string
    readonly rules: (values: { until: string; latest: string }) => string
  }
  readonly holders: {
    readonly title: string
    readonly none: string
    readonly who: string
    readonly lent: string
    readonly taken: string
    readonly due: string
    readonly rest: (values: { count: number | bigint }) => string
  }
  readonly history: {
    readonly title: string
    readonly events: {
      readonly floated: (values: { who: string }) => string
      readonly subscribed: (values: { who: string; amount: string }) => string
      readonly withdrawn: (values: { who: string; amount: string }) => string
      readonly transferred: (values: { who: string; amount: string }) => string
      readonly bought: (values: { amount: string }) => string
      readonly failed: string
      readonly refunded: (values: { who: string; amount: string }) => string
      readonly paid: (values: { amount: string }) => string
      readonly taken: (values: { who: string; amount: string }) => string
      readonly redeemed: string
    }
    readonly sources: {
      readonly machine: string
      readonly common: string
      readonly leftover: string
    }
    readonly older: (values: { count: number | bigint }) => string
  }
  readonly lend: {
    readonly title: string
    readonly more: string
    readonly amount: string
    readonly help: (values: { most: string }) => string
    readonly most: string
    readonly expected: string
    readonly mind: string
    readonly risk: string
    readonly riskRent: (values: { coop: string }) => string
    readonly riskBoth: (values: { coop: string }) => string
    readonly riskCommon: string
    readonly riskNothing: string
    readonly button: (values: { amount: string }) => string
    readonly empty: string
    readonly note: (values: { have: string }) => string
    readonly done: (values: { amount: string }) => string
    readonly signing: string
    readonly signIn: string
    readonly public: string
    readonly payments: string
    readonly problems: {
      readonly notWhole: string
      readonly zero: string
      readonly overOffer: (values: { most: string }) => string
      readonly overPerson: (values: { most: string }) => string
      readonly overCash: (values: { most: string }) => string
    }
    readonly full: string
    readonly enough: string
    readonly notCooperator: string
    readonly join: string
    readonly notSeated: (values: { coop: string }) => string
    readonly seat: string
    readonly seatDone: string
    readonly seatNote: string
    readonly before: (values: { when: string }) => string
    readonly beforeNote: string
    readonly closing: (values: { when: string }) => string
    readonly closingEnough: string
    readonly closingShort: string
    readonly freed: (values: { amount: string; closes: string; latest: string }) => string
    readonly rules: (values: { mind: string }) => string
    readonly shutOut: string
    readonly unbacked: string
    readonly unbackedBefore: (values: { when: string }) => string
  }
  readonly payments: {
    readonly fees: (values: { count: number | bigint; amount: string; often: string }) => string
    readonly common: string
    readonly nothing: string
  }
  readonly record: {
    readonly title: (values: { coop: string }) => string
    readonly balance: string
    readonly earlier: string
    readonly what: string
    readonly reading: string
    readonly unknown: string
    readonly record: {
      readonly repaid: (values: { count: number | bigint }) => string
      readonly running: (values: { count: number | bigint }) => string
      readonly late: (values: { count: number | bigint }) => string
      readonly writtenDown: (values: { count: number | bigint }) => string
      readonly failed: (values: { count: number | bigint }) => string
      readonly raising: (values: { count: number | bigint }) => string
      readonly none: string
    }
  }
  readonly compare: {
    readonly title: string
    readonly coop: string
    readonly state: string
    readonly raised: string
    readonly least: string
    readonly most: string
    readonly price: string
    readonly cap: string
    readonly payments: string
    readonly endorsed: string
    readonly person: string
    readonly until: string
    readonly expected: string
    readonly balance: string
    readonly record: string
  }
  readonly mine: {
    readonly title: string
    readonly lent: string
    readonly most: string
    readonly got: string
    readonly due: string
    readonly none: string
    readonly change: string
    readonly changeHelp: (values: { when: string; most: string }) => string
    readonly changeAmount: string
    readonly changeButton: (values: { amount: string }) => string
    readonly changeEmpty: string
    readonly changeDone: (values: { amount: string }) => string
    readonly changeOver: (values: { most: string }) => string
    readonly collect: (values: { amount: string }) => string
    readonly collectNote: string
    readonly collected: string
    readonly nothingDue: string
    readonly refund: (values: { amount: string }) => string
    readonly refundNote: string
    readonly refunded: string
    readonly wait: string
    readonly binding: (values: { until: string; closes: string }) => string
  }
  readonly buy: {
    readonly title: string
    readonly what: (values: { price: string; supplier: string }) => string
    readonly left: (values: { amount: string }) => string
    readonly button: string
    readonly note: string
    readonly until: (values: { when: string }) => string
    readonly done: string
    readonly standing: (values: { coop: string; when: string }) => string
  }
  readonly transfer: {
    readonly summary: string
    readonly what: string
    readonly to: string
    readonly toHelp: string
    readonly amount: string
    readonly button: (values: { amount: string; name: string }) => string
    readonly empty: string
    readonly done: string
    readonly notAddress: string
    readonly over: (values: { most: string }) => string
    readonly toYourself: {
      readonly why: string
      readonly now: string
    }
    readonly notACooperator: {
      readonly why: string
      readonly now: string
    }
  }
}

export const bonds = chapter<Words>('bonds', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
