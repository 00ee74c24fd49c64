// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../../chapter.ts'

interface Words {
  readonly will: {
    readonly adoptBudget: (values: { lines: string }) => string
    readonly dropBudget: string
  }
  readonly did: {
    readonly adoptBudget: (values: { lines: string }) => string
    readonly dropBudget: string
  }
  readonly line: (values: {
    name: string
    amount: string
    ground: string
    from: string
    until: string
    who: string
  }) => string
  readonly anybody: string
  readonly grounds: {
    readonly WAGE: string
    readonly INVOICE: string
    readonly EXPENSE: string
    readonly REFUND: string
    readonly SHARE_INTEREST: string
    readonly SURPLUS: string
  }
  readonly cover: string
}

export const acts = chapter<Words>('budget/acts', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
