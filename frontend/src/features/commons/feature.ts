import { createRoute } from '@tanstack/react-router'
import { type Asked, oneOf, texts } from '../../shell/asked.ts'
import type { Feature } from '../../shell/feature.ts'
import { page } from '../../shell/page.tsx'
import { parent } from '../../shell/root.ts'
import { shell } from '../../words/shell/words.ts'

/** What this feature brings to the app. */
export const commons = {
  routes: [
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
    /** The link that a licensor is sent: it names the terms at the postbox by their fingerprint. */
    createRoute({
      ...parent,
      path: '/commons/agree',
      staticData: { chapter: 'commons' },
      validateSearch: (asked: Asked) => texts(asked, 'offer'),
      component: page(() => import('./AgreePage.tsx'), 'AgreePage'),
    }),
  ],
  menu: [{ order: 60, to: '/commons', name: () => shell.nav.commons }],
  forms: () => import('./forms.ts'),
  says: () => import('./says.ts'),
} as const satisfies Feature
