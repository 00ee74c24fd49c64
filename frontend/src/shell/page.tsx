import { lazyRouteComponent } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { withWords } from '../words/chapter.ts'
import { useLanguage } from '../words/useLanguage.ts'

type Shown = () => ReactNode

/** A page that comes with its words, and is shown anew when the reader chooses another language. */
export function page<Name extends string>(
  load: () => Promise<{ readonly [name in Name]: Shown }>,
  name: Name,
) {
  const Loaded = lazyRouteComponent(
    async (): Promise<{ default: Shown }> => ({ default: (await withWords(load()))[name] }),
  )
  // biome-ignore lint/correctness/noComponentHookFactories: each page is made once, with its route
  const InLanguage = () => {
    useLanguage()
    return <Loaded />
  }
  return Object.assign(InLanguage, { preload: async () => Loaded.preload?.() })
}
