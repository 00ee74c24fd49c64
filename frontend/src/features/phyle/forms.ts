import type { ProposalForm } from '../../shell/feature.ts'
import { expulsion } from '../../words/expulsion/words.ts'
import { propose } from '../../words/propose/words.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { AttesterForm } from './AttesterForm.tsx'
import { ExpelForm } from './ExpelForm.tsx'
import { HeirForm } from './HeirForm.tsx'
import { JoinForm } from './JoinForm.tsx'
import { LeaveForm } from './LeaveForm.tsx'
import { PlacesForm } from './PlacesForm.tsx'
import { SocialForm } from './SocialForm.tsx'
import { WelcomeForm } from './WelcomeForm.tsx'

const words = propose.kinds

/** What a co-op can propose here. */
export const forms: readonly ProposalForm[] = [
  { order: 60, name: 'social', words: words.social, Form: SocialForm },
  {
    order: 62,
    name: 'attester',
    words: words.attester,
    Form: AttesterForm,
    isFor: ({ phyles }) => phyles.length > 0,
  },
  {
    order: 63,
    name: 'heir',
    words: words.heir,
    Form: HeirForm,
    isFor: ({ phyles }) => phyles.length > 0,
  },
  // Who is in a federation joins none, and who is in none admits nobody to it.
  {
    order: 90,
    name: 'join',
    words: words.join,
    Form: JoinForm,
    isFor: ({ phyles }) => phyles.length === 0,
  },
  {
    order: 100,
    name: 'welcome',
    words: words.welcome,
    Form: WelcomeForm,
    isFor: ({ phyles }) => phyles.length > 0,
  },
  {
    order: 105,
    name: 'places',
    words: words.places,
    Form: PlacesForm,
    isFor: ({ phyles }) => phyles.length > 0,
  },
  {
    order: 107,
    name: 'expel',
    words: words.expel,
    Form: ExpelForm,
    isFor: ({ phyles }) => phyles.length > 0,
  },
  {
    order: 108,
    name: 'answer',
    words: expulsion.form,
    Form: AnswerForm,
    isFor: ({ phyles }) => phyles.length > 0,
  },
  { order: 110, name: 'leave', words: words.leave, Form: LeaveForm },
]
