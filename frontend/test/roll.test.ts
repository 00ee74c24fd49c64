import type { Member } from '@phyle/sdk/chapters/membership/api'
import { describe, expect, it } from 'vitest'
import { pageAfter } from '../src/features/membership/RollCard.tsx'

const members = Array.from({ length: 120 }, (_, i) => ({ id: `${i * 2 + 1}` }) as Member)

describe('pages of people who were searched by name', () => {
  it('show each once, fifty at a time, and lead back', () => {
    const first = pageAfter(members, '')
    expect([first.shown.length, first.page.from, first.page.previous]).toEqual([50, 0, null])
    const second = pageAfter(members, first.page.next ?? '')
    const third = pageAfter(members, second.page.next ?? '')
    expect([...first.shown, ...second.shown, ...third.shown]).toEqual(members)
    expect(third.page.next).toBeNull()
    expect(pageAfter(members, third.page.previous ?? '').shown).toEqual(second.shown)
    expect(second.page.previous).toBe('')
  })

  it('begin at the start where the link says no number, and are empty behind the end', () => {
    expect(pageAfter(members, 'x').page.from).toBe(0)
    expect(pageAfter(members, '999').shown).toEqual([])
  })
})
