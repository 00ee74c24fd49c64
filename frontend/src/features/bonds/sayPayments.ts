import type { SeriesSummary } from '@phyle/sdk/chapters/bonds/api'
import { bonds } from '../../words/bonds/words.ts'
import { every } from '../../words/format.ts'
import { paymentsOf } from './series.ts'

const words = bonds.payments

/** How many payments of what size repay an offer, where a use fee is agreed. */
export function sayPayments(
  series: Pick<SeriesSummary, 'rent' | 'rentPeriod' | 'price' | 'capBps' | 'endorsed'>,
  money: (amount: bigint) => string,
): string {
  const payments = paymentsOf(series)
  if (payments)
    return words.fees({
      count: payments.count,
      amount: money(payments.amount),
      often: every(series.rentPeriod),
    })
  return series.endorsed ? words.common : words.nothing
}
