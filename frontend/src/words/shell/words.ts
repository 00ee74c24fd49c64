// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly name: string
  readonly skip: string
  readonly menu: string
  readonly close: string
  readonly pages: string
  readonly nav: {
    readonly forYou: string
    readonly decisions: string
    readonly coop: string
    readonly bonds: string
    readonly money: string
    readonly commons: string
    readonly mayI: string
    readonly check: string
    readonly federation: string
    readonly found: string
    readonly help: string
  }
  readonly footer: {
    readonly figures: (values: { when: string }) => string
    readonly example: string
    readonly theme: string
    readonly themes: {
      readonly auto: string
      readonly light: string
      readonly dark: string
    }
    readonly language: string
    readonly notSpoken: string
  }
  readonly signIn: {
    readonly button: string
    readonly title: string
    readonly example: string
    readonly exampleHelp: string
    readonly find: string
    readonly findHelp: string
    readonly lately: string
    readonly noCoop: string
    readonly people: (values: { count: number | bigint }) => string
    readonly nobody: (values: { text: string }) => string
    readonly wallet: string
    readonly noWallet: string
    readonly thisBrowser: string
    readonly openIn: string
    readonly noWalletPhone: string
    readonly asking: (values: { wallet: string }) => string
    readonly signedIn: (values: { name: string }) => string
    readonly me: string
    readonly out: string
    readonly change: string
    readonly coops: string
    readonly shown: string
    readonly readOnly: string
    readonly needed: string
  }
  readonly practice: {
    readonly title: (values: { person: string }) => string
    readonly lead: {
      readonly sign: string
      readonly signText: string
      readonly send: string
    }
    readonly what: string
    readonly confirm: string
    readonly reject: string
    readonly text: string
    readonly to: string
    readonly coin: string
    readonly none: string
    readonly nobody: string
    readonly unknownCall: string
  }
  readonly banners: {
    readonly services: {
      readonly late: (values: { when: string }) => string
      readonly lateAlone: (values: { when: string }) => string
      readonly postboxes: {
        readonly down: string
        readonly node: string
        readonly clock: string
        readonly purse: string
        readonly store: string
        readonly other: string
      }
      readonly sendYourself: string
      readonly down: {
        readonly overview: string
        readonly postbox: string
        readonly 'overview postbox': string
        readonly network: string
        readonly 'network overview': string
        readonly 'network postbox': string
        readonly 'network overview postbox': string
      }
      readonly from: (values: { when: string }) => string
      readonly offline: (values: { when: string }) => string
    }
    readonly older: string
    readonly reload: string
    readonly wrongChain: (values: { name: string }) => string
    readonly switch: (values: { name: string }) => string
    readonly notSwitched: (values: { name: string }) => string
  }
  readonly time: {
    readonly title: string
    readonly now: (values: { when: string }) => string
    readonly hour: string
    readonly day: string
    readonly week: string
    readonly month: string
    readonly toClose: string
    readonly toCarry: string
    readonly toEpoch: string
    readonly moved: (values: { when: string }) => string
    readonly help: string
  }
  readonly act: {
    readonly preparing: string
    readonly signing: string
    readonly sending: string
    readonly confirming: string
    readonly done: string
    readonly again: string
  }
  readonly loading: string
  readonly slow: string
  readonly details: string
  readonly optional: string
  readonly clear: string
  readonly draft: {
    readonly from: (values: { when: string }) => string
    readonly throw: string
  }
  readonly noneFound: string
  readonly copied: string
  readonly notCopied: string
  readonly copy: (values: { what: string }) => string
  readonly address: string
  readonly asTable: string
  readonly notFound: {
    readonly title: string
    readonly what: string
    readonly now: string
  }
  readonly failed: {
    readonly title: string
    readonly now: string
  }
  readonly noSettings: {
    readonly title: string
    readonly what: string
    readonly now: string
  }
}

export const shell = chapter<Words>('shell', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
