import { createRoute } from '@tanstack/react-router'
import { page } from '../../shell/page.tsx'
import { peopleAsked } from '../../shell/peopleAsked.ts'
import { parent } from '../../shell/root.ts'

/** The pages of this feature. */
export const links = [
  /** By names that can be read; every other first word of a path is a page of its own. */
  createRoute({
    ...parent,
    path: '/$slug',
    staticData: { chapter: 'decisions' },
    validateSearch: peopleAsked,
    component: page(() => import('./NamedPages.tsx'), 'NamedCoopPage'),
  }),
  createRoute({
    ...parent,
    path: '/$slug/decisions/$id',
    staticData: { chapter: 'decisions' },
    component: page(() => import('./NamedPages.tsx'), 'NamedDecisionPage'),
  }),
] as const
