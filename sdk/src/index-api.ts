// SPDX-License-Identifier: MIT
/**
 * What the index answers over HTTP, and nothing else: types, and the words of its filters.
 *
 * - Every answer is an {Answer}: the data, and the block it was true at.
 * - Amounts are decimal strings in the smallest unit of their token; ids are decimal strings.
 * - Times and periods are whole seconds (unix time); shares are basis points.
 * - Addresses are checksummed. An unknown thing answers 404 with {Refusal}.
 * - Lists are newest first unless said otherwise, and come in {Paging} pages: 50 rows (of grants, which
 *   bring their receipts, 20) unless `limit` says otherwise, and less where they would pass 200 kB.
 *   Pass `next` as `cursor` to go on.
 */

import type { Address, Hex } from 'viem'
import type { AdmissionPolicy, Lock } from './charter.ts'
import type { Choice, Kind, Language } from './language.ts'
import type { ClassTally } from './model/tally.ts'
import type { Rule } from './rule.ts'

/** A whole number written out, because JSON has no big ones. */
export type Amount = string
export type Id = string
/** Seconds since 1970. */
export type Time = number
export type Seconds = number
export type Bps = number

export interface AsOf {
  readonly block: number
  readonly time: Time
}

export interface Answer<T> {
  readonly asOf: AsOf
  readonly data: T
  /** Of a list. */
  readonly page?: Paging
}

/** Which part of a list an answer holds. A cursor stays right when rows are added before it. */
export interface Paging {
  /** All rows that were asked for. */
  readonly total: number
  /** How many of them come before this page. */
  readonly from: number
  /** `cursor` of the page after this one; null on the last. */
  readonly next: string | null
  /** `cursor` of the page before this one, empty for the first; null on the first. */
  readonly previous: string | null
}

/** What every list can be asked. */
export interface PageQuery {
  cursor?: string
  /** 1 to 100; names and members up to 500. */
  limit?: string
}

export interface Refusal {
  readonly error: string
}

export interface IndexStatus {
  readonly chainId: number
  /** Hash of the block in which the contracts were deployed: tells a new local chain from an old one. */
  readonly deploymentBlockHash: Hex | null
  /** It has read the whole history, has reached what the chain had, and follows it. */
  readonly ready: boolean
  /**
   * For a minute it has not reached what the chain had, or has heard nothing of the chain, or the
   * process that writes its database has not lived.
   */
  readonly stuck: boolean
  /** The newest block of the chain; null while it does not answer. */
  readonly chainBlock: number | null
  /** How many blocks the index is behind it. */
  readonly behind: number | null
}

/** Where something was recorded. */
export interface Place {
  readonly block: number
  readonly time: Time
  readonly tx: Hex
}

/* THE CO-OP */

/** A class of members, in the order of the statutes; `index` is what contracts call it by. */
export interface MemberClass {
  readonly index: number
  readonly name: string
  readonly share: Bps
  readonly user: boolean
  /** Its members are natural persons who count as heads of the federation. */
  readonly cooperator: boolean
  /** On the roll now. */
  readonly members: number
}

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

export interface KindOfAct {
  readonly target: Address
  readonly selector: Hex
  readonly kind: Kind
}

export interface Balance {
  /** The zero address stands for the chain's own coin. */
  readonly token: Address
  readonly symbol: string
  readonly decimals: number
  readonly amount: Amount
}

export interface Amendment extends Place {
  /** What changed, as the name of the event. */
  readonly what: string
  readonly args: Readonly<Record<string, Json>>
}

/** A yearly social account or the books, filed with the federation. */
export interface Filing extends Place {
  readonly phyle: Address
  readonly year: number
  readonly document: Hex
  /** Of a social account. */
  readonly attester: Address | null
}

/** The open co-op test of design 5, in its order: `Phyle.standing`. */
export interface Standing {
  readonly phyle: Address
  readonly good: boolean
  readonly answers: readonly [StandingAnswer, StandingAnswer, StandingAnswer, StandingAnswer]
}

export interface StandingAnswer {
  readonly question: 'commonGood' | 'multiStakeholder' | 'commons' | 'openBooks'
  readonly yes: boolean
  /** The name of the contract's reason, such as NO_PURPOSE; null when the answer is yes. */
  readonly reason: StandingReason | null
  /** Until when the answer holds if nothing is done; null when it does not depend on time. */
  readonly until: Time | null
}

