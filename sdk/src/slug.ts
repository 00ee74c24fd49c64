// SPDX-License-Identifier: MIT
/**
 * Co-ops in links that people can read: `la-louve`.
 *
 * A name is nobody's own. Of several co-ops with one slug the one founded first has it plainly, the
 * others with the beginning of their address behind it; whoever follows a link is told of all that
 * it may mean. The address alone cannot be mistaken.
 */

import type { Address } from 'viem'
import { fold } from './search.ts'

export interface NamedCoop {
  readonly coop: Address
  readonly name: string
}

const MOST = 48
const SUFFIX = 6
/** First words of pages, which no co-op can have for itself. */
export const RESERVED: readonly string[] = [
  'bonds',
  'check',
  'commons',
  'coops',
  'decisions',
  'federation',
  'found',
  'help',
  'may-i-use',
  'models',
  'money',
  'permissions',
  'propose',
  'your-name',
]
const UNNAMED = 'co-op'

/** A name in the letters of a link; null where it leaves nothing to read, or a page has that name. */
export function slugOf(name: string): string | null {
  const slug = fold(name)
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MOST)
    .replaceAll(/^-+|-+$/g, '')
  return slug === '' || RESERVED.includes(slug) || /^0x[0-9a-f]{40}$/.test(slug) ? null : slug
}

/** A name with the beginning of the address behind it, for a co-op that is not alone with its name. */
export const longSlugOf = ({ coop, name }: NamedCoop): string =>
  `${slugOf(name) ?? UNNAMED}-${coop.slice(2, 2 + SUFFIX).toLowerCase()}`

export interface CoopLinks<T> {
  /** All that a link may mean: by its address first, then in the order of founding. */
  readonly find: (slug: string) => readonly T[]
  /** The shortest link that leads to this co-op first. Its address does where no name can. */
  readonly to: (coop: T) => string
}

/** The links of co-ops that are given in the order of their founding. */
export function coopLinks<T extends NamedCoop>(all: readonly T[]): CoopLinks<T> {
  const byName = Map.groupBy(all, ({ name }) => slugOf(name))
  const byAddress = Map.groupBy(all, longSlugOf)
  const find = (slug: string): readonly T[] => {
    const wanted = slug.toLowerCase()
    return [...new Set([...(byAddress.get(wanted) ?? []), ...(byName.get(wanted) ?? [])])]
  }
  const leadsTo = (slug: string, coop: T) => find(slug)[0] === coop
  return {
    find,
    to: (coop) => {
      const plain = slugOf(coop.name)
      if (plain !== null && leadsTo(plain, coop)) return plain
      const longer = longSlugOf(coop)
      return leadsTo(longer, coop) ? longer : coop.coop
    },
  }
}
