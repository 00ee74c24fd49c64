import type { StandingAnswer, StandingReason } from '@phyle/sdk/index-api'

export const phyle = {
  federations: {
    title: 'Federation',
    lead: 'The co-ops that joined, and what they hold together.',
  },
  federation: {
    title: 'Federation',
    lead: '',
  },
  standing: {
    title: 'Open co-op check',
    good: 'It passes all four.',
    notGood: 'It does not pass all four, so it cannot offer bonds.',
    until: (when: string) => `until ${when}`,
    yes: 'yes',
    no: 'no',
    questions: {
      commonGood: 'works for the common good',
      multiStakeholder: 'all groups decide',
      commons: 'makes commons',
      openBooks: 'open books',
    } satisfies Record<StandingAnswer['question'], string>,
    reasons: {
      NO_PURPOSE: 'No purpose is set. A decision can set one.',
      LOCK_TOO_LOW: 'The assets are not locked to the common good. A decision can raise the lock.',
      SOCIAL_ACCOUNT_OVERDUE: 'The yearly social account is overdue. A decision files it.',
      ONE_CLASS_ONLY: 'Fewer than two groups have members and votes.',
      CLASS_ABOVE_HALF: 'One group alone has more than half of control.',
      NO_WORK: 'It has registered no work under free terms in two years.',
      NO_PART_IN_MACHINES: 'It has had no part in the common machines in two years.',
      NOT_ADMITTED: 'The federation has not admitted it.',
      BOOKS_OVERDUE: 'The books are overdue. A decision files them.',
    } satisfies Record<StandingReason, string>,
  },
} as const
