import { act, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { forgetKept, useKept, useKeptChoice } from '../src/ui/useKept.ts'

function Name() {
  const [name, setName] = useKept('test.name', '')
  return <input aria-label="Name" value={name} onChange={(event) => setName(event.target.value)} />
}

const written = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value

describe('What somebody is still writing', () => {
  it('is there again after the page was loaded again', () => {
    const { unmount } = render(<Name />)
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Le Tri' } })
    unmount()
    render(<Name />)
    expect(written()).toBe('Le Tri')
  })

  it('is forgotten when it is done with, and nothing else is', () => {
    sessionStorage.setItem('test.a.title', '"x"')
    sessionStorage.setItem('test.ab', '"y"')
    forgetKept('test.a.')
    expect(sessionStorage.getItem('test.a.title')).toBeNull()
    expect(sessionStorage.getItem('test.ab')).toBe('"y"')
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
    sessionStorage.setItem('test.name', '{')
    render(<Name />)
    expect(written()).toBe('')
  })
})
