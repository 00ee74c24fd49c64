// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly rejected: {
    readonly why: string
    readonly now: string
  }
  readonly noMoneyForFee: {
    readonly why: string
    readonly now: string
  }
  readonly network: {
    readonly why: string
    readonly now: string
  }
  readonly beforeSending: {
    readonly why: string
    readonly now: string
  }
  readonly rejectedLater: {
    readonly why: string
    readonly now: string
  }
  readonly networkLater: {
    readonly why: string
    readonly now: string
  }
  readonly index: {
    readonly why: string
    readonly now: string
  }
  readonly relay: {
    readonly why: string
    readonly now: string
  }
  readonly relayRefused: {
    readonly why: (values: { reason: string }) => string
    readonly now: string
  }
  readonly wrongChain: {
    readonly why: string
    readonly now: (values: { name: string }) => string
  }
  readonly signedOut: {
    readonly why: string
    readonly now: string
  }
  readonly missing: {
    readonly why: string
    readonly now: string
  }
  readonly unknown: {
    readonly why: string
    readonly now: string
  }
}

export const refusals = chapter<Words>('refusals', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
