export const assembly = {
  decisions: {
    title: 'Decisions',
    lead: 'What is being decided, what comes, and what was decided.',
  },
  decision: {
    title: 'A decision',
    lead: '',
  },
  propose: {
    title: 'Propose something',
    lead: '',
  },
} as const
