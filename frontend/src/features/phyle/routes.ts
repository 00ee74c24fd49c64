import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { parent } from '../../shell/root.ts'

/** The pages of this feature. */
export const phyle = [
  createRoute({
    ...parent,
    path: '/federation',
    staticData: { chapter: 'decisions' },
    component: lazyRouteComponent(() => import('./FederationsPage.tsx'), 'FederationsPage'),
  }),
  createRoute({
    ...parent,
    path: '/federation/$phyle',
    staticData: { chapter: 'decisions' },
    component: lazyRouteComponent(() => import('./FederationPage.tsx'), 'FederationPage'),
  }),
] as const
