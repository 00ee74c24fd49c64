import type { Feature } from '../../shell/feature.ts'

/** What this feature brings to the app. */
export const budget = {
  routes: [],
  forms: () => import('./forms.ts'),
  cards: () => import('./cards.ts'),
  says: () => import('./says.ts'),
} as const satisfies Feature
