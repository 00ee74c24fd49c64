import type { ProposalForm } from '../../shell/feature.ts'
import { propose } from '../../words/propose/words.ts'
import { BodyForm } from './BodyForm.tsx'
import { ChapterForm } from './ChapterForm.tsx'
import { PurposeForm } from './PurposeForm.tsx'
import { RuleForm } from './RuleForm.tsx'
import { WindUpForm } from './WindUpForm.tsx'

const words = propose.kinds

/** What a co-op can propose here. */
export const forms: readonly ProposalForm[] = [
  { order: 40, name: 'rule', words: words.rule, Form: RuleForm },
  { order: 70, name: 'purpose', words: words.purpose, Form: PurposeForm },
  { order: 120, name: 'chapter', words: words.chapter, Form: ChapterForm },
  { order: 127, name: 'body', words: words.body, Form: BodyForm },
  { order: 130, name: 'windUp', words: words.windUp, Form: WindUpForm },
]