export type StandingReason =
  | 'NO_PURPOSE'
  | 'LOCK_TOO_LOW'
  | 'SOCIAL_ACCOUNT_OVERDUE'
  | 'ONE_CLASS_ONLY'
  | 'CLASS_ABOVE_HALF'
  | 'NO_WORK'
  | 'NO_PART_IN_MACHINES'
  | 'NOT_ADMITTED'
  | 'BOOKS_OVERDUE'

export interface Member {
  readonly coop: Address
  readonly id: Id
  readonly wallet: Address
  readonly class: number
  readonly joined: Time
  readonly left: Time | null
  readonly previousClass: number | null
  readonly classChanged: Time | null
  readonly admittedBy: 'founding' | 'decision' | 'sponsors'
}

export interface Application extends Place {
  readonly coop: Address
  readonly wallet: Address
  readonly class: number
  /** sha-256 of what the applicant says of themself; null when nothing. */
  readonly document: Hex | null
  readonly deadline: Time
  readonly state: 'open' | 'admitted' | 'refused' | 'withdrawn'
}

/** One movement of a co-op's money, from its own point of view. */
export interface AccountEntry extends Place {
  readonly coop: Address
  readonly direction: 'in' | 'out'
  readonly token: Address
  readonly amount: Amount
  readonly other: Address
  /** For `pay`: its ground in the contract's word. */
  readonly ground: 'WAGE' | 'INVOICE' | 'EXPENSE' | 'REFUND' | 'SHARE_INTEREST' | 'SURPLUS' | null
  readonly document: Hex | null
  /** The proposal that carried it, when one did. */
  readonly proposal: Id | null
}

/* DECISIONS */

export type ProposalState =
  | 'pending'
  | 'active'
  | 'succeeded'
  | 'defeated'
  | 'queued'
  | 'executed'
  | 'expired'
  | 'cancelled'

export interface ProposalSummary {
  readonly assembly: Address
  readonly id: Id
  readonly coop: Address
  readonly coopName: string
  readonly title: string
  readonly kind: Kind
  readonly proposer: Address
  /** As of the answer's time; only `votingStarts` and what follows make it move. */
  readonly state: ProposalState
  readonly made: Time
  readonly snapshot: Time
  readonly votingStarts: Time
  readonly votingEnds: Time
  /** When it may be carried out (`eta`), and until when. */
  readonly executableFrom: Time
  readonly expires: Time
  readonly executed: Place | null
  readonly cancelled: Place | null
  readonly members: number
  readonly voted: number
  readonly passing: boolean
  readonly actionCount: number
  /** With `?member=` or `?voter=`: what that wallet cast, or null; `mayVote` says whether it is on the roll of the snapshot. */
  readonly mine?: Ballot | null
  readonly mayVote?: boolean
}

/** What was voted down with its quorum and may not come back yet, unless enough members ask. */
export interface Resting {
  readonly until: Time
  readonly asked: number
  readonly needed: number
  /** Who asked, in order. */
  readonly askers: readonly Address[]
}

export interface ProposalDetail extends ProposalSummary {
  /** The whole text as proposed; its first line holds the title. */
  readonly description: string
  readonly descriptionHash: Hex
  /** What every ballot carries besides the choice: the co-op's name when the vote was opened, and so on. */
  readonly paper: {
    readonly cooperative: string
    readonly resolution: string
    readonly language: Language
  }
  /** As copied when it was made. */
  readonly rule: Rule
  readonly actions: readonly Action[]
  /** In the order of the statutes; the reader computes the outcome with the model. */
  readonly classes: readonly ClassTally[]
  /**
   * The last counted ballot of each voter, in order of counting: of the newest two hundred. All of
   * them come from `/api/proposals/:assembly/:id/votes`.
   */
  readonly ballots: readonly Ballot[]
  /** Null where nothing keeps it from being put again, and once it has been. */
  readonly resting: Resting | null
  readonly proposed: Place
}

/** One call of a proposal. The app decodes `data` itself; `decoded` is the index's own reading. */
export interface Action {
  readonly target: Address
  readonly value: Amount
  readonly data: Hex
  readonly selector: Hex | null
  readonly decoded: DecodedCall | null
}

export interface DecodedCall {
  /** Name of the contract or interface, such as `Cooperative`, `Statutes`, `ERC20`. */
  readonly contract: string
  readonly function: string
  /** By parameter name; numbers as decimal strings, structs as objects. */
  readonly args: Readonly<Record<string, Json>>
}

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json }

