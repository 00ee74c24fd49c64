// Made from en.json by `npm run words`. Do not edit.
import { chapter } from '../chapter.ts'

interface Words {
  readonly decisionsPage: {
    readonly title: string
    readonly lead: string
    readonly all: string
    readonly ofCoop: string
    readonly open: string
    readonly passed: string
    readonly coming: string
    readonly over: string
    readonly nothingOpen: string
    readonly nothing: string
    readonly propose: string
    readonly mine: (values: { choice: string }) => string
    readonly notYet: string
  }
  readonly decisionPage: {
    readonly over: (values: { coop: string; id: string }) => string
    readonly proposedBy: string
  }
  readonly state: {
    readonly pending: (values: { when: string }) => string
    readonly active: (values: { left: string }) => string
    readonly defeated: string
    readonly queued: (values: { when: string }) => string
    readonly ready: string
    readonly readyText: string
    readonly executed: string
    readonly expired: string
    readonly cancelled: string
  }
  readonly closed: (values: { when: string }) => string
  readonly opens: (values: { when: string }) => string
  readonly alone: string
  readonly ifPasses: string
  readonly passed: string
  readonly passedText: string
  readonly executed: string
  readonly failed: string
  readonly lapsed: string
  readonly from: (values: { when: string }) => string
  readonly nothingElse: string
  readonly nothingElseDone: string
  readonly several: (values: { count: number | bigint }) => string
  readonly account: {
    readonly title: string
    readonly holds: string
    readonly takes: string
    readonly left: string
    readonly notEnough: string
    readonly limit: (values: { kind: string }) => string
    readonly noLimit: string
    readonly limitWhat: string
    readonly cannot: string
    readonly short: (values: { have: string; needed: string }) => string
    readonly over: (values: { takes: string; limit: string }) => string
    readonly later: string
    readonly unknown: string
  }
  readonly yourVote: {
    readonly title: string
    readonly legend: string
    readonly sign: string
    readonly change: string
    readonly signChange: string
    readonly choose: string
    readonly another: string
    readonly free: string
    readonly bound: (values: { motion: string }) => string
    readonly otherLanguage: (values: { language: string }) => string
    readonly means: (values: { here: string }) => string
    readonly public: string
    readonly objectHelp: string
    readonly objectionsDoNotBlock: string
    readonly reason: string
    readonly addReason: string
    readonly objection: string
    readonly sayWhy: string
    readonly reasonAtPostbox: string
    readonly reasonInObjection: string
    readonly reasonOnChain: string
    readonly reasonLost: string
    readonly self: string
    readonly selfWithReason: string
    readonly selfHelp: string
    readonly noPostbox: (values: { what: string }) => string
    readonly signedOut: string
    readonly notMember: string
    readonly pending: (values: { when: string }) => string
    readonly closed: string
    readonly youSaid: (values: { choice: string }) => string
    readonly youSaidNothing: string
    readonly unknown: string
    readonly perhapsThere: string
    readonly taken: string
    readonly atPostbox: string
    readonly wasAtPostbox: (values: { when: string }) => string
    readonly leaves: (values: { when: string }) => string
    readonly sendNow: string
    readonly sent: string
    readonly wasSent: (values: { when: string }) => string
    readonly counted: string
    readonly countedThere: string
    readonly notInFigures: string
    readonly byStandIn: string
    readonly lost: string
    readonly skipped: string
    readonly skips: {
      readonly ownVote: (values: { choice: string }) => string
      readonly otherBallot: (values: { choice: string }) => string
      readonly closed: string
      readonly closedAgain: string
      readonly noProposal: string
      readonly signature: string
    }
    readonly sendChange: string
    readonly changeLegend: string
    readonly changeFree: string
    readonly changeNumber: string
    readonly changeTaken: string
    readonly changeWaits: (values: { choice: string; counts: string }) => string
    readonly changeWaited: (values: { choice: string; when: string; counts: string }) => string
    readonly changeSent: (values: { choice: string; counts: string }) => string
    readonly changeCountedToo: string
    readonly changeSkipped: string
    readonly changeHasNoReason: string
    readonly onlyBySending: string
    readonly steps: {
      readonly preparing: string
      readonly signing: string
      readonly sending: string
    }
    readonly differs: {
      readonly why: string
      readonly now: string
    }
    readonly leaving: {
      readonly moment: string
      readonly seconds: (values: { seconds: number | bigint }) => string
      readonly minutes: (values: { time: string; minutes: number | bigint }) => string
      readonly at: (values: { time: string }) => string
    }
  }
  readonly stands: {
    readonly title: string
    readonly all: string
    readonly nobody: string
    readonly for: string
    readonly counts: (values: { yes: number | bigint; no: number | bigint }) => string
    readonly abstained: (values: { count: number | bigint }) => string
    readonly objected: (values: { count: number | bigint }) => string
    readonly toCome: (values: { count: number | bigint }) => string
    readonly didNot: (values: { count: number | bigint }) => string
    readonly empty: string
    readonly passing: string
    readonly failing: string
    readonly asOf: (values: { time: string }) => string
    readonly passed: string
    readonly lost: string
    readonly quorumMissing: (values: { count: number | bigint }) => string
    readonly quorumWasMissing: (values: { count: number | bigint }) => string
    readonly supportMissing: string
    readonly majorityMissing: (values: { classes: string }) => string
    readonly objections: (values: { count: number | bigint }) => string
    readonly table: string
    readonly heads: readonly [string, string, string, string, string, string]
    readonly tie: string
  }
  readonly life: {
    readonly title: string
    readonly notice: string
    readonly voting: string
    readonly waiting: string
    readonly carried: string
    readonly between: (values: { from: string; to: string }) => string
    readonly until: (values: { when: string }) => string
    readonly none: string
    readonly byAnyone: (values: { when: string }) => string
    readonly adopted: (values: { when: string }) => string
    readonly done: (values: { when: string }) => string
    readonly notCarried: string
    readonly tookBack: (values: { when: string }) => string
  }
  readonly carryOut: {
    readonly title: string
    readonly ready: string
    readonly wait: (values: { when: string }) => string
    readonly button: string
    readonly help: string
    readonly until: (values: { when: string }) => string
    readonly done: string
  }
  readonly askAgain: {
    readonly title: string
    readonly rests: (values: { until: string }) => string
    readonly count: (values: { asked: number | bigint; needed: number | bigint }) => string
    readonly button: string
    readonly help: string
    readonly youAsked: string
    readonly notYou: string
    readonly enough: string
    readonly propose: string
    readonly done: string
  }
  readonly secondCall: {
    readonly title: string
    readonly quorum: string
    readonly silent: (values: { classes: string }) => string
    readonly everyday: (values: { least: number | bigint }) => string
    readonly half: (values: { share: string; least: number | bigint }) => string
    readonly passedOver: (values: { classes: string }) => string
    readonly rest: string
    readonly from: (values: { when: string }) => string
    readonly button: string
    readonly help: string
    readonly done: string
    readonly second: (values: { id: string }) => string
    readonly first: string
  }
  readonly takeBack: {
    readonly button: string
    readonly help: string
    readonly done: string
  }
  readonly recount: {
    readonly title: string
    readonly what: string
    readonly button: string
    readonly again: string
    readonly stop: string
    readonly stopped: string
    readonly steps: {
      readonly ballots: string
      readonly roll: string
      readonly signatures: string
    }
    readonly progress: (values: { done: number | bigint; all: number | bigint }) => string
    readonly checked: (values: { signatures: number | bigint }) => string
    readonly counts: (values: {
      yes: number | bigint
      no: number | bigint
      abstain: number | bigint
    }) => string
    readonly changed: (values: { count: number | bigint }) => string
    readonly same: string
    readonly differs: string
    readonly fileRefused: string
    readonly fingerprint: (values: { hash: string }) => string
    readonly when: (values: { when: string }) => string
    readonly faults: (values: { count: number | bigint }) => string
    readonly ballots: string
    readonly find: string
    readonly heads: readonly [string, string, string, string]
    readonly how: {
      readonly carried: string
      readonly direct: string
      readonly changed: string
    }
    readonly noLog: {
      readonly why: string
      readonly now: string
    }
    readonly checkedBoth: (values: {
      signatures: number | bigint
      direct: number | bigint
    }) => string
  }
  readonly reasons: {
    readonly title: string
    readonly beside: string
    readonly waiting: string
  }
  readonly paper: string
  readonly actions: {
    readonly title: string
    readonly to: string
    readonly call: string
    readonly value: string
    readonly held: string
    readonly read: string
    readonly fingerprint: string
    readonly data: string
  }
  readonly follow: {
    readonly title: string
    readonly lead: string
    readonly calendar: string
    readonly news: string
    readonly copy: string
  }
}

export const assembly = chapter<Words>('assembly', {
  en: () => import('./en.json?icu'),
  fr: () => import('./fr.json?icu'),
  es: () => import('./es.json?icu'),
  it: () => import('./it.json?icu'),
})
