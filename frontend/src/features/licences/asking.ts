import type { LicenceGround } from '@phyle/sdk/chapters/licences/enums'
import { neededOf, YEAR } from '@phyle/sdk/chapters/licences/fee'
import {
  groundCode,
  type LicenceRequest,
  purchaseOrderDigest,
  type Statement,
  statementDigest,
  statementDocument,
  UNDECLARED,
} from '@phyle/sdk/licence'
import { type Address, zeroAddress, zeroHash } from 'viem'
import type { Quote } from '../../chain/permissions.ts'
import type { Offered, Terms } from '../../chain/works.ts'
import { licences } from '../../words/licences/words.ts'

/** For what somebody would use a work, as a person says it. */
export const USES = ['firm', 'nonCommercial', 'cooperator', 'memberCoop', 'commonGood'] as const
export type Use = (typeof USES)[number]

/** What is claimed: for firms contributions always count by themselves. */
const CLAIMS: Readonly<Record<Use, LicenceGround>> = {
  firm: 'CONTRIBUTOR',
  nonCommercial: 'NON_COMMERCIAL',
  cooperator: 'COOPERATOR',
  memberCoop: 'MEMBER_COOP',
  commonGood: 'COMMON_GOOD',
}

export const YEAR_SECONDS = Number(YEAR)

export interface Asking {
  readonly use: Use
  /** Place of the declared size among the tiers; null: none is declared. */
  readonly tier: number | null
  readonly seconds: number
  readonly licensee: Address | undefined
  readonly name: string
  readonly registration: string
  readonly order: string
}

/** The bounds of a tier by yearly turnover, in whole units; a null bound is open. */
export function tierBounds(
  terms: Terms,
  tier: number,
): { low: number | null; high: number | null } {
  const last = tier === terms.tierBps.length - 1
  return {
    low: tier === 0 ? null : (terms.tierTurnover[tier - 1] ?? null),
    high: last ? null : (terms.tierTurnover[tier] ?? null),
  }
}

export interface Declared {
  readonly statement: Statement
  readonly document: string
}

/** What has to be declared for this; null where the chain knows it by itself. */
export function declarationOf(
  asking: Asking,
  work: Pick<Offered, 'title' | 'terms'>,
  turnover: string,
  seconds: number,
): Declared | null {
  const { use } = asking
  if (use === 'memberCoop') return null
  const name = asking.name.trim()
  const registration = asking.registration.trim()
  const says = licences.declarations
  const words = {
    firm: () => says.firm({ name, work: work.title, turnover }),
    nonCommercial: () => says.nonCommercial({ name, work: work.title }),
    cooperator: () => says.cooperator({ name, work: work.title }),
    commonGood: () =>
      says.commonGood({ name, work: work.title, registration: registration || '…' }),
  }[use]
  const free = asking.tier !== null && work.terms?.tierBps[asking.tier] === 0
  const statement: Statement = {
    ground: use === 'firm' ? (free ? 'SMALL_FIRM' : 'PAID') : CLAIMS[use],
    name,
    registration: registration === '' ? null : registration,
    use: words(),
    turnover:
      use === 'firm' && asking.tier !== null && work.terms
        ? tierBounds(work.terms, asking.tier).high
        : null,
    date: new Date(seconds * 1000).toISOString().slice(0, 10),
  }
  return { statement, document: statementDocument(statement) }
}

/** What is sent, as it is quoted; `maxFee` is set to the price that was shown. */
export function requestOf(
  asking: Asking,
  work: Pick<Offered, 'id' | 'termsVersion'>,
  declared: Declared | null,
  maxFee: bigint,
): LicenceRequest {
  return {
    licensee: asking.licensee ?? zeroAddress,
    work: work.id,
    claim: groundCode(CLAIMS[asking.use]),
    tier: asking.use === 'firm' && asking.tier !== null ? asking.tier : UNDECLARED,
    duration: asking.seconds,
    maxFee,
    terms: work.termsVersion,
    deadline: 0,
    payer: zeroAddress,
    purchaseOrder: purchaseOrderDigest(asking.order.trim()),
    statement: declared ? statementDigest(declared.statement) : zeroHash,
  }
}

const ceilDiv = (a: bigint, b: bigint) => (a + b - 1n) / b

export interface PriceSteps {
  /** Of the size, before contributions. */
  readonly list: bigint
  readonly saved: bigint
  readonly toPay: bigint
  /** Points that make it free for this size. */
  readonly needed: bigint
  /** Of these, the points that there are. */
  readonly counted: bigint
  readonly fewAttesters: boolean
}

/** How a price comes about, step by step; the last is the contract's own answer. */
export function priceSteps(
  terms: Pick<Terms, 'pricePerYear' | 'tierBps' | 'waivePoints' | 'minAttesters'>,
  tier: number | null,
  quote: Pick<Quote, 'fee' | 'from' | 'to' | 'credit' | 'pointsMissing' | 'distinctAttesters'>,
): PriceSteps {
  const bps = terms.tierBps[tier ?? terms.tierBps.length - 1] ?? 10_000
  const list = ceilDiv(
    terms.pricePerYear * BigInt(bps) * BigInt(quote.to - quote.from),
    10_000n * YEAR,
  )
  const needed = neededOf(BigInt(terms.waivePoints), bps)
  return {
    list,
    saved: list - quote.fee,
    toPay: quote.fee,
    needed,
    counted: quote.pointsMissing > 0n ? needed - quote.pointsMissing : needed,
    fewAttesters:
      quote.distinctAttesters < BigInt(terms.minAttesters) && 2n * quote.credit > needed,
  }
}

export interface Shares {
  readonly steward: bigint
  readonly parents: bigint
  readonly fund: bigint
}

/** Where a fee goes: shares are rounded down, the fund takes the rest, and all where nothing is below. */
export function sharesOf(
  fee: bigint,
  terms: Pick<Terms, 'stewardBps' | 'parentsBps'>,
  parents: number,
): Shares {
  const steward = (fee * BigInt(terms.stewardBps)) / 10_000n
  const each = parents === 0 ? 0n : (fee * BigInt(terms.parentsBps)) / 10_000n / BigInt(parents)
  const toParents = each * BigInt(parents)
  return { steward, parents: toParents, fund: fee - steward - toParents }
}

/** What was declared before, with the date of today; null where it was not declared in this form. */
export function declaredAgain(document: string, seconds: number): Declared | null {
  try {
    const old = JSON.parse(document) as Partial<Statement>
    if (typeof old.ground !== 'string' || typeof old.use !== 'string') return null
    const statement: Statement = {
      ground: old.ground,
      name: typeof old.name === 'string' ? old.name : '',
      registration: typeof old.registration === 'string' ? old.registration : null,
      use: old.use,
      turnover: typeof old.turnover === 'number' ? old.turnover : null,
      date: new Date(seconds * 1000).toISOString().slice(0, 10),
    }
    return { statement, document: statementDocument(statement) }
  } catch {
    return null
  }
}
