import { createRoute } from '@tanstack/react-router'
import { page } from '../../shell/page.tsx'
import { parent } from '../../shell/root.ts'

/** The pages of this feature. */
export const licences = [
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
] as const
