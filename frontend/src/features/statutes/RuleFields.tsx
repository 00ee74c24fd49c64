import type { Rule } from '@phyle/sdk/rule'
import { formatUnits } from 'viem'
import { numberTyped } from '../../chain/typedMoney.ts'
import { AmountField, PercentField } from '../../ui/AmountField.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { number } from '../../words/format.ts'
import { propose } from '../../words/propose/words.ts'
import {
  DAY_PLACES,
  type RULE_COUNTS,
  type RULE_DAYS,
  type RULE_PERCENTS,
  type RuleField,
  readRuleField,
  ruleTexts,
  type TypedRule,
} from './typedRule.ts'

const text = propose.rule

interface RuleFieldsProps {
  /** The rule that is changed. */
  old: Rule
  typed: TypedRule
  onTyped: (typed: TypedRule) => void
  /** Whether there are groups whose weight can be capped. */
  capped: boolean
  /** Whether it counts votes as another rule does, and only there can be changed how. */
  shared: boolean
  /** What is wrong with a number that was read. */
  error?: (field: RuleField) => string | undefined
  /** What a field is called where it has to be found on the page. */
  place?: (field: RuleField) => string
}

/** Everything that can be changed of a rule without changing how votes are counted. */
export function RuleFields({ old, typed, onTyped, capped, shared, error, place }: RuleFieldsProps) {
  const texts = ruleTexts(old, typed)
  const common = (field: RuleField) => ({
    value: texts[field],
    onChange: (written: string) => onTyped({ ...typed, [field]: written }),
    reading: readRuleField[field](texts[field]),
    error: error?.(field),
  })
  const percentField = (field: (typeof RULE_PERCENTS)[number], label: string) => (
    <div data-place={place?.(field)}>
      <PercentField label={label} {...common(field)} />
    </div>
  )
  const daysField = (field: (typeof RULE_DAYS)[number], label: string) => (
    <div data-place={place?.(field)}>
      <AmountField
        label={label}
        unit={text.days}
        places={DAY_PLACES}
        show={(amount) => text.inDays({ days: Number(formatUnits(amount, DAY_PLACES)) })}
        write={(amount) => numberTyped(amount, DAY_PLACES)}
        example={7n * 10n ** BigInt(DAY_PLACES)}
        {...common(field)}
      />
    </div>
  )
  const countField = (
    field: (typeof RULE_COUNTS)[number],
    label: string,
    rest?: { optional: true; help: string },
  ) => (
    <div data-place={place?.(field)}>
      <AmountField
        label={label}
        places={0}
        show={number}
        write={(amount) => numberTyped(amount)}
        example={3n}
        {...common(field)}
        {...rest}
      />
    </div>
  )
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {percentField('threshold', text.threshold)}
      <Field label={text.inclusive}>
        <select
          className={inputClass}
          value={(typed.inclusive ?? old.inclusive) ? 'yes' : 'no'}
          onChange={(event) => onTyped({ ...typed, inclusive: event.target.value === 'yes' })}
        >
          <option value="yes">{text.enough}</option>
          <option value="no">{text.notEnough}</option>
        </select>
      </Field>
      {!shared && percentField('quorumBps', text.quorum)}
      {!shared && countField('quorumMin', text.least)}
      {!shared && capped && percentField('nonUserCapBps', text.cap)}
      {countField('maxObjections', text.objections, {
        optional: true,
        help: text.objectionsHelp,
      })}
      {daysField('noticePeriod', text.notice)}
      {daysField('votingPeriod', text.voting)}
      {daysField('objectionPeriod', text.late)}
      {daysField('timelock', text.timelock)}
      {daysField('gracePeriod', text.grace)}
      {shared && <p className="m-0 text-sm text-soft sm:col-span-2">{text.shared}</p>}
    </div>
  )
}
