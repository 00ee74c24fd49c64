import type { ProposalForm } from '../../shell/feature.ts'
import { budget } from '../../words/budget/words.ts'
import { BudgetForm } from './BudgetForm.tsx'

/** What a co-op can propose here. */
export const forms: readonly ProposalForm[] = [
  { order: 15, name: 'budget', words: budget.form, Form: BudgetForm },
]
