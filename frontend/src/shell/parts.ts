import { use, useEffect, useState } from 'react'
import * as list from '../features/list.ts'
import { withWords } from '../words/chapter.ts'
import type { Feature, Part, Parts } from './feature.ts'

type Brought = { readonly [P in Part]: readonly Parts[P][] }

const ready: Partial<Brought> = {}
const coming = new Map<Part, Promise<void>>()

const orderOf = (one: Parts[Part]) => ('order' in one ? one.order : 0)

async function fetchAll<P extends Part>(part: P): Promise<readonly Parts[P][]> {
  const features: readonly Feature[] = Object.values(list)
  type Module = { readonly [Name in P]: readonly Parts[P][] }
  const modules = features.map((feature) => feature[part]?.() as Promise<Module> | undefined)
  const brought = await withWords(Promise.all(modules))
  return brought
    .flatMap((module) => module?.[part] ?? [])
    .toSorted((one, other) => orderOf(one) - orderOf(other))
}

/** Fetches what all features bring of a part, with its words. Whoever asks again after a failure tries again. */
export function bring(part: Part): Promise<void> {
  const before = coming.get(part)
  if (before) return before
  const came = fetchAll(part).then((all) => void Object.assign(ready, { [part]: all }))
  coming.set(part, came)
  came.catch(() => coming.delete(part))
  return came
}

/** A page together with the parts that it shows. */
export async function withParts<Module>(part: Part, module: Promise<Module>): Promise<Module> {
  const [loaded] = await Promise.all([module, bring(part)])
  return loaded
}

/** What all features bring of a part, in order; waits for it where the page came without. */
export function useParts<P extends Part>(part: P): Brought[P] {
  if (!ready[part]) use(bring(part))
  return ready[part] as Brought[P]
}

/** The same without waiting: undefined until it has come, and nothing where it does not come. */
export function usePartsLater<P extends Part>(part: P): Brought[P] | undefined {
  const [came, setCame] = useState(ready[part] !== undefined)
  useEffect(() => {
    const come = () => setCame(true)
    if (!came) bring(part).then(come, come)
  }, [part, came])
  return (
    (ready[part] as Brought[P] | undefined) ?? (came ? ([] as unknown as Brought[P]) : undefined)
  )
}
