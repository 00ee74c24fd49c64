export const commons = {
  commons: {
    title: 'Commons',
    lead: 'Works that may be used, and machines that belong to all.',
  },
  work: {
    title: 'Work',
    lead: '',
  },
  machine: {
    title: 'Machine',
    lead: '',
  },
} as const
