import type { AmountFault, Reading } from '@phyle/sdk/amount'
import { type ReactNode, useRef } from 'react'
import { useSettings } from '../chain/settings.tsx'
import { moneyTyped, numberTyped } from '../chain/typedMoney.ts'
import { amounts as words } from '../words/amounts/words.ts'
import { sayWith } from '../words/choose.ts'
import { fullMoney, percent, placesOf, unitOf } from '../words/format.ts'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'
import { Field, inputClass } from './Field.tsx'

interface TypedProps {
  label: ReactNode
  value: string
  onChange: (typed: string) => void
  /** What `value` was read as. */
  reading: Reading
  help?: ReactNode
  /** What is wrong with the amount that was read. */
  error?: ReactNode
  /** Other words for what is wrong with what was typed. */
  faults?: Partial<Record<AmountFault, string>>
  optional?: boolean
  large?: boolean
}

interface AmountFieldProps extends TypedProps {
  unit?: ReactNode
  /** Decimal places that may be typed. */
  places: number
  /** An amount in words. */
  show: (amount: bigint) => string
  /** An amount as it stands in the field, with one meaning. */
  write: (amount: bigint) => string
  /** An amount that can be typed here. */
  example: bigint
}

/**
 * An input for an amount. It says back what was read, and where what was typed has two meanings it
 * asks which one is meant: until then there is no amount.
 */
export function AmountField({
  label,
  value,
  onChange,
  reading,
  help,
  error,
  faults,
  optional = false,
  large = false,
  unit,
  places,
  show,
  write,
  example,
}: AmountFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const meanings =
    reading.kind === 'ambiguous'
      ? [reading.grouped, reading.decimal].filter((one) => one !== null)
      : []
  const [one, other] = meanings.map(show)
  const problem = () => {
    if (reading.kind === 'refused') {
      return (
        faults?.[reading.fault] ??
        sayWith(words.faults[reading.fault], { example: write(example), places })
      )
    }
    if (one === undefined) return error
    return other === undefined ? words.askOne({ one, places }) : words.ask({ one, other })
  }
  return (
    <div className="flex flex-col gap-1.5">
      <Field label={label} unit={unit} help={help} error={problem()} optional={optional}>
        <input
          ref={input}
          className={cx(inputClass, 'num', large && 'text-[1.25rem] font-semibold')}
          inputMode={places === 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      {meanings.length > 0 && (
        <fieldset className="m-0 flex flex-wrap gap-2 border-0 p-0">
          <legend className="sr-only">{words.answers}</legend>
          {meanings.map((amount) => (
            <Button
              key={`${amount}`}
              onClick={() => {
                onChange(write(amount))
                input.current?.focus()
              }}
            >
              {show(amount)}
            </Button>
          ))}
        </fieldset>
      )}
      <p className="m-0 text-sm text-soft empty:hidden" aria-live="polite">
        {reading.kind === 'exact' && words.read({ amount: show(reading.amount) })}
      </p>
    </div>
  )
}

/** An input for an amount of the federation's cash, see `readMoney`. */
export function MoneyField(props: TypedProps) {
  const { currency } = useSettings()
  return (
    <AmountField
      {...props}
      unit={unitOf(currency)}
      places={placesOf(currency)}
      show={(amount) => fullMoney(amount, currency)}
      write={(amount) => moneyTyped(amount, currency)}
      example={(12_345n * 10n ** BigInt(currency.decimals)) / 10n}
    />
  )
}

/** An input for whole units of the federation's cash, see `readUnits`. */
export function UnitsField(props: TypedProps) {
  const { currency } = useSettings()
  const face = 10n ** BigInt(currency.decimals)
  return (
    <AmountField
      {...props}
      unit={unitOf(currency)}
      places={0}
      show={(units) => fullMoney(units * face, currency)}
      write={(units) => numberTyped(units)}
      example={1_200n}
    />
  )
}

/** An input for a part of the whole, see `readPercent`. */
export function PercentField(props: TypedProps) {
  return (
    <AmountField
      {...props}
      unit="%"
      places={2}
      show={(bps) => percent(Number(bps), 2)}
      write={(bps) => numberTyped(bps, 2)}
      example={1_250n}
    />
  )
}
