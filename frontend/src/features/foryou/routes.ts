import { createRoute } from '@tanstack/react-router'
import { page } from '../../shell/page.tsx'
import { parent } from '../../shell/root.ts'

/** The pages of this feature. */
export const foryou = [
  createRoute({
    ...parent,
    path: '/',
    staticData: { chapter: 'decisions' },
    component: page(() => import('./ForYouPage.tsx'), 'ForYouPage'),
  }),
] as const
