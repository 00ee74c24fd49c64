import { act, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useKeptName } from '../src/features/membership/useKeptName.ts'
import { DraftKept } from '../src/ui/DraftKept.tsx'
import { forgetKept, keptFrom, ownDrafts, useKept, useKeptChoice } from '../src/ui/useKept.ts'

function Name() {
  const [name, setName] = useKept('test.name', '')
  return <input aria-label="Name" value={name} onChange={(event) => setName(event.target.value)} />
}

const written = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value

describe('What somebody is still writing', () => {
  beforeEach(() => localStorage.clear())

  it('is there again after the page was loaded again', () => {
    const { unmount } = render(<Name />)
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Le Tri' } })
    unmount()
    render(<Name />)
    expect(written()).toBe('Le Tri')
  })

  it('keeps the name and the picture of who is joining, until they are signed', () => {
    const open = () => renderHook(() => useKeptName('test.join.called'))
    const image = Uint8Array.from([0, 127, 128, 255])
    const first = open()
    expect(first.result.current[0]).toBeNull()
    act(() => first.result.current[1]({ name: 'Ada', image }))
    first.unmount()
    expect(open().result.current[0]).toEqual({ name: 'Ada', image })
    forgetKept('test.join.')
    expect(open().result.current[0]).toBeNull()
  })

  it('has no picture where what was kept is none', () => {
    localStorage.setItem('test.join.called', '{"at":1,"value":{"name":"Ada","picture":"%"}}')
    const { result } = renderHook(() => useKeptName('test.join.called'))
    expect(result.current[0]).toEqual({ name: 'Ada', image: null })
  })

  it('is forgotten when it is done with, and nothing else is', () => {
    localStorage.setItem('test.a.title', '{"at":1,"value":"x"}')
    localStorage.setItem('test.ab', '"y"')
    forgetKept('test.a.')
    expect(localStorage.getItem('test.a.title')).toBeNull()
    expect(localStorage.getItem('test.ab')).toBe('"y"')
  })

  it('gives way to a link that asks for something else', () => {
    const chosen = (asked?: string) => {
      const { result, unmount } = renderHook(() => useKeptChoice('test.choice', asked))
      return { value: result.current[0], choose: result.current[1], unmount }
    }
    expect(chosen('mill').value).toBe('mill')
    const { choose, unmount } = chosen('mill')
    act(() => choose('oven'))
    unmount()
    expect(chosen('mill').value).toBe('oven')
    expect(chosen().value).toBe('oven')
    expect(chosen('bike').value).toBe('bike')
  })

  it('begins anew when what was kept cannot be read', () => {
    localStorage.setItem('test.name', '{')
    render(<Name />)
    expect(written()).toBe('')
  })

  it('outlives the tab, and is not there before something was written', () => {
    const { unmount } = render(<Name />)
    expect(keptFrom('test.')).toBeNull()
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Le Tri' } })
    unmount()
    sessionStorage.clear()
    expect(keptFrom('test.')).toBeGreaterThan(1_600_000_000)
    render(<Name />)
    expect(written()).toBe('Le Tri')
  })

  it('is one person’s own; what was begun before signing in goes on', () => {
    const key = (account?: string) => `${ownDrafts(account)}join`
    const write = (name: string, value: string) =>
      localStorage.setItem(name, JSON.stringify({ at: 1, value }))
    const kept = (name: string) => renderHook(() => useKept(name, '')).result.current[0]
    write(key(), 'begun signed out')
    expect(kept(key('0xAda'))).toBe('begun signed out')
    expect(kept(key('0xBo'))).toBe('')
    expect(kept(key())).toBe('')
    write(key(), 'another')
    expect(kept(key('0xAda'))).toBe('begun signed out')
  })

  it('can be thrown away', () => {
    localStorage.setItem('test.draft', '{"at":1700000000000,"value":"x"}')
    const thrown = vi.fn()
    render(<DraftKept keep="test.draft" onThrown={thrown} />)
    fireEvent.click(screen.getByRole('button', { name: 'Discard it' }))
    expect(thrown).toHaveBeenCalledOnce()
    expect(keptFrom('test.draft')).toBeNull()
  })

  it('says nothing where nothing was kept', () => {
    render(<DraftKept keep="test.nothing" onThrown={() => undefined} />)
    expect(screen.queryByRole('button')).toBeNull()
  })
})
