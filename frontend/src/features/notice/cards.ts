import type { CoopCard } from '../../shell/feature.ts'
import { NoticesCard } from './NoticesCard.tsx'

/** What stands on a co-op's page. */
export const cards: readonly CoopCard[] = [{ order: 45, name: 'notices', Card: NoticesCard }]
