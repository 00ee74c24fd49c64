// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly federations: {
    readonly title: string
    readonly lead: string
    readonly none: string
  }
  readonly federation: {
    readonly over: (values: { coops: number | bigint; heads: number | bigint }) => string
    readonly lead: string
    readonly example: string
    readonly applications: string
    readonly decisions: string
    readonly decisionsWhat: string
    readonly noDecisions: string
    readonly others: string
    readonly figures: (values: { coops: string; heads: string }) => string
    readonly root: string
    readonly coops: string
    readonly noCoops: string
    readonly members: (values: { count: number | bigint }) => string
    readonly heads: (values: { count: number | bigint }) => string
    readonly leaves: (values: { when: string }) => string
    readonly passes: string
    readonly fails: (values: { count: number | bigint }) => string
    readonly map: {
      readonly label: (values: { federation: string }) => string
      readonly machine: (values: { name: string; coop: string }) => string
      readonly size: string
      readonly passes: string
      readonly fails: string
      readonly leaving: string
      readonly machineIn: string
      readonly machineDone: string
    }
    readonly money: string
    readonly flow: string
    readonly flowHeads: readonly [string, string, string]
    readonly sources: {
      readonly machines: string
      readonly licences: string
      readonly levies: string
      readonly gifts: string
    }
    readonly pot: string
    readonly uses: {
      readonly bonds: string
      readonly reserve: string
      readonly heads: string
    }
    readonly noMoney: string
    readonly held: string
    readonly reserve: string
    readonly waiting: string
    readonly owed: string
    readonly flowWhat: (values: { claimed: string }) => string
    readonly policyTitle: string
    readonly first: string
    readonly beyond: (values: { parts: string }) => string
    readonly left: string
    readonly other: (values: { parts: string }) => string
    readonly toHeads: (values: { part: string }) => string
    readonly toReserve: (values: { part: string }) => string
    readonly toBonds: (values: { part: string }) => string
    readonly epochs: string
    readonly epochHeads: readonly [string, string, string]
    readonly noEpochs: string
    readonly running: string
    readonly machines: string
    readonly works: string
    readonly noWorks: string
    readonly all: string
    readonly keptBy: (values: { coop: string }) => string
    readonly pours: string
    readonly pourHeads: readonly [string, string, string]
    readonly pourSources: {
      readonly machine: string
      readonly licence: string
      readonly levy: string
      readonly gift: string
    }
  }
  readonly standing: {
    readonly title: string
    readonly good: string
    readonly notGood: string
    readonly until: (values: { when: string }) => string
    readonly yes: string
    readonly no: string
    readonly questions: {
      readonly commonGood: string
      readonly multiStakeholder: string
      readonly commons: string
      readonly openBooks: string
    }
    readonly reasons: {
      readonly NO_PURPOSE: string
      readonly LOCK_TOO_LOW: string
      readonly SOCIAL_ACCOUNT_OVERDUE: string
      readonly ONE_CLASS_ONLY: string
      readonly CLASS_ABOVE_HALF: string
      readonly NO_WORK: string
      readonly NO_PART_IN_MACHINES: string
      readonly NOT_ADMITTED: string
      readonly BOOKS_OVERDUE: string
      readonly ORGANS_NOT_READ: string
    }
  }
}

export const phyle = chapter<Words>('phyle', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
