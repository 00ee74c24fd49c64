import { yearPriceOf } from '@phyle/sdk/chapters/commons/model'
import { useSettings } from '../../chain/settings.tsx'
import type { Terms } from '../../chain/works.ts'
import { useMoney } from '../../ui/Money.tsx'
import { Table } from '../../ui/Table.tsx'
import { commons } from '../../words/commons/words.ts'
import { licences } from '../../words/licences/words.ts'

const words = commons.work

/**
 * What firms of each size pay for 12 months.
 *
 * @rule LIC-2 Work: the price by size
 */
export function PriceTable({
  terms,
}: {
  terms: Pick<Terms, 'pricePerYear' | 'tierBps' | 'tierTurnover'>
}) {
  const money = useMoney()
  const { currency } = useSettings()
  const sizes = licences.quote.sizes
  const last = terms.tierBps.length - 1
  const turnover = (tier: number) =>
    money(BigInt(terms.tierTurnover[tier] ?? 0) * 10n ** BigInt(currency.decimals))
  const size = (tier: number) => {
    if (tier === last) return sizes.above({ amount: turnover(tier - 1) })
    if (tier === 0) return sizes.upTo({ amount: turnover(0) })
    return sizes.between({ low: turnover(tier - 1), high: turnover(tier) })
  }
  return (
    <Table
      caption={words.price}
      rows={terms.tierBps.map((_, tier) => ({ tier, price: yearPriceOf(terms, tier) }))}
      keyOf={({ tier }) => `${tier}`}
      columns={[
        { name: words.size, of: ({ tier }) => size(tier) },
        {
          name: words.pays,
          of: ({ price }) => (price === 0n ? licences.permission.free : money(price)),
          right: true,
        },
      ]}
    />
  )
}
