import type { ProposalForm } from '../../shell/feature.ts'
import { propose } from '../../words/propose/words.ts'
import { AdmissionForm } from './AdmissionForm.tsx'
import { AdmitForm } from './AdmitForm.tsx'

const words = propose.kinds

/** What a co-op can propose here. */
export const forms: readonly ProposalForm[] = [
  { order: 30, name: 'admit', words: words.admit, Form: AdmitForm },
  { order: 80, name: 'admission', words: words.admission, Form: AdmissionForm },
]
