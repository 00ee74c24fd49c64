// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../../chapter.ts'

interface Words {
  readonly will: {
    readonly float: (values: {
      title: string
      amount: string
      price: string
      supplier: string
    }) => string
    readonly endorse: (values: { id: string }) => string
  }
  readonly did: {
    readonly float: (values: {
      title: string
      amount: string
      price: string
      supplier: string
    }) => string
    readonly endorse: (values: { id: string }) => string
  }
  readonly calls: {
    readonly bonds: {
      readonly approve: (values: { who: string; amount: string; id: string }) => string
      readonly buy: (values: { id: string }) => string
      readonly refund: (values: { id: string }) => string
      readonly refundFor: (values: { who: string; id: string }) => string
      readonly refundTo: (values: { id: string; to: string }) => string
      readonly setMostCap: (values: { share: string }) => string
      readonly setOperator: {
        readonly yes: (values: { who: string }) => string
        readonly no: (values: { who: string }) => string
      }
      readonly subscribe: (values: { units: string; id: string }) => string
      readonly take: (values: { id: string }) => string
      readonly takeFor: (values: { who: string; id: string }) => string
      readonly inheritFrom: (values: { who: string; id: string; to: string }) => string
      readonly takeTo: (values: { id: string; to: string }) => string
      readonly transfer: (values: { amount: string; id: string; to: string }) => string
      readonly transferFrom: (values: {
        amount: string
        id: string
        from: string
        to: string
      }) => string
      readonly withdraw: (values: { units: string; id: string }) => string
      readonly withdrawTo: (values: { units: string; id: string; to: string }) => string
    }
  }
}

export const acts = chapter<Words>('bonds/acts', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
