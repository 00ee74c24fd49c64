import { PAID_ON } from '@phyle/sdk/chapters/cooperative/enums'
import type { Address } from 'viem'
import { useSettings } from '../../chain/settings.tsx'
import { readMoney } from '../../chain/typedMoney.ts'
import { MoneyField } from '../../ui/AmountField.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { PayeeField } from '../../ui/PayeeField.tsx'
import { budget } from '../../words/budget/words.ts'
import type { Row, RowFault } from './draft.ts'

const words = budget.form

interface RowProps {
  coop: Address
  row: Row
  /** Counted from 1. */
  place: number
  fault: RowFault | undefined
  onChange: (some: Partial<Row>) => void
  /** Undefined where it is the only one. */
  onRemove: (() => void) | undefined
}

/** One line of a budget that is written. What is not filled in yet is no fault. */
export function RowFields({ coop, row, place, fault, onChange, onRemove }: RowProps) {
  const { currency } = useSettings()
  const { payees } = row
  const wrong = (...faults: readonly RowFault[]) =>
    fault !== undefined && faults.includes(fault) ? words.faults[fault] : undefined
  const putPayee = (at: number, payee: string) =>
    onChange({ payees: payees.map((one, place) => (place === at ? payee : one)) })
  return (
    <fieldset className="m-0 grid min-w-0 gap-3 border-0 border-t border-line p-0 pt-4 sm:grid-cols-2">
      <legend className="sr-only">{words.legend({ place: `${place}` })}</legend>
      <Field
        label={words.lineName}
        help={words.lineNameHelp}
        error={row.name === '' ? undefined : wrong('name')}
      >
        <input
          className={inputClass}
          value={row.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      <Field label={words.ground} error={wrong('ground', 'payees')}>
        <select
          className={inputClass}
          value={row.ground}
          onChange={(event) =>
            onChange({ ground: PAID_ON.find((one) => one === event.target.value) ?? 'WAGE' })
          }
        >
          {PAID_ON.map((one) => (
            <option key={one} value={one}>
              {budget.grounds[one]}
            </option>
          ))}
        </select>
      </Field>
      <MoneyField
        label={words.ceiling}
        value={row.ceiling}
        onChange={(ceiling) => onChange({ ceiling })}
        reading={readMoney(row.ceiling, currency)}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={words.from} error={wrong('day', 'ahead')}>
          <input
            type="date"
            className={inputClass}
            value={row.from}
            onChange={(event) => onChange({ from: event.target.value })}
          />
        </Field>
        <Field label={words.to} error={wrong('backwards', 'long')}>
          <input
            type="date"
            className={inputClass}
            value={row.to}
            onChange={(event) => onChange({ to: event.target.value })}
          />
        </Field>
      </div>
      <div className="flex flex-col gap-3 sm:col-span-2">
        {payees.length === 0 && <p className="m-0 text-soft">{words.anybody}</p>}
        {payees.map((payee, at) => (
          <PayeeField
            // biome-ignore lint/suspicious/noArrayIndexKey: payees keep their order
            key={at}
            coop={coop}
            label={words.payee({ place: `${at + 1}` })}
            value={payee}
            onChange={(address) => putPayee(at, address)}
          />
        ))}
        <div className="flex flex-wrap gap-3">
          <Button onClick={() => onChange({ payees: [...payees, ''] })}>{words.namePayee}</Button>
          {payees.length > 0 && (
            <Button onClick={() => onChange({ payees: payees.slice(0, -1) })}>
              {words.dropPayee}
            </Button>
          )}
          {onRemove && (
            <Button aria-label={words.remove({ place: `${place}` })} onClick={onRemove}>
              {words.removeShort}
            </Button>
          )}
        </div>
      </div>
    </fieldset>
  )
}
