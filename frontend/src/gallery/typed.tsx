import type { Reading } from '@phyle/sdk/amount'
import { AmountField } from '../ui/AmountField.tsx'
import { Field, inputClass } from '../ui/Field.tsx'
import { Held } from './Held.tsx'
import type { Specimen } from './specimen.ts'

const input = <input className={inputClass} defaultValue="La Louve" />

const readings: readonly (readonly [state: string, typed: string, reading: Reading])[] = [
  ['empty', '', { kind: 'empty' }],
  ['read', '1200', { kind: 'exact', amount: 1_200n }],
  ['with two meanings', '1,200', { kind: 'ambiguous', grouped: 1_200n, decimal: 1n }],
  ['refused', 'much', { kind: 'refused', fault: 'form' }],
]

/** What is typed into. */
export const typed: readonly Specimen[] = [
  { part: 'Field', state: 'plain', shown: <Field label="Name">{input}</Field> },
  {
    part: 'Field',
    state: 'with help, optional',
    shown: (
      <Field label="Name" help="As it stands in your statutes." optional>
        {input}
      </Field>
    ),
  },
  {
    part: 'Field',
    state: 'with an error',
    shown: (
      <Field label="Name" error="Another co-op has this name. Choose one that nobody mistakes.">
        {input}
      </Field>
    ),
  },
  {
    part: 'Field',
    state: 'with a unit, disabled',
    shown: (
      <Field label="Least" unit="euros">
        <input className={inputClass} defaultValue="200" disabled />
      </Field>
    ),
  },
  ...readings.map(([state, text, reading]) => ({
    part: 'AmountField',
    state,
    shown: (
      <Held initial={text}>
        {(value, set) => (
          <AmountField
            label="Amount"
            unit="euros"
            places={2}
            value={value}
            onChange={set}
            reading={reading}
            show={(amount) => `${amount} euros`}
            write={(amount) => `${amount}`}
            example={1_200n}
          />
        )}
      </Held>
    ),
  })),
]
