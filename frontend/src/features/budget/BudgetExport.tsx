import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { plainTime } from '@phyle/sdk/csv'
import { askEveryRow } from '../../chain/indexClient.ts'
import { useSettings } from '../../chain/settings.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { budget } from '../../words/budget/words.ts'
import { find } from '../../words/find/words.ts'
import { useAssets } from '../cooperative/index.ts'

const words = budget.csv
const { csv } = find

/** Every line that the co-op ever planned, as a table to take away. */
export function BudgetExport({ coop }: { coop: CoopDetail }) {
  const { indexerUrl } = useSettings()
  const { plain } = useAssets(coop)
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
            const { figure, unit } = plain(one.ceiling, one.asset)
            return [
              one.line,
              one.name,
              one.ground === null ? '' : budget.grounds[one.ground],
              plainTime(one.from),
              plainTime(one.to),
              one.payees.join(' '),
              figure,
              plain(one.committed, one.asset).figure,
              plain(one.spent, one.asset).figure,
              unit,
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
