import type { CardProps } from '../../shell/feature.ts'
import { StandingCard } from './StandingCard.tsx'

/** How a co-op stands in each of its federations. */
export const StandingCards = ({ coop }: CardProps) =>
  coop.standings.map((standing) => <StandingCard key={standing.phyle} standing={standing} />)
