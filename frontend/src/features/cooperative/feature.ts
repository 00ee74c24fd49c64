import { createRoute } from '@tanstack/react-router'
import { type Asked, texts } from '../../shell/asked.ts'
import type { Feature } from '../../shell/feature.ts'
import { page } from '../../shell/page.tsx'
import { withParts } from '../../shell/parts.ts'
import { peopleAsked } from '../../shell/peopleAsked.ts'
import { parent } from '../../shell/root.ts'
import { shell } from '../../words/shell/words.ts'

/** What this feature brings to the app. */
export const cooperative = {
  routes: [
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
      component: page(() => withParts('cards', import('./CoopPage.tsx')), 'CoopPage'),
    }),
    createRoute({
      ...parent,
      path: '/found',
      staticData: { chapter: 'decisions' },
      validateSearch: (asked: Asked) => texts(asked, 'model'),
      component: page(() => import('./FoundPage.tsx'), 'FoundPage'),
    }),
    createRoute({
      ...parent,
      path: '/models',
      staticData: { chapter: 'decisions' },
      component: page(() => import('./ModelsPage.tsx'), 'ModelsPage'),
    }),
    createRoute({
      ...parent,
      path: '/models/$model',
      staticData: { chapter: 'decisions' },
      component: page(() => import('./ModelPage.tsx'), 'ModelPage'),
    }),
    /** The link that founders send each other; the draft travels in the link itself. */
    createRoute({
      ...parent,
      path: '/found/sign',
      staticData: { chapter: 'decisions' },
      validateSearch: (search: Record<string, unknown>) => ({ draft: String(search.draft ?? '') }),
      component: page(() => import('./FounderPage.tsx'), 'FounderPage'),
    }),
  ],
  menu: [
    { order: 30, to: '/coops', name: () => shell.nav.coop },
    { order: 100, to: '/found', name: () => shell.nav.found, more: true },
  ],
  forms: () => import('./forms.ts'),
  cards: () => import('./cards.ts'),
  says: () => import('./says.ts'),
} as const satisfies Feature