export interface Ballot extends Place {
  readonly voter: Address
  readonly memberId: Id
  readonly class: number
  readonly choice: Choice
  /** Direct: sent by the voter. Carried: signed by the voter, sent by anybody. */
  readonly how: 'direct' | 'carried' | 'standIn'
  /** Given with a direct vote. */
  readonly reason: string | null
}

/* BONDS AND FUND */

export type SeriesState =
  | 'open'
  | 'closing'
  | 'failed'
  | 'funded'
  | 'bought'
  | 'redeemed'
  | 'writtenDown'
export type RentMode = 'USUFRUCT' | 'COST_RENT' | 'AUCTION' | 'RATCHET'

export interface SeriesSummary {
  readonly phyle: Address
  readonly id: Id
  readonly coop: Address
  readonly coopName: string
  /** In a few words what is bought. */
  readonly title: string
  readonly machineDocument: Hex
  /** As of the answer's time. `closing` is the cooling-off between the last subscription and the close. */
  readonly state: SeriesState
  readonly supplier: Address
  /** Face of one unit, 10^decimals. */
  readonly face: Amount
  readonly price: Amount
  readonly leastUnits: Amount
  readonly mostUnits: Amount
  readonly mostPerPerson: Amount
  readonly pledgedUnits: Amount
  readonly holders: number
  readonly capBps: Bps
  readonly opens: Time
  readonly subscribeUntil: Time
  readonly closes: Time
  readonly buyBy: Time
  readonly expectedBy: Time
  readonly endorsed: boolean
  readonly rentMode: RentMode
  /** For each rent period; zero for a free loan. */
  readonly rent: Amount
  readonly rentPeriod: Seconds
  /** raised = units × face; paid so far; capDue is the most that will ever be paid. */
  readonly raised: Amount
  readonly paid: Amount
  readonly capDue: Amount
}

export interface SeriesDetail extends SeriesSummary {
  /** Those who lent the most, a hundred; all come from `…/positions`. */
  readonly positions: readonly Position[]
  /** How many took back what they had pledged. */
  readonly refunds: number
  /** The newest hundred; all come from `…/payments`. */
  readonly payments: readonly SeriesPayment[]
  /** When the machine was bought; null before. */
  readonly bought: Time | null
  /** What the price left over for those who lent. */
  readonly leftOver: Amount
  readonly machine: Id | null
  readonly floated: Place
  readonly proposal: Id | null
  /** How many the whole history has. */
  readonly events: number
  /** The newest hundred; all come from `…/history`. */
  readonly history: readonly SeriesEvent[]
}

export interface SeriesEvent extends Place {
  readonly what:
    | 'floated'
    | 'subscribed'
    | 'withdrawn'
    | 'transferred'
    | 'bought'
    | 'failed'
    | 'refunded'
    | 'paid'
    | 'taken'
    | 'redeemed'
  readonly who: Address | null
  readonly amount: Amount
}

export interface Position {
  readonly phyle: Address
  readonly series: Id
  readonly holder: Address
  readonly units: Amount
  readonly subscribed: Amount
  readonly taken: Amount
  /** As of the answer's block; the app asks the contract before a person collects. */
  readonly due: Amount
  readonly refunded: boolean
}

export interface SeriesPayment extends Place {
  readonly amount: Amount
  readonly source: 'machine' | 'common' | 'leftover'
  readonly paidAfter: Amount
}

export interface Machine {
  readonly phyle: Address
  readonly id: Id
  /** The title of its series. */
  readonly name: string
  readonly document: Hex
  readonly series: Id
  readonly user: Address
  readonly userName: string
  readonly price: Amount
  readonly bought: Place
  readonly rentMode: RentMode
  readonly rent: Amount
  readonly rentPeriod: Seconds
  readonly rentPaidUntil: Time | null
  readonly income: Amount
  readonly redeemed: boolean
}

export interface FundFlow {
  /** Sums over the life of the fund. */
  readonly inMachines: Amount
  readonly inLicences: Amount
  readonly inLevies: Amount
  readonly inGifts: Amount
  readonly toBonds: Amount
  readonly toReserve: Amount
  readonly toHeads: Amount
  readonly claimed: Amount
}

