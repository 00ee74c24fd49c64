import { plainAmount, plainTime } from '@phyle/sdk/csv'
import type { Address } from 'viem'
import { askEveryRow } from '../../chain/indexClient.ts'
import { useSettings } from '../../chain/settings.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { find } from '../../words/find/words.ts'
import { unitOf } from '../../words/format.ts'

const { csv } = find

interface MyExportProps {
  wallet: Address
  phyle: Address
}

/** All that a person paid and was paid in a federation, as a table to take away. */
export function MyExport({ wallet, phyle }: MyExportProps) {
  const { indexerUrl, currency } = useSettings()
  const { heads } = csv
  return (
    <ExportButton
      label={csv.mine}
      name="my-money"
      read={async (onProgress) => {
        const movements = await askEveryRow(
          indexerUrl,
          '/api/people/:wallet/movements',
          { wallet },
          { phyle },
          onProgress,
        )
        return {
          heads: [
            heads.time,
            heads.direction,
            heads.what,
            heads.offer,
            heads.work,
            heads.amount,
            heads.currency,
            heads.transaction,
            heads.block,
          ],
          rows: movements.map((one) => [
            plainTime(one.time),
            csv.direction[one.direction],
            csv.movements[one.what],
            one.series ?? '',
            one.family ?? '',
            plainAmount(BigInt(one.amount), currency.decimals),
            unitOf(currency),
            one.tx,
            `${one.block}`,
          ]),
        }
      }}
    />
  )
}
