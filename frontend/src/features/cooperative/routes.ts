import { createRoute } from '@tanstack/react-router'
import { type Asked, texts } from '../../shell/asked.ts'
import { page } from '../../shell/page.tsx'
import { peopleAsked } from '../../shell/peopleAsked.ts'
import { parent } from '../../shell/root.ts'

/** The pages of this feature. */
export const cooperative = [
  createRoute({
    ...parent,
    path: '/coops',
    staticData: { chapter: 'decisions' },
    validateSearch: (asked: Asked) => texts(asked, 'q', 'after'),
    component: page(() => import('./CoopsPage.tsx'), 'CoopsPage'),
  }),
  createRoute({
    ...parent,
    path: '/coops/$coop',
    staticData: { chapter: 'decisions' },
    validateSearch: peopleAsked,
    component: page(() => import('./CoopPage.tsx'), 'CoopPage'),
  }),
  createRoute({
    ...parent,
    path: '/found',
    staticData: { chapter: 'decisions' },
    component: page(() => import('./FoundPage.tsx'), 'FoundPage'),
  }),
  /** The link that founders send each other; the draft travels in the link itself. */
  createRoute({
    ...parent,
    path: '/found/sign',
    staticData: { chapter: 'decisions' },
    validateSearch: (search: Record<string, unknown>) => ({ draft: String(search.draft ?? '') }),
    component: page(() => import('./FounderPage.tsx'), 'FounderPage'),
  }),
] as const
