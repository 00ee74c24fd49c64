import type { ProposalForm } from '../../shell/feature.ts'
import { notice } from '../../words/notice/words.ts'
import { NoticeForm } from './NoticeForm.tsx'

/** What a co-op can propose here. */
export const forms: readonly ProposalForm[] = [
  { order: 65, name: 'notice', words: notice.form, Form: NoticeForm },
]
