export const phyle = {
  federations: {
    title: 'Federation',
    lead: 'The co-ops that joined, and what they hold together.',
  },
  federation: {
    title: 'Federation',
    lead: '',
  },
} as const
