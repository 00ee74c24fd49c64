import type { ProposalForm } from '../../shell/feature.ts'
import { propose } from '../../words/propose/words.ts'
import { TextForm } from './TextForm.tsx'

const words = propose.kinds

/** What a co-op can propose here. */
export const forms: readonly ProposalForm[] = [
  { order: 140, name: 'text', words: words.text, Form: TextForm },
]
