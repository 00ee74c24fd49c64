import type { CoopCard } from '../../shell/feature.ts'
import { ExpulsionCard } from './ExpulsionCard.tsx'
import { StandingCards } from './StandingCards.tsx'

/** What stands on a co-op's page. */
export const cards: readonly CoopCard[] = [
  { order: 6, name: 'expulsion', Card: ExpulsionCard },
  { order: 20, name: 'standing', Card: StandingCards, side: true },
]
