import type { CoopCard } from '../../shell/feature.ts'
import { StandingCards } from './StandingCards.tsx'

/** What stands on a co-op's page. */
export const cards: readonly CoopCard[] = [
  { order: 20, name: 'standing', Card: StandingCards, side: true },
]
