import { createRoute } from '@tanstack/react-router'
import type { Feature } from '../../shell/feature.ts'
import { page } from '../../shell/page.tsx'
import { parent } from '../../shell/root.ts'
import { shell } from '../../words/shell/words.ts'

/** What this feature brings to the app. */
export const foryou = {
  routes: [
    createRoute({
      ...parent,
      path: '/',
      staticData: { chapter: 'decisions' },
      component: page(() => import('./ForYouPage.tsx'), 'ForYouPage'),
    }),
  ],
  menu: [{ order: 10, to: '/', name: () => shell.nav.forYou, exact: true }],
} as const satisfies Feature
