// SPDX-License-Identifier: MIT
/** What the index and the relay answer of this chapter over HTTP; units as in `answer.ts`. */

import type { Address, Hex } from 'viem'
import type { Amount, Bps, Id, List, Place, Seconds, Time } from '../../answer.ts'
import type { Language } from '../../language.ts'
import type { Rule } from '../../rule.ts'
import type { Filing, Standing } from '../phyle/api.ts'
import type { Amendment, KindOfAct, MemberClass } from '../statutes/api.ts'
import type { AdmissionPolicy, Kind, Lock } from '../statutes/enums.ts'
import type { Ground } from './enums.ts'

/** A co-op by its name, for lists to choose from and for links. */
export interface CoopName {
  readonly coop: Address
  readonly assembly: Address
  readonly name: string
  /** Its name in a link that can be read; its address where no name is its own. */
  readonly slug: string
  /** In which its own texts and its ballots are. */
  readonly language: Language
  readonly founded: Time
}

export interface CoopSummary {
  /** The account of the co-op: its address everywhere. */
  readonly coop: Address
  readonly assembly: Address
  readonly membership: Address
  readonly statutes: Address
  readonly name: string
  /** Its name in a link that can be read; its address where no name is its own. */
  readonly slug: string
  readonly registrar: Address
  /** sha-256 of the founding document (JSON), which holds the purpose in words; relays keep it. */
  readonly purpose: Hex
  readonly founded: Time
  readonly members: number
  readonly openProposals: number
  /** Balance of the federation's cash token, or of the first known token. */
  readonly cash: Amount
  /** Federations that admitted it and where it still is. */
  readonly phyles: readonly Address[]
  /** Set when it is the root of a federation. */
  readonly rootOf: Address | null
}

export interface CoopDetail extends CoopSummary {
  /**
   * The Registrar by which its statutes, roll and assembly of today were built, as the account says: that of
   * the founding until it moved. Of contracts by one that nobody knows the index believes nothing but their events.
   */
  readonly builtBy: Address
  readonly language: Language
  readonly lock: Lock
  readonly admission: AdmissionPolicy
  /** Sponsors whose signatures admit somebody, when the policy is BY_SPONSORS. */
  readonly sponsorsNeeded: number
  readonly maxShareBps: Bps
  readonly classes: readonly MemberClass[]
  readonly coolingPeriod: Seconds
  /** In force now; CONSENT may be missing. */
  readonly rules: Readonly<Record<Kind, Rule | null>>
  /** sha-256 of the list of effects that it reports on. */
  readonly effects: Hex | null
  /** Who gets what is left when nobody is a member any more; null: the federation, or nobody where there is no lock. */
  readonly body: Address | null
  /** Kinds that the statutes set for particular acts, over the floors in code. */
  readonly kinds: readonly KindOfAct[]
  readonly balances: readonly Balance[]
  readonly founding: Place & { readonly founders: readonly Address[]; readonly hash: Hex }
  readonly socialAccounts: readonly Filing[]
  readonly books: readonly Filing[]
  /** One entry for each federation in `phyles`. */
  readonly standings: readonly Standing[]
  /** Amendments since founding, the newest fifty; all come from `/api/coops/:coop/amendments`. */
  readonly amendments: readonly Amendment[]
}

export interface Balance {
  /** The zero address stands for the chain's own coin. */
  readonly token: Address
  readonly symbol: string
  readonly decimals: number
  readonly amount: Amount
}

/** One movement of a co-op's money, from its own point of view. */
export interface AccountEntry extends Place {
  readonly coop: Address
  readonly direction: 'in' | 'out'
  readonly token: Address
  readonly amount: Amount
  readonly other: Address
  /** For `pay`: its ground in the contract's word. */
  readonly ground: Ground | null
  readonly document: Hex | null
  /** The line of the budget that covered it; null: none. */
  readonly line: Id | null
  /** The proposal that carried it, when one did. */
  readonly proposal: Id | null
}

export interface IndexRoutes {
  /** `slug`: all that a link may mean, the likeliest first. Else in the order of founding. */
  '/api/names': List<CoopName, { slug?: string }>
  /** `member`: those to which that wallet belongs. */
  '/api/coops': List<CoopSummary, { phyle?: Address; member?: Address; q?: string }>
  '/api/coops/:coop': { query: never; data: CoopDetail }
  '/api/coops/:coop/account': List<AccountEntry>
}

/* THE RELAY */

/** `Charter` of the contracts as JSON: enums as their numbers, words and names as hex. */
export interface CharterJson {
  readonly name: string
  readonly purpose: Hex
  readonly language: Hex
  readonly lock: number
  readonly admission: number
  readonly sponsors: number
  readonly maxShareBps: number
  readonly coolingPeriod: number
  readonly classes: readonly {
    readonly name: Hex
    readonly shareBps: number
    readonly flags: number
  }[]
  /** Rule words, as decimal strings. */
  readonly rules: readonly [string, string, string, string]
  readonly federation: Address
  readonly body: Address
}

export interface FoundingDraft {
  readonly chainId: number
  readonly registrar: Address
  readonly charter: CharterJson
  readonly founders: readonly { readonly wallet: Address; readonly class: number }[]
  readonly nonce: string
  readonly deadline: string
}

export interface FoundingSignature {
  readonly founder: Address
  readonly signature: Hex
}

export interface Founding {
  /** The founding hash: what the founders sign, and the name of this draft. */
  readonly hash: Hex
  readonly draft: FoundingDraft
  /** Those that were checked, in the order of the founders. */
  readonly signatures: readonly FoundingSignature[]
  /** Founders who called `consent` on the chain and need not sign. */
  readonly consented: readonly Address[]
  /** Founders who took their word back on the chain; what they signed does not count. */
  readonly withdrawn: readonly Address[]
  /** Founders whose word is still missing. */
  readonly missing: readonly Address[]
  /** The account that this founding makes, or made. */
  readonly cooperative: Address
  readonly founded: boolean
}

export interface RelayRoutes {
  'POST /foundings': { body: FoundingDraft; answer: Founding }
  'GET /foundings/:hash': { answer: Founding }
  'GET /foundings/:hash/signatures': { answer: readonly FoundingSignature[] }
  'POST /foundings/:hash/signatures': { body: FoundingSignature; answer: Founding }
}
