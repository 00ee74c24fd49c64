import type { ProposalSummary } from '@phyle/sdk/chapters/assembly/api'

export type Phase =
  | 'pending'
  | 'active'
  | 'defeated'
  | 'queued'
  | 'ready'
  | 'executed'
  | 'expired'
  | 'cancelled'

type Life = Pick<
  ProposalSummary,
  'cancelled' | 'executed' | 'votingStarts' | 'votingEnds' | 'executableFrom' | 'expires'
>

/** Where a proposal stands at `now` by the chain's clock; `passing` is the tally as it is. */
export function phaseOf(life: Life, passing: boolean, now: number): Phase {
  if (life.cancelled) return 'cancelled'
  if (life.executed) return 'executed'
  if (now < life.votingStarts) return 'pending'
  if (now < life.votingEnds) return 'active'
  if (!passing) return 'defeated'
  if (now < life.executableFrom) return 'queued'
  if (now < life.expires) return 'ready'
  return 'expired'
}
