import { DECISIONS_OF } from '@phyle/sdk/chapters/assembly/api'
import { KINDS } from '@phyle/sdk/chapters/statutes/enums'
import { createRoute } from '@tanstack/react-router'
import { type Asked, oneOf, texts } from '../../shell/asked.ts'
import type { Feature } from '../../shell/feature.ts'
import { page } from '../../shell/page.tsx'
import { withParts } from '../../shell/parts.ts'
import { parent } from '../../shell/root.ts'
import { shell } from '../../words/shell/words.ts'

interface ProposeSearch {
  what?: string
  who?: string
  machine?: string
}

/** What this feature brings to the app. */
export const assembly = {
  routes: [
    createRoute({
      ...parent,
      path: '/decisions',
      staticData: { chapter: 'decisions' },
      validateSearch: (asked: Asked) => ({
        ...texts(asked, 'q', 'coop', 'after'),
        ...oneOf(asked, 'state', DECISIONS_OF),
        ...oneOf(asked, 'kind', KINDS),
        ...oneOf(asked, 'mine', ['true']),
      }),
      component: page(() => import('./DecisionsPage.tsx'), 'DecisionsPage'),
    }),
    createRoute({
      ...parent,
      path: '/decisions/$assembly/$id',
      staticData: { chapter: 'decisions' },
      component: page(() => import('./DecisionPage.tsx'), 'DecisionPage'),
    }),
    createRoute({
      ...parent,
      path: '/propose/$coop',
      staticData: { chapter: 'decisions' },
      /** A link may choose the form, and whom or which machine it is about. */
      validateSearch: ({ what, who, machine }: Record<string, unknown>): ProposeSearch => ({
        ...(typeof what === 'string' && { what }),
        ...(typeof who === 'string' && { who }),
        ...(/^\d+$/.test(`${machine}`) && { machine: `${machine}` }),
      }),
      component: page(() => withParts('forms', import('./ProposePage.tsx')), 'ProposePage'),
    }),
  ],
  menu: [{ order: 20, to: '/decisions', name: () => shell.nav.decisions }],
  forms: () => import('./forms.ts'),
  cards: () => import('./cards.ts'),
  needs: () => import('./needs.tsx'),
  says: () => import('./says.ts'),
} as const satisfies Feature
