// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../../chapter.ts'

interface Words {
  readonly will: {
    readonly pay: (values: { amount: string; to: string }) => string
    readonly payOn: (values: { amount: string; to: string; ground: string }) => string
    readonly adoptOrgans: (values: { by: string; parts: string }) => string
    readonly fund: (values: { chapter: string; amount: string; what: string }) => string
    readonly fundOn: (values: {
      chapter: string
      amount: string
      ground: string
      what: string
    }) => string
    readonly fromLine: (values: { line: string }) => string
  }
  readonly did: {
    readonly pay: (values: { amount: string; to: string }) => string
    readonly payOn: (values: { amount: string; to: string; ground: string }) => string
    readonly adoptOrgans: (values: { by: string; parts: string }) => string
    readonly fund: (values: { chapter: string; amount: string; what: string }) => string
    readonly fundOn: (values: {
      chapter: string
      amount: string
      ground: string
      what: string
    }) => string
    readonly fromLine: (values: { line: string }) => string
  }
  readonly grounds: {
    readonly WAGE: string
    readonly INVOICE: string
    readonly EXPENSE: string
    readonly REFUND: string
    readonly SHARE_INTEREST: string
    readonly SURPLUS: string
  }
  readonly organs: readonly [string, string, string]
  readonly organ: (values: { name: string; where: string }) => string
  readonly calls: {
    readonly cooperative: {
      readonly begin: string
      readonly execute: string
      readonly handOn: string
    }
    readonly registrar: {
      readonly consent: string
      readonly withdrawConsent: string
      readonly found: (values: { name: string }) => string
      readonly succeed: (values: { coop: string; name: string }) => string
    }
  }
}

export const acts = chapter<Words>('cooperative/acts', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
