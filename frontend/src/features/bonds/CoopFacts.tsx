import type { SeriesSummary } from '@phyle/sdk/chapters/bonds/api'
import { useHeld } from '../../chain/held.ts'
import { useIndex } from '../../chain/indexClient.ts'
import { useHouse } from '../../chain/settings.tsx'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { recordWords } from '../../words/bonds/record.ts'
import { bonds } from '../../words/bonds/words.ts'
import { recordOf } from './record.ts'

const words = bonds.record

interface OfferProps {
  series: SeriesSummary
  now: number
}

/** What is on the account of the co-op that borrows, read from the network. */
export function CoopBalance({ series }: Pick<OfferProps, 'series'>) {
  const house = useHouse()
  const money = useMoney()
  const { data, isError } = useHeld(series.coop, house ? [house.cash] : [])
  const [cash] = (isError ? null : data) ?? []
  if (cash) return money(cash.balance)
  return isError ? words.unknown : words.reading
}

/** What became of the other offers of the co-op that borrows. */
export function CoopRecord({ series, now }: OfferProps) {
  const { phyle } = series
  const all = useIndex('/api/series', {}, { phyle })
  const machines = useIndex('/api/machines', {}, { phyle })
  if (all.data && machines.data) {
    return recordWords(recordOf(series.coop, series.id, all.data.data, machines.data.data, now))
  }
  return all.isError || machines.isError ? words.unknown : words.reading
}

/** Who borrows: what they hold, and how they kept to earlier offers. */
export function CoopFacts({ series, now }: OfferProps) {
  return (
    <Card side title={words.title({ coop: series.coopName })}>
      <Facts
        facts={[
          [words.balance, <CoopBalance key="balance" series={series} />],
          [words.earlier, <CoopRecord key="record" series={series} now={now} />],
        ]}
      />
      <p className="m-0 text-sm text-soft">{words.what}</p>
    </Card>
  )
}