export interface PourPolicy {
  readonly bondsBps: Bps
  readonly reserveBps: Bps
}

export interface Epoch {
  readonly number: number
  readonly starts: Time
  readonly ends: Time
  readonly closed: boolean
  readonly earningHeads: number
  readonly perHead: Amount
  readonly allotted: Amount
}

export interface Pour extends Place {
  readonly source: 'machine' | 'licence' | 'levy' | 'gift'
  readonly from: Address
  readonly machine: Id | null
  readonly amount: Amount
  readonly toSeries: Amount
  readonly toReserve: Amount
  readonly toHeads: Amount
}

/* FEDERATION */

export interface FederationSummary {
  readonly phyle: Address
  readonly name: string
  readonly root: Address
  readonly founded: Time
  readonly coops: number
  readonly heads: number
  readonly token: Address
  readonly symbol: string
  readonly decimals: number
}

export interface FederationDetail extends FederationSummary {
  readonly contracts: {
    readonly commonsFund: Address
    readonly commonsBonds: Address
    readonly machines: Address
    readonly works: Address
    readonly licences: Address
    readonly contributions: Address
  }
  /** Those that entered last, fifty; all come from `…/coops`. */
  readonly members: readonly FederationCoop[]
  /** Open ones, the newest fifty; all come from `/api/coops/:coop/applications` of the root. */
  readonly applications: readonly (Place & { readonly coop: Address; readonly name: string })[]
  readonly held: { readonly cash: Amount; readonly reserve: Amount; readonly undistributed: Amount }
  readonly flow: FundFlow
  readonly otherPolicy: PourPolicy
  readonly machinePolicy: PourPolicy
  readonly epochLength: Seconds
  /** How long before a co-op leaves it gives notice. */
  readonly noticePeriod: Seconds
  readonly epochs: readonly Epoch[]
  /** The newest fifty; all come from `…/pours`. */
  readonly pours: readonly Pour[]
}

export interface FederationCoop {
  readonly coop: Address
  readonly name: string
  readonly purpose: Hex
  readonly members: number
  readonly heads: number
  readonly joined: Time
  readonly leaves: Time | null
  readonly standing: Standing
}

/* COMMONS AND LICENCES */

export interface WorkSummary {
  readonly phyle: Address
  readonly id: Id
  /** First release of its family; its own id when it is the first. */
  readonly family: Id
  readonly title: string
  readonly version: string
  readonly licence: string
  readonly licensor: string
  readonly function: string
  readonly links: readonly string[]
  readonly steward: Address
  readonly stewardName: string
  /** sha-256 of the content, and the same as CIDv1 (raw). */
  readonly digest: Hex
  readonly cid: string
  readonly parents: readonly Id[]
  readonly registered: Place
  /** Null while no terms were offered. */
  readonly pricePerYear: Amount | null
  readonly freeFrom: Time | null
}

export interface WorkDetail extends WorkSummary {
  /** Of its lists the newest fifty at most; all come from `/api/works`, `/api/grants` and `/api/contributions` with its family. */
  readonly releases: readonly WorkSummary[]
  /** The first fifty. */
  readonly children: readonly Id[]
  readonly terms: readonly Terms[]
  readonly grants: readonly Grant[]
  readonly contributions: readonly Contribution[]
  readonly delegates: readonly {
    readonly wallet: Address
    readonly quota: Amount
    readonly used: Amount
  }[]
}

export interface Terms extends Place {
  readonly phyle: Address
  readonly family: Id
  readonly version: number
  readonly hash: Hex
  /** From when these terms hold. */
  readonly from: Time
  readonly legalText: Hex
  readonly pricePerYear: Amount
  /** By yearly turnover in whole units of the cash token (null: no bound); tier 0 pays nothing. */
  readonly tiers: readonly { readonly turnover: number | null; readonly bps: Bps }[]
  readonly splits: { readonly steward: Bps; readonly parents: Bps; readonly fund: Bps }
  readonly grace: Seconds
  readonly cure: Seconds
  readonly refundWindow: Seconds
  readonly notice: Seconds
  readonly waivePoints: number
  readonly minAttesters: number
  readonly changeDate: Time | null
}

/** `LicenceGround` of the contracts. */
export type Ground =
  | 'PAID'
  | 'NON_COMMERCIAL'
  | 'COMMON_GOOD'
  | 'MEMBER_COOP'
  | 'COOPERATOR'
  | 'CONTRIBUTOR'
  | 'SMALL_FIRM'
  | 'FREE'

