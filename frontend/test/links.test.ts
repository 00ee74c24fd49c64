import { RESERVED } from '@phyle/sdk/slug'
import { describe, expect, it } from 'vitest'
import { router } from '../src/routes.tsx'

describe('links by the names of co-ops', () => {
  it('take no word away with which another page begins', () => {
    const first = Object.keys(router.routesByPath)
      .map((path) => path.split('/')[1] ?? '')
      .filter((word) => word !== '' && !word.startsWith('$'))
    expect([...new Set(first)].toSorted()).toEqual([...RESERVED].toSorted())
  })
})
