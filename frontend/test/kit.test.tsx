import { fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { Choices } from '../src/ui/Choices.tsx'
import { Field } from '../src/ui/Field.tsx'
import { Flow } from '../src/ui/Flow.tsx'
import { Progress } from '../src/ui/Progress.tsx'
import { Prose } from '../src/ui/Prose.tsx'

function Question() {
  const [value, setValue] = useState<'for' | 'against' | null>(null)
  return (
    <Choices
      legend="Your vote"
      value={value}
      onChange={setValue}
      choices={[
        { value: 'for', label: 'For' },
        { value: 'against', label: 'Against' },
      ]}
    />
  )
}

describe('the kit of parts', () => {
  it('offers choices as one group of radio buttons', () => {
    render(<Question />)
    const group = screen.getByRole('group', { name: 'Your vote' })
    const against = within(group).getByRole<HTMLInputElement>('radio', { name: 'Against' })
    fireEvent.click(against)
    expect(against.checked).toBe(true)
    const other = within(group).getByRole<HTMLInputElement>('radio', { name: 'For' })
    expect(other.checked).toBe(false)
  })

  it('ties help and error to their input', () => {
    render(
      <Field label="Amount" help="In euro" error="Write an amount">
        <input />
      </Field>,
    )
    const input = screen.getByLabelText('Amount')
    const described = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
    expect(described).toEqual(['In euro', 'Write an amount'])
    expect(input.getAttribute('aria-invalid')).toBe('true')
  })

  it('says why an act was refused and what can be done', () => {
    render(
      <Progress
        state={{ step: 'refused', refusal: { why: 'It is closed.', now: 'Look again.' } }}
      />,
    )
    expect(screen.getByRole('alert').textContent).toContain('It is closed. Look again.')
  })

  it('has the numbers of a drawing as text and as a table', () => {
    render(
      <Flow
        label="Money"
        nodes={[
          { key: 'a', name: 'Fees', column: 0 },
          { key: 'b', name: 'Fund', column: 1 },
        ]}
        links={[{ from: 'a', to: 'b', weight: 1, says: '300 euro' }]}
        heads={['From', 'To', 'Amount']}
      />,
    )
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('Money: Fees → Fund: 300 euro')
    expect(screen.getByRole('table', { hidden: true }).textContent).toContain('300 euro')
  })

  it('breaks a name that is too long for its box in a drawing', () => {
    const { container } = render(
      <Flow
        label="Denaro"
        nodes={[{ key: 'a', name: 'Possessori di obbligazioni', column: 0, lines: ['3124 euro'] }]}
        links={[]}
        heads={['Da', 'A', 'Importo']}
      />,
    )
    const lines = [...container.querySelectorAll('svg text')].map((one) => one.textContent)
    expect(lines).toEqual(['Possessori di', 'obbligazioni', '3124 euro'])
  })

  it('shows what people wrote as text, never as mark-up', () => {
    const { container } = render(<Prose text={'<img src=x onerror=alert(1)>\n\n- one\n- two'} />)
    expect(container.querySelector('img')).toBeNull()
    expect(container.querySelectorAll('li')).toHaveLength(2)
  })
})
