// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly unnamed: string
  readonly nameIt: string
  readonly nameHelp: string
  readonly remember: string
  readonly choose: string
  readonly other: string
  readonly theirAddress: string
  readonly notAnAddress: string
  readonly twin: (values: { name: string; address: string }) => string
  readonly twinWarning: string
  readonly callsThemself: (values: { name: string }) => string
  readonly sources: {
    readonly reader: string
    readonly house: string
    readonly chosen: string
    readonly example: string
    readonly ens: string
  }
}

export const people = chapter<Words>('people', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
