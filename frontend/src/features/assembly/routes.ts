import { DECISIONS_OF } from '@phyle/sdk/chapters/assembly/api'
import { KINDS } from '@phyle/sdk/chapters/statutes/enums'
import { createRoute } from '@tanstack/react-router'
import { type Asked, oneOf, texts } from '../../shell/asked.ts'
import { page } from '../../shell/page.tsx'
import { parent } from '../../shell/root.ts'

interface ProposeSearch {
  what?: string
  who?: string
  machine?: string
}

/** The pages of this feature. */
export const assembly = [
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
    component: page(() => import('./ProposePage.tsx'), 'ProposePage'),
  }),
] as const
