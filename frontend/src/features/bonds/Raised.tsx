import type { SeriesDetail } from '@phyle/sdk/chapters/bonds/api'
import { Bar } from '../../ui/Bar.tsx'
import { Card } from '../../ui/Card.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { bonds } from '../../words/bonds/words.ts'
import { date } from '../../words/format.ts'
import { type Phase, wasFunded } from './series.ts'

const words = bonds.raised

/**
 * How much came together, and the line that must be reached.
 *
 * @rule I2, I6, BND-3 Bond offer: what is raised
 */
export function Raised({
  series,
  phase,
  now,
}: {
  series: SeriesDetail
  phase: Phase
  now: number
}) {
  const money = useMoney()
  const face = BigInt(series.face)
  const [pledged, least, most] = [series.pledgedUnits, series.leastUnits, series.mostUnits].map(
    (units) => Number(units),
  ) as [number, number, number]
  const leastMoney = money(BigInt(series.leastUnits) * face)
  const on = (time: number) => date(time, 'day', now)
  const closed = phase === 'failed' || phase === 'funded'
  const shown = BigInt(series.raised)
  const people = phase === 'failed' ? series.holders + series.refunds : series.holders

  const what =
    phase === 'failed'
      ? wasFunded(series)
        ? now < series.buyBy
          ? words.standing({ coop: series.coopName })
          : words.late({ when: on(series.buyBy) })
        : words.short({ least: leastMoney })
      : phase === 'funded'
        ? words.buyBy({ when: on(series.buyBy) })
        : pledged >= least
          ? (phase === 'closing' ? words.closing : words.reached)({
              when: on(phase === 'closing' ? series.closes : series.subscribeUntil),
            })
          : words.ifNot({ least: leastMoney, when: on(series.closes) })
  return (
    <Card>
      <h2 className="sr-only">{words.title}</h2>
      <div>
        <p className="num m-0 font-serif text-[clamp(1.7rem,8.5vw,2.4rem)] leading-tight font-semibold">
          {money(shown)}
        </p>
        <p className="m-0 text-soft">
          {words.line({
            who: closed ? words.wasBy({ people }) : words.by({ people }),
            least: leastMoney,
            most: money(BigInt(series.mostUnits) * face),
          })}
        </p>
      </div>
      <Bar
        tall
        parts={[
          { share: Number(shown / face) / most, tone: phase === 'failed' ? 'none' : 'accent' },
        ]}
        line={least / most}
      />
      <p className="m-0 text-soft">{what}</p>
      {phase === 'failed' && people > 0 && (
        <p className="m-0 text-soft">{words.refunded({ count: series.refunds, all: people })}</p>
      )}
    </Card>
  )
}
