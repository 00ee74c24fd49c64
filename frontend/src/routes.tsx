import { DECISIONS_OF, OFFERS_OF } from '@phyle/sdk/index-api'
import { KINDS } from '@phyle/sdk/language'
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { type Hex, isHex, size } from 'viem'
import type { PeopleSearch } from './features/membership/index.ts'
import { Layout } from './shell/Layout.tsx'
import { NotFound, PageFailed } from './shell/Trouble.tsx'
import { Loading } from './ui/Loading.tsx'

const root = createRootRoute({ component: Layout, notFoundComponent: NotFound })

const decisions = { chapter: 'decisions' } as const
const money = { chapter: 'money' } as const
const commons = { chapter: 'commons' } as const

interface ProposeSearch {
  what?: string
  who?: string
  machine?: string
}

/** What an address of a page may say beside its path; whatever else it says is left out. */
type Asked = Record<string, unknown>
const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? `${value}`.slice(0, 200) : ''
const texts = <const Name extends string>(asked: Asked, ...names: Name[]) =>
  Object.fromEntries(
    names.flatMap((name) => (textOf(asked[name]) === '' ? [] : [[name, textOf(asked[name])]])),
  ) as { [name in Name]?: string }
const oneOf = <const T extends string>(value: unknown, all: readonly T[]): T | undefined =>
  all.find((one) => one === textOf(value))

const people = (asked: Asked): PeopleSearch => ({
  ...texts(asked, 'q', 'group', 'after'),
  left: oneOf(asked.left, ['true', 'false']),
})

const parent = { getParentRoute: () => root } as const

