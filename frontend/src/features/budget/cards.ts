import type { CoopCard } from '../../shell/feature.ts'
import { BudgetCard } from './BudgetCard.tsx'

/** What stands on a co-op's page. */
export const cards: readonly CoopCard[] = [{ order: 35, name: 'budget', Card: BudgetCard }]
