// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly title: string
  readonly over: (values: { coop: string }) => string
  readonly lead: string
  readonly what: string
  readonly kinds: {
    readonly pay: {
      readonly name: string
      readonly help: string
    }
    readonly fee: {
      readonly name: string
      readonly help: string
    }
    readonly admit: {
      readonly name: string
      readonly help: string
    }
    readonly rule: {
      readonly name: string
      readonly help: string
    }
    readonly bond: {
      readonly name: string
      readonly help: string
    }
    readonly social: {
      readonly name: string
      readonly help: string
    }
    readonly attester: {
      readonly name: string
      readonly help: string
    }
    readonly heir: {
      readonly name: string
      readonly help: string
    }
    readonly purpose: {
      readonly name: string
      readonly help: string
    }
    readonly admission: {
      readonly name: string
      readonly help: string
    }
    readonly join: {
      readonly name: string
      readonly help: string
    }
    readonly welcome: {
      readonly name: string
      readonly help: string
    }
    readonly places: {
      readonly name: string
      readonly help: string
    }
    readonly expel: {
      readonly name: string
      readonly help: string
    }
    readonly windUp: {
      readonly name: string
      readonly help: string
    }
    readonly leave: {
      readonly name: string
      readonly help: string
    }
    readonly text: {
      readonly name: string
      readonly help: string
    }
    readonly chapter: {
      readonly name: string
      readonly help: string
    }
    readonly move: {
      readonly name: string
      readonly help: string
    }
    readonly body: {
      readonly name: string
      readonly help: string
    }
  }
  readonly pay: {
    readonly to: string
    readonly amount: string
    readonly ground: string
    readonly grounds: {
      readonly WAGE: string
      readonly INVOICE: string
      readonly EXPENSE: string
      readonly REFUND: string
      readonly SHARE_INTEREST: string
    }
    readonly purpose: string
    readonly purposeHelp: string
    readonly document: string
    readonly documentHelp: string
    readonly documentTaken: (values: { name: string }) => string
    readonly have: (values: { amount: string }) => string
    readonly within: (values: { amount: string }) => string
    readonly unknown: string
    readonly nobody: string
    readonly itself: string
    readonly short: string
    readonly title: (values: { name: string; amount: string }) => string
    readonly titleFor: (values: { name: string; amount: string; purpose: string }) => string
    readonly line: {
      readonly legend: string
      readonly none: string
      readonly noneHelp: string
      readonly help: (values: { left: string }) => string
      readonly uncovered: string
    }
  }
  readonly fee: {
    readonly which: string
    readonly unnamed: (values: { id: string }) => string
    readonly behind: (values: { amount: string }) => string
    readonly next: (values: { amount: string; when: string }) => string
    readonly ahead: (values: { when: string }) => string
    readonly amount: string
    readonly amountHelp: (values: { have: string }) => string
    readonly how: string
    readonly raised: string
    readonly none: string
    readonly free: string
    readonly noFederation: string
    readonly title: (values: { amount: string; machine: string }) => string
  }
  readonly admit: {
    readonly who: string
    readonly none: string
    readonly as: (values: { name: string; group: string }) => string
    readonly until: (values: { when: string }) => string
    readonly title: (values: { name: string; group: string }) => string
  }
  readonly rule: {
    readonly which: string
    readonly threshold: string
    readonly inclusive: string
    readonly enough: string
    readonly notEnough: string
    readonly quorum: string
    readonly least: string
    readonly objections: string
    readonly objectionsHelp: string
    readonly notice: string
    readonly voting: string
    readonly timelock: string
    readonly late: string
    readonly grace: string
    readonly cap: string
    readonly shared: string
    readonly days: string
    readonly inDays: (values: { days: number | bigint }) => string
    readonly now: string
    readonly same: string
  }
  readonly bond: {
    readonly name: string
    readonly nameHelp: string
    readonly about: string
    readonly aboutHelp: string
    readonly supplier: string
    readonly price: string
    readonly least: string
    readonly leastHelp: string
    readonly most: string
    readonly person: string
    readonly opens: string
    readonly opensHelp: (values: { days: number | bigint }) => string
    readonly open: string
    readonly buy: string
    readonly expected: string
    readonly expectedHelp: string
    readonly times: {
      readonly opens: (values: { count: number | bigint }) => string
      readonly days: (values: { count: number | bigint }) => string
      readonly buyDays: (values: { count: number | bigint }) => string
      readonly years: (values: { count: number | bigint }) => string
    }
    readonly mode: string
    readonly modes: {
      readonly COST_RENT: {
        readonly name: string
        readonly help: string
      }
      readonly USUFRUCT: {
        readonly name: string
        readonly help: string
      }
    }
    readonly rent: string
    readonly title: (values: { name: string }) => string
    readonly noFederation: string
    readonly standing: string
    readonly faults: {
      readonly belowPrice: string
      readonly belowLeast: string
      readonly opens: (values: { least: number | bigint }) => string
      readonly days: string
      readonly buyDays: string
      readonly years: string
      readonly name: string
      readonly itself: string
      readonly few: string
      readonly third: string
    }
    readonly personHelp: string
    readonly personUsual: (values: { usual: string }) => string
    readonly days: (values: {
      until: string
      closes: string
      latest: string
      buyBy: string
    }) => string
  }
  readonly social: {
    readonly year: string
    readonly figure: (values: { name: string }) => string
    readonly figureHelp: (values: { unit: string; limit: string }) => string
    readonly noEffects: string
    readonly report: string
    readonly attester: string
    readonly title: (values: { year: string }) => string
    readonly attesterNone: string
    readonly attesterName: string
    readonly attesterHelp: string
  }
  readonly attester: {
    readonly who: string
    readonly whole: string
    readonly own: string
    readonly ownHelp: string
    readonly all: string
    readonly allHelp: string
    readonly title: (values: { name: string }) => string
    readonly above: (values: { name: string }) => string
    readonly inner: (values: { name: string }) => string
    readonly itself: string
    readonly noFederation: string
  }
  readonly heir: {
    readonly who: string
    readonly heir: string
    readonly how: string
    readonly proof: string
    readonly proofHelp: string
    readonly itself: string
    readonly noFederation: string
    readonly title: (values: { name: string }) => string
  }
  readonly purpose: {
    readonly title: string
    readonly what: string
    readonly purpose: string
    readonly purposeHelp: string
    readonly same: string
    readonly hidden: string
    readonly unread: {
      readonly why: string
      readonly now: string
    }
    readonly body: (values: { after: string; before: string }) => string
  }
  readonly admission: {
    readonly which: string
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
    readonly sponsorsHelp: (values: { most: number | bigint }) => string
    readonly same: string
    readonly titles: {
      readonly BY_DECISION: string
      readonly BY_SPONSORS: (values: { sponsors: number | bigint }) => string
    }
  }
  readonly join: {
    readonly which: string
    readonly size: (values: { coops: number | bigint; people: number | bigint }) => string
    readonly title: (values: { federation: string }) => string
    readonly what: (values: { federation: string }) => string
    readonly points: readonly [string, string, string, string, string, string]
    readonly about: string
    readonly aboutHelp: string
    readonly until: (values: { when: string }) => string
    readonly noLock: string
    readonly waits: (values: { when: string }) => string
    readonly isIn: string
    readonly isRoot: string
    readonly none: string
  }
  readonly welcome: {
    readonly which: string
    readonly how: string
    readonly none: string
    readonly notIn: string
    readonly titles: {
      readonly long: (values: { name: string }) => string
      readonly short: string
    }
    readonly inner: {
      readonly long: (values: { name: string }) => string
      readonly short: string
    }
  }
  readonly places: {
    readonly count: string
    readonly countHelp: (values: { most: string }) => string
    readonly tooMany: (values: { most: string }) => string
    readonly how: string
    readonly title: (values: { name: string }) => string
    readonly short: string
    readonly inner: (values: { name: string }) => string
    readonly innerShort: string
  }
  readonly expel: {
    readonly why: string
    readonly whyHelp: string
    readonly how: string
    readonly title: (values: { name: string }) => string
    readonly short: string
    readonly inner: (values: { name: string }) => string
    readonly innerShort: string
  }
  readonly windUp: {
    readonly cannot: string
    readonly steps: readonly [string, string, string, string]
    readonly leaveFirst: string
    readonly nothing: string
    readonly rest: (values: { amount: string }) => string
    readonly to: string
    readonly itself: string
    readonly member: string
    readonly titles: {
      readonly long: (values: { name: string }) => string
      readonly short: string
    }
  }
  readonly leave: {
    readonly title: (values: { federation: string }) => string
    readonly what: (values: { federation: string }) => string
    readonly points: {
      readonly notice: (values: { notice: string }) => string
      readonly people: string
      readonly machines: string
      readonly works: string
      readonly voice: string
      readonly good: string
    }
    readonly machines: (values: { count: number | bigint }) => string
    readonly notIn: string
    readonly given: (values: { when: string }) => string
    readonly over: string
    readonly depart: string
    readonly departed: string
    readonly isRoot: string
  }
  readonly text: {
    readonly title: string
    readonly titleHelp: string
    readonly text: string
    readonly textHelp: string
  }
  readonly why: string
  readonly whyHelp: string
  readonly raise: {
    readonly legend: string
    readonly needed: string
    readonly byAmount: (values: { kind: string; within: string }) => string
    readonly higher: string
  }
  readonly preview: {
    readonly title: string
    readonly needs: (values: { decision: string; needs: string }) => string
    readonly periods: (values: { periods: string }) => string
    readonly retitle: string
    readonly first: string
    readonly written: (values: { language: string }) => string
    readonly notWritten: (values: { language: string }) => string
  }
  readonly tried: {
    readonly why: string
    readonly still: string
    readonly short: (values: { have: string; needed: string }) => string
    readonly third: (values: { most: string; outflow: string }) => string
    readonly shortNow: string
  }
  readonly send: string
  readonly sendHelp: string
  readonly storing: string
  readonly done: string
  readonly open: string
  readonly standsInTheWay: (values: { proposal: string }) => string
  readonly notMember: {
    readonly why: string
    readonly now: string
  }
  readonly titleFaults: {
    readonly empty: string
    readonly long: (values: { bytes: number | bigint; most: number | bigint }) => string
    readonly utf8: string
    readonly spaced: string
    readonly control: (values: { place: number | bigint }) => string
    readonly invisible: (values: { place: number | bigint }) => string
    readonly direction: (values: { place: number | bigint }) => string
  }
  readonly body: {
    readonly what: string
    readonly to: string
    readonly of: string
    readonly now: string
    readonly locked: (values: { statutes: string }) => string
    readonly own: string
    readonly notUs: string
    readonly titles: {
      readonly name: (values: { name: string }) => string
      readonly giveWay: (values: { name: string }) => string
      readonly short: string
    }
    readonly acts: {
      readonly name: {
        readonly name: string
        readonly help: string
      }
      readonly giveWay: {
        readonly name: string
        readonly help: string
      }
    }
  }
}

export const propose = chapter<Words>('propose', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
