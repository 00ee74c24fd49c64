// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly search: string
  readonly clear: string
  readonly any: string
  readonly filters: string
  readonly pages: string
  readonly newer: string
  readonly older: string
  readonly shown: (values: {
    from: number | bigint
    to: number | bigint
    total: number | bigint
  }) => string
  readonly printed: (values: { rows: number | bigint }) => string
  readonly decisions: {
    readonly text: string
    readonly state: string
    readonly states: {
      readonly open: string
      readonly passed: string
      readonly coming: string
      readonly done: string
      readonly lost: string
      readonly lapsed: string
      readonly cancelled: string
    }
    readonly kind: string
    readonly mine: string
    readonly count: (values: { count: number | bigint }) => string
    readonly none: string
  }
  readonly offers: {
    readonly text: string
    readonly coop: string
    readonly state: string
    readonly states: {
      readonly open: string
      readonly soon: string
      readonly under: string
      readonly running: string
      readonly repaid: string
      readonly failed: string
    }
    readonly count: (values: { count: number | bigint }) => string
    readonly none: string
  }
  readonly works: {
    readonly licence: string
    readonly steward: string
    readonly kind: string
    readonly kinds: {
      readonly works: string
      readonly machines: string
    }
    readonly count: (values: { works: number | bigint; machines: number | bigint }) => string
    readonly none: string
  }
  readonly people: {
    readonly text: string
    readonly group: string
    readonly who: string
    readonly here: string
    readonly left: string
    readonly count: (values: { count: number | bigint }) => string
    readonly none: string
  }
  readonly coops: {
    readonly text: string
    readonly mine: string
    readonly others: string
    readonly count: (values: { count: number | bigint }) => string
    readonly none: string
  }
  readonly share: {
    readonly open: string
    readonly title: string
    readonly lead: string
    readonly copy: string
    readonly copied: string
    readonly readable: string
    readonly sure: string
    readonly sureHelp: string
    readonly copySure: string
    readonly send: string
    readonly code: string
    readonly print: string
  }
  readonly namesakes: {
    readonly title: (values: { count: number | bigint }) => string
    readonly shown: (values: { name: string; when: string }) => string
    readonly others: string
    readonly founded: (values: { when: string }) => string
  }
  readonly missing: {
    readonly decision: (values: { id: string }) => string
    readonly decisionWhat: string
    readonly decisions: string
    readonly coop: string
    readonly coopWhat: string
    readonly coops: string
    readonly work: string
    readonly workWhat: string
    readonly works: string
  }
  readonly csv: {
    readonly roll: string
    readonly votes: string
    readonly account: string
    readonly mine: string
    readonly reading: (values: { read: number | bigint; all: number | bigint }) => string
    readonly done: (values: { rows: number | bigint }) => string
    readonly failed: string
    readonly heads: {
      readonly number: string
      readonly name: string
      readonly address: string
      readonly group: string
      readonly joined: string
      readonly left: string
      readonly groupBefore: string
      readonly groupChanged: string
      readonly admittedBy: string
      readonly choice: string
      readonly how: string
      readonly reason: string
      readonly time: string
      readonly block: string
      readonly transaction: string
      readonly direction: string
      readonly what: string
      readonly ground: string
      readonly decision: string
      readonly offer: string
      readonly work: string
      readonly amount: string
      readonly currency: string
      readonly token: string
      readonly document: string
      readonly line: string
    }
    readonly direction: {
      readonly in: string
      readonly out: string
    }
    readonly smallest: string
    readonly movements: {
      readonly subscribed: string
      readonly withdrawn: string
      readonly refunded: string
      readonly taken: string
      readonly equalShare: string
      readonly licenceShare: string
      readonly licenceFee: string
      readonly useFee: string
      readonly gift: string
    }
    readonly how: {
      readonly direct: string
      readonly carried: string
      readonly standIn: string
      readonly changed: string
    }
    readonly admittedBy: {
      readonly founding: string
      readonly decision: string
      readonly sponsors: string
    }
  }
}

export const find = chapter<Words>('find', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
