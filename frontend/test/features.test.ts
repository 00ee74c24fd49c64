import { describe, expect, it } from 'vitest'
import * as list from '../src/features/list.ts'
import type { Feature, Part, Parts } from '../src/shell/feature.ts'
import { morePages, pages } from '../src/shell/pages.ts'

const features: readonly Feature[] = Object.values(list)

/** What features bring of a part, in the order in which it stands on the page. */
async function inOrder<P extends Part & ('forms' | 'cards' | 'needs')>(
  part: P,
): Promise<readonly Parts[P][]> {
  type Module = { readonly [Name in P]: readonly Parts[P][] }
  const modules = await Promise.all(
    features.map((feature) => feature[part]?.() as Promise<Module> | undefined),
  )
  return modules
    .flatMap((module) => module?.[part] ?? [])
    .toSorted((one, other) => one.order - other.order)
}

const isOnce = (values: readonly unknown[]) => new Set(values).size === values.length

describe('What features bring', () => {
  it('to the menu begins with the reader, and ends with founding', () => {
    expect(pages.map(({ to }) => to)).toEqual([
      '/',
      '/decisions',
      '/coops',
      '/bonds',
      '/money',
      '/commons',
      '/may-i-use',
      '/federation',
    ])
    expect(morePages.map(({ to }) => to)).toEqual(['/check', '/found'])
  })

  it.each(['forms', 'cards', 'needs'] as const)(
    'as %s has names and places of its own',
    async (part) => {
      const all = await inOrder(part)
      expect(isOnce(all.map(({ name }) => name))).toBe(true)
      const places = all.map((one) => `${one.order}${'side' in one && one.side ? ' beside' : ''}`)
      expect(isOnce(places)).toBe(true)
    },
  )

  it('as forms begins with payments and ends with a text', async () => {
    const names = (await inOrder('forms')).map(({ name }) => name)
    expect(names[0]).toBe('pay')
    expect(names.at(-1)).toBe('text')
  })
})
