import { useSettings } from '../chain/settings.tsx'
import { type Currency, money } from '../words/format.ts'

/** An amount in the smallest unit, as the reader's country writes it. */
export function Money({ amount, currency }: { amount: bigint | string; currency?: Currency }) {
  const settings = useSettings()
  return (
    <span className="num whitespace-nowrap">
      {money(BigInt(amount), currency ?? settings.currency)}
    </span>
  )
}

/** The same, for sentences and titles. */
export function useMoney(): (amount: bigint | string, currency?: Currency) => string {
  const settings = useSettings()
  return (amount, currency) => money(BigInt(amount), currency ?? settings.currency)
}
