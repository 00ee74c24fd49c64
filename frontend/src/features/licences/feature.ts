import { createRoute } from '@tanstack/react-router'
import type { Feature } from '../../shell/feature.ts'
import { page } from '../../shell/page.tsx'
import { parent } from '../../shell/root.ts'
import { shell } from '../../words/shell/words.ts'

/** What this feature brings to the app. */
export const licences = {
  routes: [
    createRoute({
      ...parent,
      path: '/may-i-use',
      staticData: { chapter: 'commons' },
      component: page(() => import('./MayIUsePage.tsx'), 'MayIUsePage'),
    }),
    createRoute({
      ...parent,
      path: '/may-i-use/$phyle/$id',
      staticData: { chapter: 'commons' },
      component: page(() => import('./QuotePage.tsx'), 'QuotePage'),
    }),
    createRoute({
      ...parent,
      path: '/permissions/$family/$licensee',
      staticData: { chapter: 'commons' },
      /** One of its receipts may be opened as a sheet. */
      validateSearch: ({ receipt }: Record<string, unknown>): { receipt?: string } =>
        typeof receipt === 'string' ? { receipt } : {},
      component: page(() => import('./PermissionPage.tsx'), 'PermissionPage'),
    }),
    createRoute({
      ...parent,
      path: '/check',
      staticData: { chapter: 'commons' },
      component: page(() => import('./CheckPage.tsx'), 'CheckPage'),
    }),
  ],
  menu: [
    { order: 70, to: '/may-i-use', name: () => shell.nav.mayI },
    { order: 90, to: '/check', name: () => shell.nav.check, more: true },
  ],
  needs: () => import('./needs.tsx'),
  says: () => import('./says.ts'),
} as const satisfies Feature
