// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly titles: {
    readonly name: string
    readonly belongs: string
    readonly lost: string
    readonly money: string
    readonly effects: string
    readonly model: string
    readonly founders: string
    readonly signed: string
  }
  readonly called: (values: { name: string }) => string
  readonly ballots: (values: { language: string }) => string
  readonly noPlace: string
  readonly place: (values: { place: string }) => string
  readonly group: {
    readonly share: (values: { name: string; share: string }) => string
    readonly users: string
    readonly lenders: string
    readonly cooperators: string
    readonly others: string
  }
  readonly most: (values: { share: string; alone: boolean }) => string
  readonly idleSponsors: (values: { sponsors: number | bigint }) => string
  readonly atLeast: (values: { share: string }) => string
  readonly moreThan: (values: { share: string }) => string
  readonly byGroup: {
    readonly cast: (values: { support: string }) => string
    readonly all: (values: { support: string }) => string
  }
  readonly byHeads: {
    readonly CAST: (values: { support: string }) => string
    readonly PRESENT: (values: { support: string }) => string
    readonly ROLL: (values: { support: string }) => string
  }
  readonly idle: {
    readonly groups: string
    readonly present: string
    readonly all: string
  }
  readonly quorum: {
    readonly none: string
    readonly members: (values: { share: string }) => string
    readonly membersIn: (values: { share: string; groups: string }) => string
    readonly people: (values: { count: number | bigint }) => string
    readonly both: (values: { share: string; people: string }) => string
    readonly whole: (values: { needed: string }) => string
    readonly wholeOrAll: (values: { needed: string }) => string
  }
  readonly cap: {
    readonly none: (values: { groups: string }) => string
    readonly ifAny: (values: { share: string }) => string
    readonly most: (values: { groups: string; share: string }) => string
  }
  readonly agreeing: (values: { count: number | bigint; groups: string }) => string
  readonly objections: {
    readonly never: string
    readonly stop: (values: { count: number | bigint }) => string
  }
  readonly time: {
    readonly opensAtOnce: (values: { voting: string }) => string
    readonly opens: (values: { notice: string; voting: string }) => string
    readonly notLonger: string
    readonly longer: (values: { extra: string }) => string
    readonly carryAtOnce: (values: { grace: string }) => string
    readonly carry: (values: { wait: string; grace: string }) => string
  }
  readonly lost: {
    readonly atOnce: string
    readonly after: (values: { time: string }) => string
  }
  readonly grounds: string
  readonly effects: {
    readonly none: string
    readonly one: (values: { name: string; limit: string; unit: string }) => string
  }
  readonly model: {
    readonly none: string
    readonly from: (values: { model: string }) => string
    readonly ours: (values: { places: string }) => string
  }
  readonly places: {
    readonly lock: string
    readonly admission: string
    readonly classes: string
    readonly coolingPeriod: string
    readonly effects: string
    readonly maxShareBps: string
    readonly rules: string
    readonly ordinary: string
    readonly consent: string
    readonly special: string
    readonly entrenched: string
    readonly '*': string
    readonly cooperator: string
    readonly quorumBps: string
    readonly quorumMin: string
    readonly noticePeriod: string
    readonly votingPeriod: string
    readonly timelock: string
    readonly gracePeriod: string
    readonly objectionPeriod: string
    readonly share: string
    readonly threshold: string
    readonly nonUserCapBps: string
  }
  readonly founder: {
    readonly address: (values: { wallet: string; group: string }) => string
    readonly named: (values: { name: string; wallet: string; group: string }) => string
  }
  readonly signed: {
    readonly where: (values: { chain: string; chainId: string; registrar: string }) => string
    readonly federation: string
    readonly until: (values: { when: string }) => string
    readonly number: (values: { nonce: string }) => string
    readonly document: (values: { hash: string }) => string
    readonly all: (values: { hash: string }) => string
    readonly device: string
  }
  readonly left: (values: { body: string }) => string
  readonly leftToNobody: string
  readonly leftOpen: string
}

export const charter = chapter<Words>('charter', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
