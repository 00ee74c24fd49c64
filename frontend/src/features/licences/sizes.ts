import { useSettings } from '../../chain/settings.tsx'
import type { Terms } from '../../chain/works.ts'
import { money } from '../../words/format.ts'
import { licences } from '../../words/licences/words.ts'
import { tierBounds } from './asking.ts'

const words = licences.quote.sizes

/** The sizes of firms in words, by yearly turnover. */
export function useSizeWords(terms: Terms | null) {
  const { currency } = useSettings()
  const whole = (units: number) => money(BigInt(units) * 10n ** BigInt(currency.decimals), currency)
  const inWords = (tier: number): string => {
    if (!terms) return words.any
    const { low, high } = tierBounds(terms, tier)
    if (high === null) return low === null ? words.any : words.above({ amount: whole(low) })
    return low === null
      ? words.upTo({ amount: whole(high) })
      : words.between({ low: whole(low), high: whole(high) })
  }
  const freeTurnover = terms?.tierTurnover[0]
  return { inWords, freeUpTo: freeTurnover ? whole(freeTurnover) : null }
}
