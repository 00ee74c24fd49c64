import { KINDS, type Kind } from '@phyle/sdk/language'
import { ruleToChain } from '@phyle/sdk/rule'
import { fittingTitle } from '@phyle/sdk/title'
import { useQuery } from '@tanstack/react-query'
import { formatUnits } from 'viem'
import { useConfig } from 'wagmi'
import { refusalOf } from '../../../chain/refusal.ts'
import { numberTyped } from '../../../chain/typedMoney.ts'
import { encodeStatutesSetRule, readStatutesCheckRule } from '../../../generated/contracts.ts'
import { AmountField, PercentField } from '../../../ui/AmountField.tsx'
import { Choices } from '../../../ui/Choices.tsx'
import { Field, inputClass } from '../../../ui/Field.tsx'
import { Refusal } from '../../../ui/Notice.tsx'
import { useKept } from '../../../ui/useKept.ts'
import { propose as words } from '../../../words/en/propose.ts'
import { kinds, rules } from '../../../words/en/rules.ts'
import { number } from '../../../words/format.ts'
import type { FormProps } from './draft.ts'
import {
  DAY_PLACES,
  type RULE_COUNTS,
  type RULE_DAYS,
  type RULE_PERCENTS,
  type RuleField,
  readRule,
  readRuleField,
  ruleTexts,
  type TypedRule,
} from './typedRule.ts'
import { useDraft } from './useDraft.ts'

const text = words.rule

export function RuleForm({ coop, onDraft, keep }: FormProps) {
  const offered = KINDS.filter((kind) => coop.rules[kind] !== null)
  const [kind, setKind] = useKept<Kind>(`${keep}.kind`, 'ORDINARY')
  const [typed, setTyped] = useKept<TypedRule>(`${keep}.typed`, {})
  const old = coop.rules[kind]
  const rule = old && readRule(old, typed)
  const differences = old && rule ? rules.fixedChanges(old, rule) : []
  const changed = rule !== null && JSON.stringify(rule) !== JSON.stringify(old)
  const onChain =
    rule &&
    ruleToChain(
      rule,
      coop.classes.map(({ name }) => name),
    )
  const config = useConfig()
  const check = useQuery({
    queryKey: ['checkRule', coop.statutes, kind, rule],
    enabled: changed,
    retry: false,
    queryFn: async () => {
      if (!onChain) return false
      await readStatutesCheckRule(config, {
        address: coop.statutes,
        args: [KINDS.indexOf(kind), onChain],
      })
      return true
    },
  })
  const refused = changed && check.isError

  useDraft(
    changed && onChain && !refused
      ? {
          title: fittingTitle(...text.titles(kinds[kind].name, differences)),
          actions: [
            {
              target: coop.statutes,
              value: 0n,
              data: encodeStatutesSetRule([KINDS.indexOf(kind), onChain]),
            },
          ],
          documents: [],
        }
      : null,
    onDraft,
  )
  if (!old) return null
  const texts = ruleTexts(old, typed)
  const put = (field: RuleField) => (text: string) => setTyped({ ...typed, [field]: text })
  const common = (field: RuleField) => ({
    value: texts[field],
    onChange: put(field),
    reading: readRuleField[field](texts[field]),
  })
  const percentField = (field: (typeof RULE_PERCENTS)[number], label: string) => (
    <PercentField label={label} {...common(field)} />
  )
  const daysField = (field: (typeof RULE_DAYS)[number], label: string) => (
    <AmountField
      label={label}
      unit={text.days}
      places={DAY_PLACES}
      show={(amount) => text.inDays(number(formatUnits(amount, DAY_PLACES) as `${number}`))}
      write={(amount) => numberTyped(amount, DAY_PLACES)}
      example={7n * 10n ** BigInt(DAY_PLACES)}
      {...common(field)}
    />
  )
  const countField = (
    field: (typeof RULE_COUNTS)[number],
    label: string,
    rest?: { optional: true; help: string },
  ) => (
    <AmountField
      label={label}
      places={0}
      show={number}
      write={(amount) => numberTyped(amount)}
      example={3n}
      {...common(field)}
      {...rest}
    />
  )

  return (
    <>
      <Choices
        pairs
        legend={text.which}
        value={kind}
        onChange={(value) => {
          setKind(value)
          setTyped({})
        }}
        choices={offered.map((value) => ({
          value,
          label: kinds[value].name,
          help: kinds[value].what,
        }))}
      />
      <p className="m-0 text-soft">
        <b>{text.now}:</b> {rules.needs(old)} {rules.quorum(old)} {rules.periods(old)}
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        {percentField('threshold', text.threshold)}
        <Field label={text.inclusive}>
          <select
            className={inputClass}
            value={(typed.inclusive ?? old.inclusive) ? 'yes' : 'no'}
            onChange={(event) => setTyped({ ...typed, inclusive: event.target.value === 'yes' })}
          >
            <option value="yes">{text.enough}</option>
            <option value="no">{text.notEnough}</option>
          </select>
        </Field>
        {percentField('quorumBps', text.quorum)}
        {countField('quorumMin', text.least)}
        {daysField('noticePeriod', text.notice)}
        {daysField('votingPeriod', text.voting)}
        {daysField('timelock', text.timelock)}
        {countField('maxObjections', text.objections, {
          optional: true,
          help: text.objectionsHelp,
        })}
      </div>
      {rule !== null && !changed && <p className="m-0 text-sm text-soft">{text.same}</p>}
      {refused && <Refusal refusal={refusalOf(check.error)} />}
    </>
  )
}
