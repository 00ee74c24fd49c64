import type { SeriesDetail } from '@phyle/sdk/chapters/bonds/api'
import { Bar } from '../../ui/Bar.tsx'
import { Card } from '../../ui/Card.tsx'
import { Curve, type Point } from '../../ui/Curve.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { bonds } from '../../words/bonds/words.ts'
import { date } from '../../words/format.ts'
import { repaidAt } from './series.ts'

const words = bonds.paidBack

/**
 * What came back to those who lent, over time, and the most that ever will.
 *
 * @rule I12, FND-3 Bond offer: the most one can get back
 */
export function PaidBack({ series, now }: { series: SeriesDetail; now: number }) {
  const money = useMoney()
  const inOrder = series.payments.toReversed()
  const value = (amount: string) => Number(BigInt(amount)) / Number(series.face)
  const points: Point[] = [
    ...(series.bought === null ? [] : [{ at: series.bought, value: 0, says: money(0n) }]),
    ...inOrder.map((one) => ({
      at: one.time,
      value: value(one.paidAfter),
      says: money(one.paidAfter),
    })),
    ...(series.state === 'bought' && inOrder.length > 0
      ? [{ at: now, value: value(series.paid), says: money(series.paid) }]
      : []),
  ]
  const share =
    series.capDue === '0' ? 0 : Number((BigInt(series.paid) * 10_000n) / BigInt(series.capDue))
  const end = series.state === 'bought' ? repaidAt(series, now) : null
  return (
    <Card title={words.title}>
      <div>
        <p className="num m-0 font-serif text-[clamp(1.7rem,8.5vw,2.4rem)] leading-tight font-semibold">
          {money(series.paid)}
        </p>
        <p className="m-0 text-soft">{words.line({ most: money(series.capDue) })}</p>
      </div>
      <Bar tall parts={[{ share: share / 10_000, tone: 'accent' }]} />
      {inOrder.length === 0 ? (
        <p className="m-0 text-soft">{words.nothing}</p>
      ) : (
        <Curve
          label={words.curve}
          points={points}
          most={{ value: value(series.capDue), says: words.most({ amount: money(series.capDue) }) }}
          heads={words.heads}
        />
      )}
      <p className="m-0 text-sm text-soft">
        {series.leftOver !== '0' && `${words.left({ amount: money(series.leftOver) })}. `}
        {end !== null && `${words.ifPaid({ when: date(end, 'month') })} `}
        {series.state === 'bought' && words.hoped({ when: date(series.expectedBy, 'month') })}
      </p>
    </Card>
  )
}
