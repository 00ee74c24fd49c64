export const foryou = {
  forYou: {
    title: 'What needs you',
    lead: 'Votes that close soon, money to collect, permissions that end.',
  },
} as const
