import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { plainAmount, plainTime } from '@phyle/sdk/csv'
import { askEveryRow } from '../../chain/indexClient.ts'
import { useNameOf } from '../../chain/names.ts'
import { useHouse, useSettings } from '../../chain/settings.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { cooperative } from '../../words/cooperative/words.ts'
import { find } from '../../words/find/words.ts'
import { unitOf } from '../../words/format.ts'

const { csv } = find

/** Every movement of a co-op's account, as a table to take away. */
export function AccountExport({ coop }: { coop: CoopDetail }) {
  const { indexerUrl, currency } = useSettings()
  const house = useHouse()
  const nameOf = useNameOf()
  const { heads } = csv
  const unit = (token: string) => {
    if (token === house?.cash) return { name: unitOf(currency), decimals: currency.decimals }
    const known = coop.balances.find((one) => one.token === token)
    return known && { name: known.symbol, decimals: known.decimals }
  }
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
            const of = unit(one.token)
            return [
              plainTime(one.time),
              csv.direction[one.direction],
              nameOf(one.other) ?? '',
              one.other,
              one.ground === null ? '' : cooperative.coopPage.grounds[one.ground],
              one.line ?? '',
              one.proposal ?? '',
              // Without a known number of decimals an amount is told in its smallest unit.
              of ? plainAmount(BigInt(one.amount), of.decimals) : one.amount,
              of?.name ?? csv.smallest,
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
