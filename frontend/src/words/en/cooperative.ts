export const cooperative = {
  coops: {
    title: 'Co-ops',
    lead: 'Who belongs together here, what for, and who decides.',
  },
  coop: {
    title: 'Co-op',
    lead: '',
  },
  found: {
    title: 'Start a co-op',
    lead: 'One charter, everybody’s signature, one step.',
  },
  founder: {
    title: 'Become a founder',
    lead: '',
  },
} as const
