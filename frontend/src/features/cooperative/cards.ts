import type { CoopCard } from '../../shell/feature.ts'
import { Account } from './Account.tsx'
import { Documents } from './Documents.tsx'
import { ForeignOrgans } from './ForeignOrgans.tsx'
import { LeftCard } from './LeftCard.tsx'
import { NextStepsCard } from './NextStepsCard.tsx'
import { WhoDecides } from './WhoDecides.tsx'

/** What stands on a co-op's page. */
export const cards: readonly CoopCard[] = [
  { order: 5, name: 'foreignOrgans', Card: ForeignOrgans },
  { order: 7, name: 'left', Card: LeftCard },
  { order: 10, name: 'nextSteps', Card: NextStepsCard },
  { order: 20, name: 'whoDecides', Card: WhoDecides },
  { order: 30, name: 'account', Card: Account },
  { order: 90, name: 'documents', Card: Documents, side: true },
]
