import type { SeriesSummary } from '@phyle/sdk/chapters/bonds/api'
import type { Machine } from '@phyle/sdk/chapters/commons/api'
import { rentStanding } from '../commons/index.ts'
import { phaseOf } from './series.ts'

/** What became of the offers that a co-op made. */
export interface CoopRecord {
  readonly repaid: number
  /** At work, with every use fee paid so far. */
  readonly running: number
  /** At work, with a use fee that is late. */
  readonly late: number
  readonly failed: number
  readonly writtenDown: number
  /** Not closed yet, or not bought yet. */
  readonly raising: number
}

type Offered = Pick<
  SeriesSummary,
  | 'id'
  | 'coop'
  | 'state'
  | 'opens'
  | 'subscribeUntil'
  | 'closes'
  | 'buyBy'
  | 'pledgedUnits'
  | 'leastUnits'
>
type Used = Pick<Machine, 'series' | 'rent' | 'rentPeriod' | 'income' | 'bought'>

/** The record of a co-op, but for the offer that is being looked at. */
export function recordOf(
  coop: string,
  without: string,
  all: readonly Offered[],
  machines: readonly Used[],
  now: number,
): CoopRecord {
  const isLate = (series: string) => {
    const machine = machines.find((one) => one.series === series)
    return machine !== undefined && rentStanding(machine, now).behind > 0n
  }
  const kinds = all
    .filter((one) => one.coop === coop && one.id !== without)
    .map((one): keyof CoopRecord => {
      const phase = phaseOf(one, now)
      if (phase === 'redeemed') return 'repaid'
      if (phase === 'bought') return isLate(one.id) ? 'late' : 'running'
      return phase === 'failed' || phase === 'writtenDown' ? phase : 'raising'
    })
  const count = (kind: keyof CoopRecord) => kinds.filter((one) => one === kind).length
  return {
    repaid: count('repaid'),
    running: count('running'),
    late: count('late'),
    failed: count('failed'),
    writtenDown: count('writtenDown'),
    raising: count('raising'),
  }
}
