import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { parent } from '../../shell/root.ts'

/** The pages of this feature. */
export const foryou = [
  createRoute({
    ...parent,
    path: '/',
    staticData: { chapter: 'decisions' },
    component: lazyRouteComponent(() => import('./ForYouPage.tsx'), 'ForYouPage'),
  }),
] as const
