import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { plainAmount, plainTime } from '@phyle/sdk/csv'
import { askEveryRow } from '../../chain/indexClient.ts'
import { useHouse, useSettings } from '../../chain/settings.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { budget } from '../../words/budget/words.ts'
import { find } from '../../words/find/words.ts'
import { unitOf } from '../../words/format.ts'

const words = budget.csv
const { csv } = find

/** Every line that the co-op ever planned, as a table to take away. */
export function BudgetExport({ coop }: { coop: CoopDetail }) {
  const { indexerUrl, currency } = useSettings()
  const house = useHouse()
  const unit = (token: string) => {
    if (token === house?.cash) return { name: unitOf(currency), decimals: currency.decimals }
    const known = coop.balances.find((one) => one.token === token)
    return known && { name: known.symbol, decimals: known.decimals }
  }
  return (
    <ExportButton
      label={words.label}
      name={`${coop.slug}-budget`}
      read={async (onProgress) => {
        const lines = await askEveryRow(
          indexerUrl,
          '/api/budgets/:coop',
          { coop: coop.coop },
          {},
          onProgress,
        )
        return {
          heads: [
            ...words.heads,
            csv.heads.currency,
            csv.heads.token,
            csv.heads.decision,
            csv.heads.transaction,
            csv.heads.block,
          ],
          rows: lines.map((one) => {
            const of = unit(one.asset)
            const write = (amount: string) =>
              of ? plainAmount(BigInt(amount), of.decimals) : amount
            return [
              one.line,
              one.name,
              one.ground === null ? '' : budget.grounds[one.ground],
              plainTime(one.from),
              plainTime(one.to),
              one.payees.join(' '),
              write(one.ceiling),
              write(one.committed),
              write(one.spent),
              of?.name ?? csv.smallest,
              one.asset,
              one.proposal,
              one.tx,
              `${one.block}`,
            ]
          }),
        }
      }}
    />
  )
}
