// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly grounds: {
    readonly PAID: string
    readonly NON_COMMERCIAL: string
    readonly COMMON_GOOD: string
    readonly MEMBER_COOP: string
    readonly COOPERATOR: string
    readonly CONTRIBUTOR: string
    readonly SMALL_FIRM: string
    readonly FREE: string
  }
  readonly mayIUse: {
    readonly title: string
    readonly lead: string
    readonly search: string
    readonly searchHelp: string
    readonly nothing: (values: { text: string }) => string
    readonly none: string
    readonly federation: string
    readonly pick: (values: { title: string }) => string
    readonly price: (values: { amount: string }) => string
    readonly free: string
    readonly freeByLicence: (values: { licence: string }) => string
    readonly number: string
    readonly numberHelp: string
    readonly ask: string
    readonly mine: string
  }
  readonly quote: {
    readonly over: (values: { licence: string; steward: string }) => string
    readonly ask: (values: { title: string }) => string
    readonly askLead: string
    readonly paid: (values: { amount: string; time: string }) => string
    readonly free: (values: { time: string }) => string
    readonly freeLater: (values: { from: string; to: string }) => string
    readonly paidLater: (values: { amount: string; from: string; to: string }) => string
    readonly freeForAll: string
    readonly byLicence: (values: { licence: string }) => string
    readonly byLicenceLead: string
    readonly reserved: string
    readonly reservedLead: string
    readonly unknown: string
    readonly unknownLead: string
    readonly no: string
    readonly notYet: string
    readonly times: {
      readonly year: string
      readonly forDays: (values: { time: string }) => string
      readonly forYear: string
    }
    readonly whoTitle: string
    readonly who: {
      readonly firm: {
        readonly label: string
        readonly help: string
        readonly lead: (values: { size: string }) => string
      }
      readonly nonCommercial: {
        readonly label: string
        readonly help: string
        readonly lead: string
      }
      readonly cooperator: {
        readonly label: string
        readonly help: string
        readonly lead: string
      }
      readonly memberCoop: {
        readonly label: string
        readonly help: string
        readonly lead: string
      }
      readonly commonGood: {
        readonly label: string
        readonly help: string
        readonly lead: string
      }
    }
    readonly today: string
    readonly size: string
    readonly sizeHelp: string
    readonly sizes: {
      readonly upTo: (values: { amount: string }) => string
      readonly between: (values: { low: string; high: string }) => string
      readonly above: (values: { amount: string }) => string
      readonly free: (values: { size: string }) => string
      readonly lead: (values: { size: string }) => string
      readonly any: string
    }
    readonly length: string
    readonly coop: string
    readonly name: string
    readonly nameHelp: string
    readonly nameMissing: string
    readonly registration: string
    readonly registrationMissing: string
    readonly order: string
    readonly orderHelp: string
    readonly how: string
    readonly declareCard: string
    readonly list: string
    readonly contributions: (values: { points: string; needed: string }) => string
    readonly fewAttesters: (values: { count: number | bigint; needed: number | bigint }) => string
    readonly toPay: (values: { time: string }) => string
    readonly freeAt: (values: { needed: string }) => string
    readonly noPoints: (values: { needed: string }) => string
    readonly declareTitle: string
    readonly declared: string
    readonly pay: (values: { amount: string }) => string
    readonly get: string
    readonly note: (values: { days: string }) => string
    readonly noteNoWindow: string
    readonly noteFree: string
    readonly signing: string
    readonly signIn: string
    readonly signInNote: string
    readonly youMay: (values: { when: string }) => string
    readonly youMayLead: (values: { fresh: boolean; ground: string }) => string
    readonly more: (values: { to: string; amount: string }) => string
    readonly moreFree: (values: { to: string }) => string
    readonly done: string
    readonly notPublic: string
    readonly see: string
    readonly noPermissionNeeded: string
    readonly whereTitle: (values: { amount: string }) => string
    readonly where: {
      readonly steward: string
      readonly parents: string
      readonly fund: string
      readonly note: string
    }
    readonly hasTitle: string
    readonly has: (values: { to: string; ground: string }) => string
    readonly hasMore: (values: { to: string }) => string
    readonly getTitle: string
    readonly willGet: (values: { to: string }) => string
    readonly freeTitle: string
    readonly freeWays: {
      readonly NON_COMMERCIAL: string
      readonly SMALL_FIRM: (values: { turnover: string }) => string
      readonly COMMON_GOOD: string
      readonly MEMBER_COOP: string
      readonly COOPERATOR: string
      readonly CONTRIBUTOR: (values: { people: number | bigint; points: string }) => string
      readonly attesters: (values: { people: number | bigint }) => string
      readonly changeDate: (values: { when: string }) => string
    }
    readonly termsTitle: string
    readonly unproved: {
      readonly NONE: {
        readonly why: string
        readonly now: string
      }
      readonly NOT_A_COOP: {
        readonly why: string
        readonly now: string
      }
      readonly NOT_IN_GOOD_STANDING: {
        readonly why: string
        readonly now: string
      }
      readonly NOT_A_SETTLED_USER: {
        readonly why: string
        readonly now: string
      }
      readonly NOT_ATTESTED: {
        readonly why: string
        readonly now: string
      }
      readonly NO_STATEMENT: {
        readonly why: string
        readonly now: string
      }
      readonly NOT_CLAIMABLE: {
        readonly why: string
        readonly now: string
      }
      readonly NOT_YET: {
        readonly why: string
        readonly now: string
      }
    }
    readonly runsUntil: (values: { when: string }) => string
    readonly pendingBody: string
    readonly notYours: {
      readonly why: string
      readonly now: string
    }
    readonly coopHow: string
    readonly coopButton: (values: { name: string }) => string
    readonly coopNotMember: (values: { name: string }) => string
    readonly coopChoose: string
    readonly coopDone: string
    readonly coopSee: string
    readonly coopTitle: (values: { work: string }) => string
    readonly coopWhy: (values: { work: string; time: string }) => string
  }
  readonly yourReceipt: {
    readonly title: string
    readonly paid: string
    readonly check: string
  }
  readonly declarations: {
    readonly firm: (values: { name: string; work: string; turnover: string }) => string
    readonly nonCommercial: (values: { name: string; work: string }) => string
    readonly cooperator: (values: { name: string; work: string }) => string
    readonly commonGood: (values: { name: string; registration: string; work: string }) => string
  }
  readonly permission: {
    readonly title: (values: { work: string }) => string
    readonly runs: (values: { who: string; when: string }) => string
    readonly later: (values: { who: string; when: string }) => string
    readonly over: (values: { who: string; when: string }) => string
    readonly takenBack: (values: { who: string }) => string
    readonly tags: {
      readonly runs: string
      readonly later: string
      readonly over: string
    }
    readonly issued: (values: { when: string }) => string
    readonly notFound: string
    readonly none: (values: { who: string; work: string }) => string
    readonly noneMalformed: string
    readonly workNumber: (values: { id: string }) => string
    readonly check: string
    readonly ask: string
    readonly period: string
    readonly ground: string
    readonly size: string
    readonly terms: string
    readonly termsVersion: (values: { version: string }) => string
    readonly steward: string
    readonly holder: string
    readonly earlier: string
    readonly fromTo: (values: { from: string; to: string }) => string
    readonly receipts: string
    readonly receiptsNote: string
    readonly receipt: (values: { number: string }) => string
    readonly refundReceipt: (values: { number: string }) => string
    readonly free: string
    readonly downloadJson: string
    readonly downloadFailed: {
      readonly why: string
      readonly now: string
    }
    readonly print: string
    readonly renewTitle: string
    readonly againTitle: string
    readonly renewUntil: (values: { when: string; amount: string }) => string
    readonly renewFree: (values: { when: string }) => string
    readonly renew: (values: { amount: string }) => string
    readonly again: (values: { amount: string }) => string
    readonly noPeriod: string
    readonly renewFreeButton: string
    readonly renewProvedButton: string
    readonly renewNote: string
    readonly renewWait: (values: { when: string }) => string
    readonly renewDone: string
    readonly otherwise: string
    readonly refundTitle: string
    readonly refundOf: (values: { number: string }) => string
    readonly refundWhat: (values: { when: string; amount: string }) => string
    readonly refundPast: (values: { when: string }) => string
    readonly refundAhead: (values: { when: string }) => string
    readonly refundOnce: string
    readonly refundConfirm: string
    readonly refund: (values: { amount: string }) => string
    readonly refundDone: string
    readonly refundUsed: (values: { when: string }) => string
    readonly paidByOther: string
  }
  readonly sheet: {
    readonly title: string
    readonly refundTitle: string
    readonly back: string
    readonly number: string
    readonly issued: string
    readonly order: string
    readonly orderUnknown: (values: { digest: string }) => string
    readonly orderDiffers: string
    readonly apart: string
    readonly supplier: string
    readonly customer: string
    readonly address: string
    readonly taxNumber: string
    readonly toFill: string
    readonly what: string
    readonly whatText: (values: { work: string; version: string }) => string
    readonly period: string
    readonly ground: string
    readonly net: string
    readonly tax: string
    readonly taxAt: (values: { rate: string }) => string
    readonly taxRate: string
    readonly gross: string
    readonly paid: (values: { when: string }) => string
    readonly nothing: string
    readonly taxNote: string
    readonly proof: string
    readonly proofText: string
    readonly network: string
    readonly contract: string
    readonly transaction: string
    readonly block: string
    readonly fingerprint: string
    readonly previous: string
    readonly termsHash: string
    readonly legalText: string
    readonly soldBy: string
    readonly statement: string
    readonly content: string
    readonly spdx: string
    readonly declaration: string
    readonly declaredBy: string
    readonly declaredNumber: string
    readonly declaredTurnover: string
    readonly declaredOn: string
  }
  readonly credit: {
    readonly title: string
    readonly work: (values: { id: string }) => string
    readonly now: (values: { one: boolean; points: string }) => string
    readonly pending: (values: { one: boolean; points: string; when: string }) => string
    readonly toBook: (values: { one: boolean; points: string }) => string
    readonly book: string
    readonly booked: string
    readonly fade: (values: { one: boolean; points: string; when: string }) => string
    readonly what: string
  }
  readonly check: {
    readonly title: string
    readonly lead: string
    readonly who: string
    readonly whoHelp: string
    readonly whoSeveral: string
    readonly whoUnknown: string
    readonly work: string
    readonly workNumber: string
    readonly choose: string
    readonly day: string
    readonly dayHelp: string
    readonly yes: (values: { who: string; work: string; when: string }) => string
    readonly yesPast: (values: { who: string; work: string; when: string }) => string
    readonly no: (values: { who: string; work: string; when: string }) => string
    readonly noPast: (values: { who: string; work: string; when: string }) => string
    readonly asked: string
    readonly ground: (values: { ground: string }) => string
    readonly freeForAll: (values: { past: boolean }) => string
    readonly before: (values: { work: string; when: string }) => string
    readonly noWhat: string
    readonly grace: string
    readonly shareAlike: (values: { licence: string }) => string
    readonly get: string
    readonly seePermission: string
    readonly future: string
    readonly noWork: (values: { id: string }) => string
    readonly noWorkNow: string
    readonly silent: string
    readonly waiting: string
    readonly orFile: string
    readonly fileHelp: string
    readonly drop: string
    readonly pick: string
    readonly fileFaults: {
      readonly foreign: {
        readonly why: string
        readonly now: string
      }
      readonly version: {
        readonly why: string
        readonly now: string
      }
      readonly damaged: {
        readonly why: string
        readonly now: string
      }
    }
    readonly again: string
    readonly verdicts: {
      readonly sound: {
        readonly title: string
        readonly now: string
      }
      readonly soundBut: {
        readonly title: string
        readonly now: string
      }
      readonly unsound: {
        readonly title: string
        readonly now: string
      }
      readonly none: {
        readonly title: string
        readonly now: string
      }
      readonly elsewhere: {
        readonly title: string
        readonly now: string
      }
      readonly unknown: {
        readonly title: string
        readonly now: string
      }
    }
    readonly networkSays: string
    readonly notAnswered: string
    readonly declaredName: string
    readonly nameless: string
    readonly facts: {
      readonly licensee: string
      readonly account: string
      readonly registration: string
      readonly work: string
      readonly licence: string
      readonly licensor: string
      readonly period: string
      readonly refund: string
      readonly refundWhat: string
      readonly ground: string
      readonly amount: string
      readonly inToken: (values: { gross: string; currency: string; token: string }) => string
      readonly number: string
      readonly issued: string
      readonly steward: string
      readonly stewardAccount: string
      readonly order: string
      readonly use: string
      readonly block: string
      readonly spdx: string
    }
    readonly results: {
      readonly yes: string
      readonly no: string
      readonly unknown: string
    }
    readonly differs: (values: { path: string; file: string; network: string }) => string
    readonly differsOnly: (values: { path: string; file: string }) => string
    readonly checks: {
      readonly record: {
        readonly name: string
        readonly no: string
        readonly unknown: string
      }
      readonly place: {
        readonly name: string
        readonly no: string
        readonly unknown: string
      }
      readonly terms: {
        readonly name: string
        readonly no: string
        readonly unknown: string
      }
      readonly work: {
        readonly name: string
        readonly no: string
        readonly unknown: string
      }
      readonly parties: {
        readonly name: string
        readonly no: string
        readonly unknown: string
      }
      readonly invoice: {
        readonly name: string
        readonly no: string
        readonly unknown: string
      }
      readonly statement: {
        readonly name: string
        readonly no: string
        readonly unknown: string
      }
      readonly order: {
        readonly name: string
        readonly no: string
        readonly unknown: string
      }
      readonly refund: {
        readonly name: string
        readonly no: (values: { when: string }) => string
        readonly unknown: string
      }
      readonly covered: {
        readonly name: string
        readonly no: string
        readonly unknown: string
      }
    }
    readonly byHolder: {
      readonly title: string
      readonly names: {
        readonly 'addedByHolder.purchaseOrder': string
        readonly 'addedByHolder.supplier.name': string
        readonly 'addedByHolder.supplier.address': string
        readonly 'addedByHolder.supplier.taxNumber': string
        readonly 'addedByHolder.customer.name': string
        readonly 'addedByHolder.customer.address': string
        readonly 'addedByHolder.customer.taxNumber': string
        readonly 'addedByHolder.taxRate': string
        readonly 'addedByHolder.net': string
        readonly 'addedByHolder.tax': string
      }
      readonly what: string
      readonly more: (values: { count: string }) => string
    }
  }
}

export const licences = chapter<Words>('licences', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
