import { numberTyped } from '../../chain/typedMoney.ts'
import { AmountField, MoneyField, PercentField, UnitsField } from '../../ui/AmountField.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { number, percent } from '../../words/format.ts'
import { offering as words } from '../../words/offering/words.ts'
import {
  MOST_SIZES,
  type ReadTerms,
  type TermsAmount,
  type TermsFaultName,
  type TypedSize,
  type TypedTerms,
} from './termsTyped.ts'

interface FieldsProps {
  typed: TypedTerms
  onChange: (typed: TypedTerms) => void
  read: ReadTerms
}

/** Everything of an offer of terms that is typed. */
export function TermsFields({ typed, onChange, read }: FieldsProps) {
  const put = (field: keyof TypedTerms) => (value: string) => onChange({ ...typed, [field]: value })
  const wrong = (field: TermsFaultName) => (read.faults[field] ? words.faults[field] : undefined)
  const fieldOf = (field: TermsAmount) => ({
    label: words[field],
    value: typed[field],
    onChange: put(field),
    reading: read.readings[field],
  })
  const steward = read.terms && percent(read.terms.stewardBps, 2)
  return (
    <>
      <MoneyField {...fieldOf('price')} help={words.priceHelp} />
      <Sizes typed={typed} onChange={onChange} read={read} />
      <Group title={words.helping}>
        <CountField {...fieldOf('points')} />
        <CountField {...fieldOf('people')} error={wrong('people')} />
      </Group>
      <Group title={words.times}>
        <DaysField {...fieldOf('grace')} help={words.graceHelp} error={wrong('grace')} />
        <DaysField {...fieldOf('refund')} help={words.refundHelp} error={wrong('refund')} />
        <DaysField {...fieldOf('cure')} help={words.cureHelp} error={wrong('cure')} />
        <DaysField {...fieldOf('notice')} help={words.noticeHelp} error={wrong('notice')} />
      </Group>
      <Group title={words.split}>
        <PercentField {...fieldOf('parents')} help={words.parentsHelp} />
        <PercentField {...fieldOf('fund')} help={words.fundHelp} error={wrong('fund')} />
        {steward && <p className="m-0 sm:col-span-2">{words.steward({ share: steward })}</p>}
      </Group>
      <Field label={words.freeFrom} help={words.freeFromHelp} error={wrong('freeFrom')} optional>
        <input
          type="date"
          className={inputClass}
          value={typed.freeFrom}
          onChange={(event) => put('freeFrom')(event.target.value)}
        />
      </Field>
    </>
  )
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset className="m-0 grid min-w-0 gap-3 border-0 border-t border-line p-0 pt-4 sm:grid-cols-2">
      <legend className="float-left mb-1 p-0 font-semibold sm:col-span-2">{title}</legend>
      {children}
    </fieldset>
  )
}

function Sizes({ typed, onChange, read }: FieldsProps) {
  const { sizes } = typed
  const put = (key: number, some: Partial<TypedSize>) =>
    onChange({ ...typed, sizes: sizes.map((one) => (one.key === key ? { ...one, ...some } : one)) })
  const key = Math.max(-1, ...sizes.map((one) => one.key)) + 1
  return (
    <Group title={words.sizes}>
      <UnitsField
        label={words.free}
        value={typed.free}
        onChange={(free) => onChange({ ...typed, free })}
        reading={read.readings.free}
      />
      {sizes.map((size, at) => {
        const place = `${at + 1}`
        const reading = read.sizes[at]
        return (
          reading && (
            <fieldset
              key={size.key}
              className="m-0 grid min-w-0 gap-3 border-0 p-0 sm:col-span-2 sm:grid-cols-2"
            >
              <legend className="sr-only">{words.size({ place })}</legend>
              <UnitsField
                label={words.upTo}
                value={size.upTo}
                onChange={(upTo) => put(size.key, { upTo })}
                reading={reading.upTo}
              />
              <PercentField
                label={words.pays}
                value={size.pays}
                onChange={(pays) => put(size.key, { pays })}
                reading={reading.pays}
              />
              <Button
                className="self-start justify-self-start"
                aria-label={words.remove({ place })}
                onClick={() =>
                  onChange({ ...typed, sizes: sizes.filter((one) => one.key !== size.key) })
                }
              >
                {words.removeShort}
              </Button>
            </fieldset>
          )
        )
      })}
      {read.faults.sizes && (
        <p className="m-0 font-semibold text-brick sm:col-span-2" role="alert">
          {words.faults.sizes}
        </p>
      )}
      <p className="m-0 sm:col-span-2">{words.rest}</p>
      {sizes.length < MOST_SIZES && (
        <Button
          className="justify-self-start"
          onClick={() => onChange({ ...typed, sizes: [...sizes, { key, upTo: '', pays: '' }] })}
        >
          {words.add}
        </Button>
      )}
    </Group>
  )
}

type TypedField = Pick<
  React.ComponentProps<typeof AmountField>,
  'label' | 'value' | 'onChange' | 'reading' | 'help' | 'error'
>

const DaysField = (props: TypedField) => (
  <AmountField
    {...props}
    places={0}
    show={(count) => words.days({ count: Number(count) })}
    write={numberTyped}
    example={30n}
  />
)

const CountField = (props: TypedField) => (
  <AmountField {...props} places={0} show={number} write={numberTyped} example={1_000n} />
)
