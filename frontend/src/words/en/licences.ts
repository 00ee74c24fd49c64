export const licences = {
  mayIUse: {
    title: 'May I use this?',
    lead: 'Look a work up and say what for: the answer comes with its reasons and its price.',
  },
  quote: {
    title: 'May I use this?',
    lead: '',
  },
  permission: {
    title: 'Permission',
    lead: '',
  },
  check: {
    title: 'Check a permission',
    lead: 'Whether somebody was allowed to use a work on a day. No wallet needed.',
  },
} as const
