import { createRoute } from '@tanstack/react-router'
import { page } from '../../shell/page.tsx'
import { parent } from '../../shell/root.ts'

/** The pages of this feature. */
export const help = [
  createRoute({
    ...parent,
    path: '/help',
    staticData: { chapter: 'decisions' },
    component: page(() => import('./HelpPage.tsx'), 'HelpPage'),
  }),
] as const
