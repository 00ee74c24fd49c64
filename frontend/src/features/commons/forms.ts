import type { ProposalForm } from '../../shell/feature.ts'
import { offering } from '../../words/offering/words.ts'
import { TermsForm } from './TermsForm.tsx'

/** What a co-op can propose here. */
export const forms: readonly ProposalForm[] = [
  {
    order: 55,
    name: 'terms',
    words: offering.form,
    Form: TermsForm,
    isFor: ({ phyles }) => phyles.length > 0,
  },
]
