import type { CoopCard } from '../../shell/feature.ts'
import { CoopDecisions } from './CoopDecisions.tsx'

/** What stands on a co-op's page. */
export const cards: readonly CoopCard[] = [{ order: 40, name: 'decisions', Card: CoopDecisions }]
