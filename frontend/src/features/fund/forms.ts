import type { ProposalForm } from '../../shell/feature.ts'
import { propose } from '../../words/propose/words.ts'
import { FeeForm } from './FeeForm.tsx'

const words = propose.kinds

/** What a co-op can propose here. */
export const forms: readonly ProposalForm[] = [
  { order: 20, name: 'fee', words: words.fee, Form: FeeForm },
]
