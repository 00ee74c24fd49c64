import type { SeriesSummary } from '@phyle/sdk/chapters/bonds/api'
import type { FederationDetail } from '@phyle/sdk/chapters/phyle/api'
import { Card } from '../../ui/Card.tsx'
import { Flow, type FlowLink, type FlowNode } from '../../ui/Flow.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { bonds } from '../../words/bonds/words.ts'
import { every, percent } from '../../words/format.ts'

const words = bonds.flow

interface MoneyFlowProps {
  series: SeriesSummary
  policy: FederationDetail['machinePolicy'] | undefined
}

/** What repays this offer, and where the machine's income goes afterwards. */
export function MoneyFlow({ series, policy }: MoneyFlowProps) {
  const money = useMoney()
  const hasRent = BigInt(series.rent) > 0n
  const note = hasRent
    ? series.endorsed
      ? words.noteEndorsed
      : words.noteOwn
    : series.endorsed
      ? words.noteFree
      : words.noteNothing
  const often = every(series.rentPeriod)
  const reserve = policy?.reserveBps ?? 0
  const toHeads = 10_000 - reserve - (policy?.bondsBps ?? 0)
  const nodes: FlowNode[] = []
  const links: FlowLink[] = []
  if (hasRent) {
    nodes.push({
      key: 'fees',
      name: words.fees,
      lines: [
        words.feesOf({ coop: series.coopName }),
        words.each({ amount: money(series.rent), often }),
      ],
      column: 0,
      tone: 'wash',
    })
    links.push({
      from: 'fees',
      to: 'holders',
      weight: 10,
      says: words.each({ amount: money(series.rent), often }),
    })
  }
  if (series.endorsed) {
    nodes.push({
      key: 'common',
      name: words.common,
      lines: [words.commonWhat],
      column: 0,
      tone: 'wash',
    })
    links.push({ from: 'common', to: 'holders', weight: 3, says: words.aPart })
  }
  nodes.push({
    key: 'holders',
    name: words.holders,
    lines: [words.until({ amount: money(series.capDue) })],
    column: 1,
    tone: 'accent',
  })
  if (hasRent) {
    nodes.push(
      { key: 'share', name: words.share, lines: [words.shareWhat], column: 2, tone: 'green' },
      { key: 'reserve', name: words.reserve, lines: [words.reserveWhat], column: 2 },
    )
    links.push(
      {
        from: 'holders',
        to: 'share',
        weight: toHeads / 1_000,
        says: words.after({ percent: percent(toHeads) }),
      },
      {
        from: 'holders',
        to: 'reserve',
        weight: reserve / 1_000,
        says: words.after({ percent: percent(reserve) }),
      },
    )
  }
  return (
    <Card title={words.title}>
      {links.length === 0 ? (
        <p className="m-0">{note}</p>
      ) : (
        <Flow label={words.title} nodes={nodes} links={links} heads={words.heads} note={note} />
      )}
    </Card>
  )
}
