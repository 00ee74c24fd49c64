import { createRoute } from '@tanstack/react-router'
import type { Feature } from '../../shell/feature.ts'
import { page } from '../../shell/page.tsx'
import { parent } from '../../shell/root.ts'
import { shell } from '../../words/shell/words.ts'

/** What this feature brings to the app. */
export const fund = {
  routes: [
    createRoute({
      ...parent,
      path: '/money',
      staticData: { chapter: 'money' },
      component: page(() => import('./MoneyPage.tsx'), 'MoneyPage'),
    }),
  ],
  menu: [{ order: 50, to: '/money', name: () => shell.nav.money }],
  forms: () => import('./forms.ts'),
  needs: () => import('./needs.tsx'),
  says: () => import('./says.ts'),
} as const satisfies Feature
