import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'

export interface ChoiceOf<T extends string> {
  readonly value: T
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly disabled?: boolean
}

interface ChoicesProps<T extends string> {
  legend: ReactNode
  hideLegend?: boolean
  choices: readonly ChoiceOf<T>[]
  value: T | null
  onChange: (value: T) => void
  /** Beside each other (a few short words) or below each other. */
  row?: boolean
  /** In two columns where there is room. */
  pairs?: boolean
}

/** One of several, as large buttons; real radio buttons underneath. */
export function Choices<T extends string>({
  legend,
  hideLegend,
  choices,
  value,
  onChange,
  row,
  pairs,
}: ChoicesProps<T>) {
  const name = useId()
  return (
    <fieldset className="m-0 min-w-0 border-0 p-0">
      <legend className={hideLegend ? 'sr-only' : 'mb-2 p-0 font-semibold'}>{legend}</legend>
      <div
        className={cx(
          'grid gap-2.5',
          pairs && 'sm:grid-cols-2',
          row && (choices.length > 3 ? 'grid-cols-2 sm:grid-cols-4' : 'grid-cols-2 sm:grid-cols-3'),
        )}
      >
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={cx(
              'flex rounded-xl border-[1.5px] border-edge bg-card px-3 has-checked:border-accent has-checked:bg-wash has-checked:shadow-[inset_0_0_0_1.5px_var(--accent)] has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:opacity-55',
              row ? 'items-center justify-center py-3.5 text-center' : 'flex-col py-3 pl-4',
            )}
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={choice.value}
              checked={value === choice.value}
              disabled={choice.disabled}
              onChange={() => onChange(choice.value)}
            />
            <span className="font-semibold">{choice.label}</span>
            {choice.help !== undefined && <span className="text-sm text-soft">{choice.help}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
