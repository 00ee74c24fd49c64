import type { CoopCard } from '../../shell/feature.ts'
import { ApplicationsCard } from './ApplicationsCard.tsx'
import { MineCard } from './MineCard.tsx'
import { RollCard } from './RollCard.tsx'
import { SilenceCard } from './SilenceCard.tsx'

/** What stands on a co-op's page. */
export const cards: readonly CoopCard[] = [
  { order: 50, name: 'applications', Card: ApplicationsCard },
  { order: 70, name: 'roll', Card: RollCard },
  { order: 71, name: 'silence', Card: SilenceCard },
  { order: 10, name: 'mine', Card: MineCard, side: true },
]
