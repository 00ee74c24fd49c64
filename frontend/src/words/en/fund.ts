export const fund = {
  money: {
    title: 'My money',
    lead: 'What you lent, what came back, and your equal share.',
  },
} as const