const tree = root.addChildren([
  createRoute({
    ...parent,
    path: '/',
    staticData: decisions,
    component: lazyRouteComponent(() => import('./features/foryou/ForYouPage.tsx'), 'ForYouPage'),
  }),

  createRoute({
    ...parent,
    path: '/decisions',
    staticData: decisions,
    validateSearch: (asked: Asked) => ({
      ...texts(asked, 'q', 'coop', 'after'),
      state: oneOf(asked.state, DECISIONS_OF),
      kind: oneOf(asked.kind, KINDS),
      mine: oneOf(asked.mine, ['true']),
    }),
    component: lazyRouteComponent(
      () => import('./features/assembly/DecisionsPage.tsx'),
      'DecisionsPage',
    ),
  }),
  createRoute({
    ...parent,
    path: '/decisions/$assembly/$id',
    staticData: decisions,
    component: lazyRouteComponent(
      () => import('./features/assembly/DecisionPage.tsx'),
      'DecisionPage',
    ),
  }),
  createRoute({
    ...parent,
    path: '/propose/$coop',
    staticData: decisions,
    /** A link may choose the form, and whom or which machine it is about. */
    validateSearch: ({ what, who, machine }: Record<string, unknown>): ProposeSearch => ({
      ...(typeof what === 'string' && { what }),
      ...(typeof who === 'string' && { who }),
      ...(/^\d+$/.test(`${machine}`) && { machine: `${machine}` }),
    }),
    component: lazyRouteComponent(
      () => import('./features/assembly/ProposePage.tsx'),
      'ProposePage',
    ),
  }),

  createRoute({
    ...parent,
    path: '/coops',
    staticData: decisions,
    validateSearch: (asked: Asked) => texts(asked, 'q', 'after'),
    component: lazyRouteComponent(
      () => import('./features/cooperative/CoopsPage.tsx'),
      'CoopsPage',
    ),
  }),
  createRoute({
    ...parent,
    path: '/coops/$coop',
    staticData: decisions,
    validateSearch: people,
    component: lazyRouteComponent(() => import('./features/cooperative/CoopPage.tsx'), 'CoopPage'),
  }),
  createRoute({
    ...parent,
    path: '/coops/$coop/join',
    staticData: decisions,
    component: lazyRouteComponent(() => import('./features/membership/JoinPage.tsx'), 'JoinPage'),
  }),
  /** The link that sponsors send each other; their signatures travel in it where the postbox is down. */
  createRoute({
    ...parent,
    path: '/coops/$coop/sponsor',
    staticData: decisions,
    validateSearch: (search: Record<string, unknown>) => ({
      applicant: String(search.applicant ?? ''),
      words: String(search.words ?? ''),
    }),
    component: lazyRouteComponent(
      () => import('./features/membership/SponsorPage.tsx'),
      'SponsorPage',
    ),
  }),
  createRoute({
    ...parent,
    path: '/your-name',
    staticData: decisions,
    /** Who founds a co-op may choose their name before there is one. */
    validateSearch: ({ founding }: Record<string, unknown>): { founding?: Hex } =>
      isHex(founding) && size(founding) === 32 ? { founding } : {},
    component: lazyRouteComponent(
      () => import('./features/membership/ProfilePage.tsx'),
      'ProfilePage',
    ),
  }),
  createRoute({
    ...parent,
    path: '/found',
    staticData: decisions,
    component: lazyRouteComponent(
      () => import('./features/cooperative/FoundPage.tsx'),
      'FoundPage',
    ),
  }),
  /** The link that founders send each other; the draft travels in the link itself. */
  createRoute({
    ...parent,
    path: '/found/sign',
    staticData: decisions,
    validateSearch: (search: Record<string, unknown>) => ({ draft: String(search.draft ?? '') }),
    component: lazyRouteComponent(
      () => import('./features/cooperative/FounderPage.tsx'),
      'FounderPage',
    ),
  }),

  createRoute({
    ...parent,
    path: '/bonds',
    staticData: money,
    validateSearch: (asked: Asked) => ({
      ...texts(asked, 'q', 'coop', 'after'),
      state: oneOf(asked.state, OFFERS_OF),
    }),
    component: lazyRouteComponent(() => import('./features/bonds/BondsPage.tsx'), 'BondsPage'),
  }),
  createRoute({
    ...parent,
    path: '/bonds/$phyle/$id',
    staticData: money,
    component: lazyRouteComponent(() => import('./features/bonds/SeriesPage.tsx'), 'SeriesPage'),
  }),
  createRoute({
    ...parent,
    path: '/money',
    staticData: money,
    component: lazyRouteComponent(() => import('./features/fund/MoneyPage.tsx'), 'MoneyPage'),
  }),

  createRoute({
    ...parent,
    path: '/commons',
    staticData: commons,
    validateSearch: (asked: Asked) => ({
      ...texts(asked, 'q', 'steward', 'licence', 'after'),
      kind: oneOf(asked.kind, ['works', 'machines']),
    }),
    component: lazyRouteComponent(
      () => import('./features/commons/CommonsPage.tsx'),
      'CommonsPage',
    ),
  }),
  createRoute({
    ...parent,
    path: '/commons/works/$phyle/$id',
    staticData: commons,
    component: lazyRouteComponent(() => import('./features/commons/WorkPage.tsx'), 'WorkPage'),
  }),
  createRoute({
    ...parent,
    path: '/commons/machines/$phyle/$id',
    staticData: commons,
    component: lazyRouteComponent(
      () => import('./features/commons/MachinePage.tsx'),
      'MachinePage',
    ),
  }),
  createRoute({
    ...parent,
    path: '/may-i-use',
    staticData: commons,
    component: lazyRouteComponent(
      () => import('./features/licences/MayIUsePage.tsx'),
      'MayIUsePage',
    ),
  }),
  createRoute({
    ...parent,
    path: '/may-i-use/$phyle/$id',
    staticData: commons,
    component: lazyRouteComponent(() => import('./features/licences/QuotePage.tsx'), 'QuotePage'),
  }),
  createRoute({
    ...parent,
    path: '/permissions/$family/$licensee',
    staticData: commons,
    /** One of its receipts may be opened as a sheet. */
    validateSearch: ({ receipt }: Record<string, unknown>): { receipt?: string } =>
      typeof receipt === 'string' ? { receipt } : {},
    component: lazyRouteComponent(
      () => import('./features/licences/PermissionPage.tsx'),
      'PermissionPage',
    ),
  }),
  createRoute({
    ...parent,
    path: '/check',
    staticData: commons,
    component: lazyRouteComponent(() => import('./features/licences/CheckPage.tsx'), 'CheckPage'),
  }),

  createRoute({
    ...parent,
    path: '/federation',
    staticData: decisions,
    component: lazyRouteComponent(
      () => import('./features/phyle/FederationsPage.tsx'),
      'FederationsPage',
    ),
  }),
  createRoute({
    ...parent,
    path: '/federation/$phyle',
    staticData: decisions,
    component: lazyRouteComponent(
      () => import('./features/phyle/FederationPage.tsx'),
      'FederationPage',
    ),
  }),

  createRoute({
    ...parent,
    path: '/help',
    staticData: decisions,
    component: lazyRouteComponent(() => import('./features/help/HelpPage.tsx'), 'HelpPage'),
  }),
  /** By names that can be read; every other first word of a path is a page of its own. */
  createRoute({
    ...parent,
    path: '/$slug',
    staticData: decisions,
    validateSearch: people,
    component: lazyRouteComponent(() => import('./features/links/NamedPages.tsx'), 'NamedCoopPage'),
  }),
  createRoute({
    ...parent,
    path: '/$slug/decisions/$id',
    staticData: decisions,
    component: lazyRouteComponent(
      () => import('./features/links/NamedPages.tsx'),
      'NamedDecisionPage',
    ),
  }),
])

export const router = createRouter({
  routeTree: tree,
  history: createHashHistory(),
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: PageFailed,
  // What was chosen, typed or known on the page of one thing says nothing of another.
  defaultRemountDeps: ({ params }) => params,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
