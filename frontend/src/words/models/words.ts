// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly title: string
  readonly lead: (values: { people: string }) => string
  readonly side: {
    readonly title: string
    readonly columns: {
      readonly first: string
      readonly second: string
      readonly third: string
    }
    readonly groups: string
    readonly joining: string
    readonly lock: string
    readonly forPeople: (values: { kind: string; people: string }) => string
  }
  readonly all: string
  readonly start: string
  readonly rules: string
  readonly rulesLead: string
  readonly means: (values: { people: string }) => string
  readonly spread: (values: { groups: string }) => string
  readonly some: (values: { count: string; group: string }) => string
  readonly missing: string
  readonly takes: {
    readonly none: string
    readonly alone: (values: { count: number | bigint }) => string
    readonly never: string
    readonly against: (values: { count: string }) => string
    readonly everybody: string
    readonly carriedBy: (values: { count: number | bigint; groups: string }) => string
    readonly carriedByNone: string
    readonly stoppedBy: (values: { count: number | bigint; groups: string }) => string
    readonly stoppedByNone: string
    readonly objections: (values: { count: number | bigint }) => string
  }
}

export const models = chapter<Words>('models', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
