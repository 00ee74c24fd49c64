import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { parent } from '../../shell/root.ts'

/** The pages of this feature. */
export const fund = [
  createRoute({
    ...parent,
    path: '/money',
    staticData: { chapter: 'money' },
    component: lazyRouteComponent(() => import('./MoneyPage.tsx'), 'MoneyPage'),
  }),
] as const
