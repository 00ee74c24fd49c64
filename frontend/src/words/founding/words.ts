// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly found: {
    readonly title: string
    readonly lead: string
    readonly model: {
      readonly title: string
      readonly legend: string
      readonly whom: {
        readonly FairShares: string
        readonly 'Worker co-op': string
        readonly 'Italian social co-op (law 381/1991)': string
        readonly 'Quebec solidarity co-op': string
        readonly 'French SCIC': string
        readonly 'Catalan integral co-op': string
        readonly DisCO: string
        readonly 'Enspiral foundation': string
        readonly 'Enspiral venture': string
        readonly 'Nominee of small investors': string
        readonly 'Co-op of co-ops': string
        readonly 'Somerset Rules': string
        readonly 'UK multi-stakeholder (2014 Act)': string
      }
      readonly groups: (values: { groups: string }) => string
      readonly own: string
      readonly names: {
        readonly Founder: string
        readonly Labour: string
        readonly User: string
        readonly Investor: string
        readonly Steward: string
        readonly Worker: string
        readonly Lender: string
        readonly Employee: string
        readonly Producer: string
        readonly Consumer: string
        readonly Supporter: string
        readonly Beneficiary: string
        readonly Partner: string
        readonly Volunteer: string
        readonly Financer: string
        readonly Individual: string
        readonly 'Self-employed': string
        readonly Project: string
        readonly Committed: string
        readonly Member: string
        readonly Team: string
        readonly 'Small investor': string
        readonly 'Co-op': string
      }
      readonly called: {
        readonly 'Worker co-op': string
        readonly FairShares: string
        readonly 'Somerset Rules': string
        readonly 'UK multi-stakeholder (2014 Act)': string
        readonly 'Italian social co-op (law 381/1991)': string
        readonly 'Quebec solidarity co-op': string
        readonly 'French SCIC': string
        readonly 'Catalan integral co-op': string
        readonly DisCO: string
        readonly 'Enspiral foundation': string
        readonly 'Enspiral venture': string
        readonly 'Nominee of small investors': string
        readonly 'Co-op of co-ops': string
      }
      readonly compare: string
    }
    readonly who: {
      readonly title: string
      readonly name: string
      readonly nameHelp: string
      readonly city: string
      readonly country: string
      readonly countryHelp: string
      readonly purpose: string
      readonly purposeHelp: string
      readonly language: string
      readonly languageHelp: string
      readonly languages: {
        readonly en: string
        readonly fr: string
        readonly de: string
        readonly es: string
        readonly it: string
        readonly ca: string
      }
    }
    readonly groups: {
      readonly title: string
      readonly lead: string
      readonly name: (values: { place: number | bigint }) => string
      readonly share: (values: { place: number | bigint }) => string
      readonly users: string
      readonly sum: (values: { sum: string }) => string
      readonly heads: string
    }
    readonly joining: {
      readonly title: string
      readonly admission: string
      readonly policies: {
        readonly BY_DECISION: {
          readonly name: string
          readonly help: string
        }
        readonly BY_SPONSORS: {
          readonly name: string
          readonly help: string
        }
      }
      readonly sponsors: string
      readonly lock: string
      readonly locks: {
        readonly NONE: {
          readonly name: string
          readonly help: string
        }
        readonly COMMON_OWNERSHIP: {
          readonly name: string
          readonly help: string
        }
        readonly FULL: {
          readonly name: string
          readonly help: string
        }
      }
      readonly lower: string
      readonly body: string
      readonly bodyHelp: string
    }
    readonly rules: {
      readonly title: string
      readonly lead: string
      readonly expected: string
      readonly expectedHelp: string
      readonly quorum: (values: {
        members: number | bigint
        share: string
        voters: number | bigint
      }) => string
      readonly change: (values: { decision: string }) => string
      readonly leaves: string
      readonly changed: (values: { name: string; to: string; from: string }) => string
      readonly back: string
      readonly shared: string
      readonly above: {
        readonly title: string
        readonly quorum: (values: { higher: string; lower: string; example: string }) => string
        readonly support: (values: { higher: string; lower: string; example: string }) => string
        readonly group: (values: {
          name: string
          members: number | bigint
          for: number | bigint
          against: number | bigint
        }) => string
        readonly none: string
      }
      readonly cautions: {
        readonly support: (values: { decision: string }) => string
        readonly quorum: string
        readonly cap: string
        readonly objections: string
        readonly notice: string
        readonly voting: string
        readonly late: string
        readonly waiting: string
      }
    }
    readonly effects: {
      readonly title: string
      readonly lead: string
      readonly find: string
      readonly findHelp: string
      readonly own: string
      readonly legend: (values: { place: number | bigint }) => string
      readonly name: string
      readonly unit: string
      readonly bound: string
      readonly bounds: {
        readonly least: string
        readonly most: string
      }
      readonly figure: string
      readonly limit: {
        readonly least: (values: { figure: string }) => string
        readonly most: (values: { figure: string }) => string
      }
      readonly remove: (values: { place: number | bigint }) => string
      readonly removeShort: string
    }
    readonly founders: {
      readonly title: string
      readonly lead: string
      readonly person: (values: { place: number | bigint }) => string
      readonly group: (values: { place: number | bigint }) => string
      readonly add: string
      readonly remove: (values: { place: number | bigint }) => string
      readonly removeShort: string
    }
    readonly document: {
      readonly title: string
      readonly lead: string
    }
    readonly problems: {
      readonly title: (values: { count: number | bigint }) => string
      readonly unread: string
      readonly nobody: string
      readonly twice: (values: { name: string }) => string
      readonly labels: {
        readonly rule: (values: { decision: string; field: string }) => string
        readonly share: (values: { place: number | bigint }) => string
        readonly group: (values: { place: number | bigint }) => string
        readonly effect: (values: { place: number | bigint }) => string
        readonly founder: (values: { place: number | bigint }) => string
        readonly name: string
        readonly purpose: string
        readonly city: string
        readonly country: string
        readonly classes: string
        readonly admission: string
        readonly expected: string
        readonly body: string
      }
      readonly whats: {
        readonly hidden: string
        readonly spaced: string
        readonly noName: string
        readonly longName: string
        readonly purpose: string
        readonly shares: (values: { sum: string }) => string
        readonly most: (values: { share: string }) => string
        readonly noGroupName: string
        readonly twins: (values: { name: string }) => string
        readonly longGroup: string
        readonly sponsors: string
        readonly noEffect: string
        readonly noUnit: string
        readonly noFigure: string
        readonly effectTwice: (values: { name: string }) => string
        readonly neverMore: string
        readonly tie: string
        readonly objections: string
        readonly consent: string
        readonly atMost: (values: { most: string }) => string
        readonly fromTo: (values: { least: string; most: string }) => string
        readonly body: string
        readonly bodyFounds: string
      }
    }
    readonly ask: string
    readonly askHelp: string
    readonly storing: string
    readonly noRegistrar: {
      readonly why: string
      readonly now: string
    }
    readonly done: string
    readonly open: string
  }
  readonly founder: {
    readonly title: (values: { name: string }) => string
    readonly lead: string
    readonly document: string
    readonly documentLead: string
    readonly signatures: string
    readonly signed: string
    readonly missing: string
    readonly withdrawn: string
    readonly unknown: string
    readonly link: string
    readonly linkName: string
    readonly code: string
    readonly codeName: string
    readonly sign: string
    readonly signHelp: string
    readonly youSigned: string
    readonly withdraw: string
    readonly withdrawHelp: string
    readonly tookBack: string
    readonly again: string
    readonly againHelp: string
    readonly notFounder: string
    readonly waiting: (values: { count: number | bigint }) => string
    readonly found: string
    readonly foundHelp: string
    readonly until: (values: { when: string }) => string
    readonly founded: string
    readonly go: string
    readonly index: string
    readonly unread: {
      readonly why: string
      readonly now: string
    }
    readonly differs: {
      readonly why: string
      readonly now: string
    }
    readonly elsewhere: {
      readonly why: string
      readonly now: string
    }
    readonly over: {
      readonly why: string
      readonly now: string
    }
    readonly noLinkTitle: string
    readonly noLink: {
      readonly why: string
      readonly now: string
    }
    readonly start: string
  }
}

export const founding = chapter<Words>('founding', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
