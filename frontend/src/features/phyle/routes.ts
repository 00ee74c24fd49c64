import { createRoute } from '@tanstack/react-router'
import { page } from '../../shell/page.tsx'
import { parent } from '../../shell/root.ts'

/** The pages of this feature. */
export const phyle = [
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
] as const
