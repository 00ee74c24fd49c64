import { createRoute } from '@tanstack/react-router'
import type { Feature } from '../../shell/feature.ts'
import { page } from '../../shell/page.tsx'
import { withParts } from '../../shell/parts.ts'
import { peopleAsked } from '../../shell/peopleAsked.ts'
import { parent } from '../../shell/root.ts'

/** What this feature brings to the app. */
export const links = {
  routes: [
    /** By names that can be read; every other first word of a path is a page of its own. */
    createRoute({
      ...parent,
      path: '/$slug',
      staticData: { chapter: 'decisions' },
      validateSearch: peopleAsked,
      component: page(() => withParts('cards', import('./NamedPages.tsx')), 'NamedCoopPage'),
    }),
    createRoute({
      ...parent,
      path: '/$slug/decisions/$id',
      staticData: { chapter: 'decisions' },
      component: page(() => import('./NamedPages.tsx'), 'NamedDecisionPage'),
    }),
  ],
} as const satisfies Feature
