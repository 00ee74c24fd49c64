import { fireEvent, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useKept } from '../src/ui/useKept.ts'

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

  it('begins anew when what was kept cannot be read', () => {
    sessionStorage.setItem('test.name', '{')
    render(<Name />)
    expect(written()).toBe('')
  })
})
