import type { SeriesSummary } from '@phyle/sdk/chapters/bonds/api'
import { Tag } from '../../ui/Tag.tsx'
import { bonds } from '../../words/bonds/words.ts'
import { date, duration } from '../../words/format.ts'
import { phaseOf, wasFunded } from './series.ts'

const words = bonds.states
const DAY = 86_400

function left(seconds: number): string {
  const unit = seconds >= 2 * DAY ? DAY : seconds >= 3600 ? 3600 : 60
  return duration(Math.max(1, Math.floor(seconds / unit)) * unit)
}

export function SeriesTag({ series, now }: { series: SeriesSummary; now: number }) {
  switch (phaseOf(series, now)) {
    case 'before':
      return (
        <Tag tone="quiet" sign="○">
          {words.before({ when: date(series.opens, 'day', now) })}
        </Tag>
      )
    case 'open':
      return <Tag sign="●">{words.open({ left: left(series.subscribeUntil - now) })}</Tag>
    case 'closing':
      return <Tag sign="◐">{words.closing({ when: date(series.closes, 'day', now) })}</Tag>
    case 'failed':
      return (
        <Tag tone="danger" sign="✕">
          {wasFunded(series) ? words.lapsed : words.failed}
        </Tag>
      )
    case 'funded':
      return <Tag sign="✓">{words.funded}</Tag>
    case 'bought':
      return <Tag sign="⚙">{words.bought}</Tag>
    case 'redeemed':
      return <Tag sign="✓">{words.redeemed}</Tag>
    case 'writtenDown':
      return (
        <Tag tone="quiet" sign="–">
          {words.writtenDown}
        </Tag>
      )
  }
}
