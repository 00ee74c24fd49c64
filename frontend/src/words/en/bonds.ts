export const bonds = {
  bonds: {
    title: 'Bonds',
    lead: 'Lend for a machine that belongs to everybody and works in one co-op.',
  },
  series: {
    title: 'Bond offer',
    lead: '',
  },
} as const
