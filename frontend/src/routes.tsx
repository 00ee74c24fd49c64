import { createHashHistory, createRouter } from '@tanstack/react-router'
import * as features from './features/list.ts'
import { Layout } from './shell/Layout.tsx'
import { root } from './shell/root.ts'
import { NotFound, PageFailed } from './shell/Trouble.tsx'
import { Loading } from './ui/Loading.tsx'

root.update({ component: Layout, notFoundComponent: NotFound })

type Features = typeof features
type PageRoute = Features[keyof Features]['routes'][number]

/** The order of the list says nothing: a word in a path wins over what stands for any word. */
const tree = root.addChildren(
  Object.values(features).flatMap(({ routes }): readonly PageRoute[] => routes),
)

export const router = createRouter({
  routeTree: tree,
  history: createHashHistory(),
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: PageFailed,
  // A choice, a text or an answer on the page of one thing says nothing about another.
  defaultRemountDeps: ({ params }) => params,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
