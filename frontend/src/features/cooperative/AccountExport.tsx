import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { plainTime } from '@phyle/sdk/csv'
import { askEveryRow } from '../../chain/indexClient.ts'
import { useNameOf } from '../../chain/names.ts'
import { useSettings } from '../../chain/settings.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { cooperative } from '../../words/cooperative/words.ts'
import { find } from '../../words/find/words.ts'
import { useAssets } from './useAssets.ts'

const { csv } = find

/** Every movement of a co-op's account, as a table to take away. */
export function AccountExport({ coop }: { coop: CoopDetail }) {
  const { indexerUrl } = useSettings()
  const nameOf = useNameOf()
  const { plain } = useAssets(coop)
  const { heads } = csv
  return (
    <ExportButton
      label={csv.account}
      name={`${coop.slug}-account`}
      read={async (onProgress) => {
        const entries = await askEveryRow(
          indexerUrl,
          '/api/coops/:coop/account',
          { coop: coop.coop },
          {},
          onProgress,
        )
        return {
          heads: [
            heads.time,
            heads.direction,
            heads.name,
            heads.address,
            heads.ground,
            heads.line,
            heads.decision,
            heads.amount,
            heads.currency,
            heads.token,
            heads.document,
            heads.transaction,
            heads.block,
          ],
          rows: entries.map((one) => {
            const { figure, unit } = plain(one.amount, one.token)
            return [
              plainTime(one.time),
              csv.direction[one.direction],
              nameOf(one.other) ?? '',
              one.other,
              one.ground === null ? '' : cooperative.coopPage.grounds[one.ground],
              one.line ?? '',
              one.proposal ?? '',
              figure,
              unit,
              one.token,
              one.document ?? '',
              one.tx,
              `${one.block}`,
            ]
          }),
        }
      }}
    />
  )
}
