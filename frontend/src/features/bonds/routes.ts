import { OFFERS_OF } from '@phyle/sdk/chapters/bonds/api'
import { createRoute } from '@tanstack/react-router'
import { type Asked, oneOf, texts } from '../../shell/asked.ts'
import { page } from '../../shell/page.tsx'
import { parent } from '../../shell/root.ts'

/** The pages of this feature. */
export const bonds = [
  createRoute({
    ...parent,
    path: '/bonds',
    staticData: { chapter: 'money' },
    validateSearch: (asked: Asked) => ({
      ...texts(asked, 'q', 'coop', 'after'),
      ...oneOf(asked, 'state', OFFERS_OF),
    }),
    component: page(() => import('./BondsPage.tsx'), 'BondsPage'),
  }),
  createRoute({
    ...parent,
    path: '/bonds/$phyle/$id',
    staticData: { chapter: 'money' },
    component: page(() => import('./SeriesPage.tsx'), 'SeriesPage'),
  }),
] as const
