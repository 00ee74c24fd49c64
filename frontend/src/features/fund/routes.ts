import { createRoute } from '@tanstack/react-router'
import { page } from '../../shell/page.tsx'
import { parent } from '../../shell/root.ts'

/** The pages of this feature. */
export const fund = [
  createRoute({
    ...parent,
    path: '/money',
    staticData: { chapter: 'money' },
    component: page(() => import('./MoneyPage.tsx'), 'MoneyPage'),
  }),
] as const
