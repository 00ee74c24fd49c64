import { createRoute } from '@tanstack/react-router'
import { type Hex, isHex, size } from 'viem'
import type { Feature } from '../../shell/feature.ts'
import { page } from '../../shell/page.tsx'
import { parent } from '../../shell/root.ts'

/** What this feature brings to the app. */
export const membership = {
  routes: [
    createRoute({
      ...parent,
      path: '/coops/$coop/join',
      staticData: { chapter: 'decisions' },
      component: page(() => import('./JoinPage.tsx'), 'JoinPage'),
    }),
    /** The link that sponsors send each other; their signatures travel in it where the postbox is down. */
    createRoute({
      ...parent,
      path: '/coops/$coop/sponsor',
      staticData: { chapter: 'decisions' },
      validateSearch: (search: Record<string, unknown>) => ({
        applicant: String(search.applicant ?? ''),
        words: String(search.words ?? ''),
      }),
      component: page(() => import('./SponsorPage.tsx'), 'SponsorPage'),
    }),
    createRoute({
      ...parent,
      path: '/your-name',
      staticData: { chapter: 'decisions' },
      /** Founders may choose their names before their co-op exists. */
      validateSearch: ({ founding }: Record<string, unknown>): { founding?: Hex } =>
        isHex(founding) && size(founding) === 32 ? { founding } : {},
      component: page(() => import('./ProfilePage.tsx'), 'ProfilePage'),
    }),
  ],
  forms: () => import('./forms.ts'),
  cards: () => import('./cards.ts'),
  needs: () => import('./needs.tsx'),
  says: () => import('./says.ts'),
} as const satisfies Feature
