import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type Asked, texts } from '../../shell/asked.ts'
import { peopleAsked } from '../../shell/peopleAsked.ts'
import { parent } from '../../shell/root.ts'

/** The pages of this feature. */
export const cooperative = [
  createRoute({
    ...parent,
    path: '/coops',
    staticData: { chapter: 'decisions' },
    validateSearch: (asked: Asked) => texts(asked, 'q', 'after'),
    component: lazyRouteComponent(() => import('./CoopsPage.tsx'), 'CoopsPage'),
  }),
  createRoute({
    ...parent,
    path: '/coops/$coop',
    staticData: { chapter: 'decisions' },
    validateSearch: peopleAsked,
    component: lazyRouteComponent(() => import('./CoopPage.tsx'), 'CoopPage'),
  }),
  createRoute({
    ...parent,
    path: '/found',
    staticData: { chapter: 'decisions' },
    component: lazyRouteComponent(() => import('./FoundPage.tsx'), 'FoundPage'),
  }),
  /** The link that founders send each other; the draft travels in the link itself. */
  createRoute({
    ...parent,
    path: '/found/sign',
    staticData: { chapter: 'decisions' },
    validateSearch: (search: Record<string, unknown>) => ({ draft: String(search.draft ?? '') }),
    component: lazyRouteComponent(() => import('./FounderPage.tsx'), 'FounderPage'),
  }),
] as const