/** A permission: one for each family of works and licensee. */
export interface Grant {
  readonly phyle: Address
  readonly family: Id
  readonly workTitle: string
  readonly licensee: Address
  readonly from: Time
  readonly to: Time
  readonly ground: Ground
  readonly tier: number
  readonly terms: number
  /** The newest fifty; all come from `…/receipts`. */
  readonly receipts: readonly Receipt[]
}

/** What an invoice needs, as the contract's event tells it. */
export interface Receipt extends Place {
  readonly head: Hex
  readonly number: number
  readonly payer: Address
  readonly steward: Address
  readonly work: Id
  readonly terms: number
  readonly ground: Ground
  readonly tier: number
  readonly issued: Time
  readonly from: Time
  readonly to: Time
  readonly token: Address
  readonly amount: Amount
  readonly purchaseOrder: Hex | null
  readonly statement: Hex | null
  readonly previous: Hex | null
  readonly refunded: Place | null
}

export interface Contribution extends Place {
  readonly phyle: Address
  readonly family: Id
  readonly contributor: Address
  readonly attester: Address
  readonly artefact: Hex
  readonly points: Amount
  readonly matures: Time
  /** Whether somebody had the matured points booked: only then do they count. */
  readonly counted: boolean
  readonly link: string | null
}

/* PEOPLE */

export interface PersonSummary {
  readonly wallet: Address
  readonly memberships: readonly (Member & {
    readonly coopName: string
    readonly className: string
  })[]
  readonly applications: readonly (Application & { readonly coopName: string })[]
  readonly seats: readonly Seat[]
}

export interface Seat {
  readonly phyle: Address
  readonly coop: Address
  readonly memberId: Id
  readonly from: Time
  readonly until: Time | null
  readonly earnsFromEpoch: number | null
}

/** A position with the offer that it is in. */
export interface HeldPosition extends Position {
  readonly seriesSummary: SeriesSummary
}

/** All that one person has, is owed and has had. */
export interface PersonMoney {
  readonly wallet: Address
  readonly phyle: Address
  readonly cash: Amount
  /** In the newest fifty offers; all come from `/api/people/:wallet/positions`. */
  readonly positions: readonly HeldPosition[]
  /** Basic income: what can be collected now, by epoch, and what has been. */
  readonly equalShare: {
    readonly due: Amount
    readonly claimed: Amount
    readonly firstEpoch: number | null
    readonly epochs: readonly {
      readonly number: number
      readonly ends: Time
      readonly perHead: Amount
    }[]
  }
  /** Splits of licence fees that wait for this wallet. */
  readonly licenceShare: Amount
  /** The newest hundred; all of them come from `/api/people/:wallet/movements`. */
  readonly movements: readonly PersonMovement[]
}

export interface PersonMovement extends Place {
  readonly what:
    | 'subscribed'
    | 'withdrawn'
    | 'refunded'
    | 'taken'
    | 'equalShare'
    | 'licenceShare'
    | 'licenceFee'
    | 'useFee'
    | 'gift'
  readonly direction: 'in' | 'out'
  readonly amount: Amount
  readonly series: Id | null
  readonly family: Id | null
}

/** Where a decision stands, as one looks for it; in the order of a list, what can be acted on first. */
export const DECISIONS_OF = [
  'open',
  'passed',
  'coming',
  'done',
  'lost',
  'lapsed',
  'cancelled',
] as const
export type DecisionsOf = (typeof DECISIONS_OF)[number]

/** Where a bond offer stands, as one looks for it; in the order of a list, what can be lent for first. */
export const OFFERS_OF = ['open', 'soon', 'under', 'running', 'repaid', 'failed'] as const
export type OffersOf = (typeof OFFERS_OF)[number]

/** First by where they stand, what can be acted on before what is over; else newest first. */
export type Order = 'standing'

/* ROUTES */

interface List<Row, Query = unknown> {
  query: PageQuery & Query
  data: readonly Row[]
}

/** A ballot that stands, with its signature; null where it was cast in a transaction. */
export interface KeptBallot {
  readonly voter: Address
  readonly choice: Choice
  readonly signature: Hex | null
}

export interface BallotPage {
  readonly ballots: readonly KeptBallot[]
  /** Where the next page begins; null after the last. */
  readonly next: number | null
}

