import type { SeriesSummary } from '@phyle/sdk/chapters/bonds/api'
import { COOLING_OFF, capDueOf, capOf, LATEST_CLOSE } from '@phyle/sdk/chapters/bonds/model'

/** Where an offer stands, with the time before it opens told apart. */
export type Phase =
  | 'before'
  | 'open'
  | 'closing'
  | 'failed'
  | 'funded'
  | 'bought'
  | 'redeemed'
  | 'writtenDown'

type Standing = Pick<
  SeriesSummary,
  'state' | 'opens' | 'subscribeUntil' | 'closes' | 'buyBy' | 'pledgedUnits' | 'leastUnits'
>

/** By the chain's clock: an answer of the index may be a little older than now. */
export function phaseOf(series: Standing, now: number): Phase {
  const { state } = series
  if (state === 'bought' || state === 'redeemed' || state === 'writtenDown') return state
  if (now < series.opens) return 'before'
  if (now < series.subscribeUntil) return 'open'
  if (now < series.closes) return 'closing'
  return state !== 'failed' && isFunded(series) && now < series.buyBy ? 'funded' : 'failed'
}

const isFunded = ({ pledgedUnits, leastUnits }: Pick<Standing, 'pledgedUnits' | 'leastUnits'>) =>
  BigInt(pledgedUnits) >= BigInt(leastUnits)

/** Whether the minimum had been lent when it closed; refunds since then do not change that. */
export const wasFunded = ({
  raised,
  leastUnits,
  face,
}: Pick<SeriesSummary, 'raised' | 'leastUnits' | 'face'>) =>
  BigInt(raised) >= BigInt(leastUnits) * BigInt(face)

type Terms = Pick<SeriesSummary, 'face' | 'price' | 'capBps'>

type Raising = Terms & Pick<SeriesSummary, 'leastUnits' | 'pledgedUnits'>

/**
 * The most that `units` can get back if nobody else lends: at least the least must come together,
 * and what one person gets is their part of the whole.
 */
export function mostBackOf(series: Raising, units: bigint, pledgedWith: bigint): bigint {
  const least = BigInt(series.leastUnits)
  const all = pledgedWith > least ? pledgedWith : least
  return all === 0n ? 0n : (capDueOf(series, all) * units) / all
}

export type LendProblem = 'overOffer' | 'overPerson' | 'overCash'

type Dates = Pick<SeriesSummary, 'subscribeUntil'>

/** When an offer closes at the latest, whatever is lent. */
export const latestClose = ({ subscribeUntil }: Dates): number => subscribeUntil + LATEST_CLOSE

/** Until when what is lent now can be taken back. */
export const mindUntil = (series: Dates, now: number): number =>
  Math.max(series.subscribeUntil, Math.min(now + COOLING_OFF, latestClose(series)))

export interface LendLimits {
  /** Units that may still be sold. */
  readonly offer: bigint
  /** Units that this person may still buy. */
  readonly person: bigint
  /** Units that this person can pay. */
  readonly cash: bigint
}

export function limitsOf(
  series: Pick<
    SeriesSummary,
    'face' | 'mostUnits' | 'mostPerPerson' | 'pledgedUnits' | 'freedUnits' | 'subscribeUntil'
  >,
  held: bigint,
  cash: bigint,
  now: number,
): LendLimits {
  const rest = (most: bigint, used: bigint) => (most > used ? most - used : 0n)
  return {
    offer:
      now < series.subscribeUntil
        ? rest(BigInt(series.mostUnits), BigInt(series.pledgedUnits))
        : BigInt(series.freedUnits),
    person: rest(BigInt(series.mostPerPerson), held),
    cash: cash / BigInt(series.face),
  }
}

/** The most that can be lent now. */
export function mostOf({ offer, person, cash }: LendLimits): bigint {
  const least = offer < person ? offer : person
  return least < cash ? least : cash
}

/** Which bound so many units would cross, the narrowest for the person first. */
export function lendProblem(units: bigint, limits: LendLimits): LendProblem | null {
  if (units > limits.person) return 'overPerson'
  if (units > limits.offer) return 'overOffer'
  if (units > limits.cash) return 'overCash'
  return null
}

/** When everything would be repaid if every use fee is paid; null when no fee repays it. */
export function repaidAt(
  series: Pick<SeriesSummary, 'rent' | 'rentPeriod' | 'paid' | 'capDue'>,
  from: number,
): number | null {
  const rent = BigInt(series.rent)
  if (rent === 0n || series.rentPeriod === 0) return null
  const left = BigInt(series.capDue) - BigInt(series.paid)
  if (left <= 0n) return from
  return from + Number((left + rent - 1n) / rent) * series.rentPeriod
}

/** How many whole use fees repay the price and what is agreed above it; null where no fee is. */
export function paymentsOf(
  series: Pick<SeriesSummary, 'rent' | 'rentPeriod' | 'price' | 'capBps'>,
): { readonly count: number; readonly amount: bigint } | null {
  const amount = BigInt(series.rent)
  if (amount === 0n || series.rentPeriod === 0) return null
  const due = capOf(series)
  return { count: Number((due + amount - 1n) / amount), amount }
}
