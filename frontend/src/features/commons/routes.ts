import { createRoute } from '@tanstack/react-router'
import { type Asked, oneOf, texts } from '../../shell/asked.ts'
import { page } from '../../shell/page.tsx'
import { parent } from '../../shell/root.ts'

/** The pages of this feature. */
export const commons = [
  createRoute({
    ...parent,
    path: '/commons',
    staticData: { chapter: 'commons' },
    validateSearch: (asked: Asked) => ({
      ...texts(asked, 'q', 'steward', 'licence', 'after'),
      ...oneOf(asked, 'kind', ['works', 'machines']),
    }),
    component: page(() => import('./CommonsPage.tsx'), 'CommonsPage'),
  }),
  createRoute({
    ...parent,
    path: '/commons/works/$phyle/$id',
    staticData: { chapter: 'commons' },
    component: page(() => import('./WorkPage.tsx'), 'WorkPage'),
  }),
  createRoute({
    ...parent,
    path: '/commons/machines/$phyle/$id',
    staticData: { chapter: 'commons' },
    component: page(() => import('./MachinePage.tsx'), 'MachinePage'),
  }),
] as const
