import type { ProposalForm } from '../../shell/feature.ts'
import { propose } from '../../words/propose/words.ts'
import { BondForm } from './BondForm.tsx'

const words = propose.kinds

/** What a co-op can propose here. */
export const forms: readonly ProposalForm[] = [
  { order: 50, name: 'bond', words: words.bond, Form: BondForm },
]