/** Path to the type of `Answer.data`. `:name` stands for a path segment, the query is listed beside it. */
export interface IndexRoutes {
  '/api/status': { query: never; data: IndexStatus }
  /** `slug`: all that a link may mean, the likeliest first. Else in the order of founding. */
  '/api/names': List<CoopName, { slug?: string }>
  /** `member`: those to which that wallet belongs. */
  '/api/coops': List<CoopSummary, { phyle?: Address; member?: Address; q?: string }>
  '/api/coops/:coop': { query: never; data: CoopDetail }
  /** Everybody who ever was on the roll, by id. `left`: only who left, or only who did not. */
  '/api/coops/:coop/members': List<Member, { class?: Id; left?: 'true' | 'false' }>
  '/api/coops/:coop/applications': List<Application>
  '/api/coops/:coop/amendments': List<Amendment>
  '/api/coops/:coop/account': List<AccountEntry>
  /**
   * `coop`: of one co-op. `member`: of the co-ops where that wallet is or was a member, with `mine`
   * and `mayVote`. `voter`: likewise with `mine` and `mayVote`, but of all co-ops; with `waiting` only
   * those in which that wallet may vote now and has not.
   */
  '/api/proposals': List<
    ProposalSummary,
    {
      coop?: Address
      member?: Address
      voter?: Address
      waiting?: 'true'
      open?: 'true'
      q?: string
      state?: DecisionsOf
      kind?: Kind
      order?: Order
    }
  >
  '/api/proposals/:assembly/:id': { query: { member?: Address }; data: ProposalDetail }
  /** The ballots that stand, in pages by member; `from` is the least number of a member on the page. */
  '/api/proposals/:assembly/:id/ballots': { query: { from?: string }; data: BallotPage }
  /** All ballots that stand, in the order of counting, each with where it was counted. */
  '/api/proposals/:assembly/:id/votes': List<Ballot>
  '/api/series': List<
    SeriesSummary,
    { phyle?: Address; coop?: Address; q?: string; state?: OffersOf; order?: Order }
  >
  '/api/series/:phyle/:id': { query: never; data: SeriesDetail }
  /** `holder`: of that wallet alone. */
  '/api/series/:phyle/:id/positions': List<Position, { holder?: Address }>
  '/api/series/:phyle/:id/payments': List<SeriesPayment>
  '/api/series/:phyle/:id/history': List<SeriesEvent>
  '/api/machines': List<Machine, { phyle?: Address; coop?: Address; q?: string }>
  '/api/machines/:phyle/:id': { query: never; data: Machine }
  '/api/works': List<
    WorkSummary,
    { phyle?: Address; q?: string; steward?: Address; family?: Id; licence?: string }
  >
  /** Every licence under which a work is registered, by name. */
  '/api/licences': List<string, { phyle?: Address }>
  '/api/works/:phyle/:id': { query: never; data: WorkDetail }
  '/api/grants': List<Grant, { licensee?: Address; family?: Id; phyle?: Address }>
  '/api/grants/:family/:licensee': { query: never; data: Grant }
  '/api/grants/:family/:licensee/receipts': List<Receipt>
  '/api/contributions': List<Contribution, { phyle: Address; family: Id }>
  '/api/federations': List<FederationSummary>
  '/api/federations/:phyle': { query: never; data: FederationDetail }
  /** Those that entered last come first. */
  '/api/federations/:phyle/coops': List<FederationCoop>
  /** `machine`: of its use alone. */
  '/api/federations/:phyle/pours': List<Pour, { machine?: Id }>
  '/api/people/:wallet': { query: never; data: PersonSummary }
  '/api/people/:wallet/money': { query: { phyle: Address }; data: PersonMoney }
  '/api/people/:wallet/positions': List<HeldPosition, { phyle: Address }>
  '/api/people/:wallet/movements': List<PersonMovement, { phyle: Address }>
  '/api/people/:wallet/contributions': List<Contribution>
}

export type IndexRoute = keyof IndexRoutes
export type IndexData<R extends IndexRoute> = IndexRoutes[R]['data']

/** Routes that answer in pages. */
export type ListRoute = {
  [R in IndexRoute]: IndexRoutes[R] extends { query: PageQuery; data: readonly unknown[] }
    ? R
    : never
}[IndexRoute]
export type IndexRow<R extends ListRoute> = IndexData<R>[number]
