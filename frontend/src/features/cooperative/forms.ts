import type { ProposalForm } from '../../shell/feature.ts'
import { propose } from '../../words/propose/words.ts'
import { MoveForm } from './MoveForm.tsx'
import { PayForm } from './PayForm.tsx'

const words = propose.kinds

/** What a co-op can propose here. */
export const forms: readonly ProposalForm[] = [
  { order: 10, name: 'pay', words: words.pay, Form: PayForm },
  { order: 125, name: 'move', words: words.move, Form: MoveForm },
]
