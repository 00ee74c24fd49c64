import { Field, inputClass } from '../../ui/Field.tsx'
import { number } from '../../words/format.ts'
import { propose as words } from '../../words/propose/words.ts'
import { readPlaces } from './granting.ts'

const text = words.places

interface PlacesFieldProps {
  readonly typed: string
  readonly onChange: (typed: string) => void
  /** The cooperators whom the co-op has. */
  readonly most: number
}

/** How many people of a co-op start to earn the equal share together. */
export function PlacesField({ typed, onChange, most }: PlacesFieldProps) {
  return (
    <Field
      label={text.count}
      help={text.countHelp({ most: number(most) })}
      error={readPlaces(typed, most) === null ? text.tooMany({ most: number(most) }) : undefined}
    >
      <input
        inputMode="numeric"
        className={inputClass}
        value={typed}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
