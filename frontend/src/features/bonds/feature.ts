import { OFFERS_OF } from '@phyle/sdk/chapters/bonds/api'
import { createRoute } from '@tanstack/react-router'
import { type Asked, oneOf, texts } from '../../shell/asked.ts'
import type { Feature } from '../../shell/feature.ts'
import { page } from '../../shell/page.tsx'
import { parent } from '../../shell/root.ts'
import { shell } from '../../words/shell/words.ts'

/** What this feature brings to the app. */
export const bonds = {
  routes: [
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
  ],
  menu: [{ order: 40, to: '/bonds', name: () => shell.nav.bonds }],
  forms: () => import('./forms.ts'),
  says: () => import('./says.ts'),
} as const satisfies Feature
