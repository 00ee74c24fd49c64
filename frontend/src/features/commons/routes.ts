import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Asked, oneOf, texts } from '../../shell/asked.ts'
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
    component: lazyRouteComponent(() => import('./CommonsPage.tsx'), 'CommonsPage'),
  }),
  createRoute({
    ...parent,
    path: '/commons/works/$phyle/$id',
    staticData: { chapter: 'commons' },
    component: lazyRouteComponent(() => import('./WorkPage.tsx'), 'WorkPage'),
  }),
  createRoute({
    ...parent,
    path: '/commons/machines/$phyle/$id',
    staticData: { chapter: 'commons' },
    component: lazyRouteComponent(() => import('./MachinePage.tsx'), 'MachinePage'),
  }),
] as const
