import { createRoute } from '@tanstack/react-router'
import type { Feature } from '../../shell/feature.ts'
import { page } from '../../shell/page.tsx'
import { parent } from '../../shell/root.ts'

/** What this feature brings to the app. */
export const help = {
  routes: [
    createRoute({
      ...parent,
      path: '/help',
      staticData: { chapter: 'decisions' },
      component: page(() => import('./HelpPage.tsx'), 'HelpPage'),
    }),
  ],
} as const satisfies Feature
