import { createRoute } from '@tanstack/react-router'
import type { Feature } from '../../shell/feature.ts'
import { page } from '../../shell/page.tsx'
import { parent } from '../../shell/root.ts'
import { shell } from '../../words/shell/words.ts'

/** What this feature brings to the app. */
export const phyle = {
  routes: [
    createRoute({
      ...parent,
      path: '/federation',
      staticData: { chapter: 'decisions' },
      component: page(() => import('./FederationsPage.tsx'), 'FederationsPage'),
    }),
    createRoute({
      ...parent,
      path: '/federation/$phyle',
      staticData: { chapter: 'decisions' },
      component: page(() => import('./FederationPage.tsx'), 'FederationPage'),
    }),
  ],
  menu: [{ order: 80, to: '/federation', name: () => shell.nav.federation }],
  forms: () => import('./forms.ts'),
  cards: () => import('./cards.ts'),
  needs: () => import('./needs.tsx'),
  says: () => import('./says.ts'),
} as const satisfies Feature
