import type { CoopCard } from '../../shell/feature.ts'
import { StatutesCard } from './StatutesCard.tsx'

/** What stands on a co-op's page. */
export const cards: readonly CoopCard[] = [{ order: 60, name: 'statutes', Card: StatutesCard }]
