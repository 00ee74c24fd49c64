// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly coopsPage: {
    readonly title: string
    readonly lead: string
    readonly none: string
    readonly found: string
    readonly mine: string
    readonly members: (values: { count: number | bigint }) => string
    readonly open: (values: { count: number | bigint }) => string
    readonly root: string
  }
  readonly nextSteps: {
    readonly title: string
    readonly done: string
    readonly hide: string
    readonly receive: string
    readonly link: string
    readonly code: string
    readonly codeName: (values: { coop: string }) => string
    readonly steps: {
      readonly invite: {
        readonly name: string
        readonly what: string
        readonly begun: string
        readonly act: string
      }
      readonly decide: {
        readonly name: string
        readonly what: string
        readonly begun: string
        readonly act: string
      }
      readonly money: {
        readonly name: string
        readonly what: string
        readonly begun: string
        readonly act: string
      }
      readonly federation: {
        readonly name: string
        readonly what: string
        readonly begun: string
        readonly act: string
      }
    }
  }
  readonly receive: {
    readonly code: (values: { coop: string }) => string
    readonly what: (values: { coop: string }) => string
    readonly only: (values: { symbol: string; chain: string }) => string
  }
  readonly coopPage: {
    readonly members: (values: { count: number | bigint }) => string
    readonly noPurpose: string
    readonly who: string
    readonly oneVote: string
    readonly byHeads: string
    readonly control: (values: { share: string }) => string
    readonly most: (values: { share: string }) => string
    readonly money: string
    readonly inAccount: string
    readonly receive: string
    readonly noMoves: string
    readonly moves: string
    readonly unitsOf: (values: { count: string; token: string }) => string
    readonly moveHeads: readonly [string, string, string]
    readonly issued: string
    readonly from: (values: { who: string }) => string
    readonly to: (values: { who: string }) => string
    readonly grounds: {
      readonly WAGE: string
      readonly INVOICE: string
      readonly EXPENSE: string
      readonly REFUND: string
      readonly SHARE_INTEREST: string
      readonly SURPLUS: string
    }
    readonly decided: (values: { id: string }) => string
    readonly others: string
    readonly decisions: string
    readonly allDecisions: string
    readonly noDecisions: string
    readonly propose: string
    readonly documents: string
    readonly founding: string
    readonly social: (values: { year: string }) => string
    readonly books: (values: { year: string }) => string
    readonly noFilings: string
    readonly read: string
    readonly notKept: string
    readonly fingerprint: string
    readonly addresses: string
    readonly organs: {
      readonly coop: string
      readonly statutes: string
      readonly membership: string
      readonly assembly: string
    }
    readonly founded: (values: { when: string }) => string
    readonly fromLine: (values: { line: string }) => string
  }
  readonly left: {
    readonly title: string
    readonly lead: (values: { when: string; from: string }) => string
    readonly after: (values: { when: string }) => string
    readonly to: string
    readonly nobody: string
    readonly send: (values: { amount: string }) => string
    readonly sent: string
    readonly none: string
  }
}

export const cooperative = chapter<Words>('cooperative', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
