export const membership = {
  join: {
    title: 'Apply for membership',
    lead: '',
  },
} as const
