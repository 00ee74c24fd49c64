import type { ProposalSummary } from '@phyle/sdk/chapters/assembly/api'
import { useChainNow } from '../../chain/clock.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { assembly as words } from '../../words/assembly/words.ts'
import { date, duration } from '../../words/format.ts'
import { phaseOf } from './state.ts'

const day = 86_400

/** In whole days, or in hours when less than two days are left. */
function left(seconds: number): string {
  const unit = seconds >= 2 * day ? day : seconds >= 3600 ? 3600 : 60
  return duration(Math.max(1, Math.floor(seconds / unit)) * unit)
}

export function StateTag({ proposal, passing }: { proposal: ProposalSummary; passing: boolean }) {
  const now = useChainNow()
  if (now === undefined) return null
  const on = (time: number) => date(time, 'day', now)
  switch (phaseOf(proposal, passing, now)) {
    case 'pending':
      return (
        <Tag tone="quiet" sign="○">
          {words.state.pending({ when: on(proposal.votingStarts) })}
        </Tag>
      )
    case 'active':
      return <Tag sign="●">{words.state.active({ left: left(proposal.votingEnds - now) })}</Tag>
    case 'defeated':
      return (
        <Tag tone="danger" sign="✕">
          {words.state.defeated}
        </Tag>
      )
    case 'queued':
      return <Tag sign="✓">{words.state.queued({ when: on(proposal.executableFrom) })}</Tag>
    case 'ready':
      return (
        <Tag sign="✓">{proposal.actionCount > 0 ? words.state.ready : words.state.readyText}</Tag>
      )
    case 'executed':
      return <Tag sign="✓">{words.state.executed}</Tag>
    case 'expired':
      return (
        <Tag tone="quiet" sign="–">
          {words.state.expired}
        </Tag>
      )
    case 'cancelled':
      return (
        <Tag tone="quiet" sign="–">
          {words.state.cancelled}
        </Tag>
      )
  }
}
