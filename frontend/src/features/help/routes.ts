import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { parent } from '../../shell/root.ts'

/** The pages of this feature. */
export const help = [
  createRoute({
    ...parent,
    path: '/help',
    staticData: { chapter: 'decisions' },
    component: lazyRouteComponent(() => import('./HelpPage.tsx'), 'HelpPage'),
  }),
] as const
