import { KINDS, type Kind } from '@phyle/sdk/language'
import { type Rule, ruleToChain } from '@phyle/sdk/rule'
import { fittingTitle } from '@phyle/sdk/title'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useConfig } from 'wagmi'
import { refusalOf } from '../../../chain/refusal.ts'
import { encodeStatutesSetRule, readStatutesCheckRule } from '../../../generated/contracts.ts'
import { Choices } from '../../../ui/Choices.tsx'
import { Field, inputClass } from '../../../ui/Field.tsx'
import { Refusal } from '../../../ui/Notice.tsx'
import { useKept } from '../../../ui/useKept.ts'
import { propose as words } from '../../../words/en/propose.ts'
import { kinds, rules } from '../../../words/en/rules.ts'
import type { FormProps } from './draft.ts'
import { useDraft } from './useDraft.ts'

const text = words.rule
const DAY = 86_400

export function RuleForm({ coop, onDraft, keep }: FormProps) {
  const offered = KINDS.filter((kind) => coop.rules[kind] !== null)
  const [kind, setKind] = useKept<Kind>(`${keep}.kind`, 'ORDINARY')
  const [changes, setChanges] = useKept<Partial<Rule>>(`${keep}.changes`, {})
  const old = coop.rules[kind]
  const rule: Rule | null = old && { ...old, ...changes }
  const differences = old && rule ? rules.changes(old, rule) : []
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
  if (!rule || !old) return null
  const set = (some: Partial<Rule>) => setChanges({ ...changes, ...some })
  const count = (typed: string, most: number) => {
    const value = Number(typed.replace(',', '.'))
    return Number.isFinite(value) ? Math.min(most, Math.max(0, value)) : 0
  }

  const numberField = (
    label: string,
    value: number,
    unit: ReactNode,
    put: (typed: string) => void,
  ) => (
    <Field label={label} unit={unit}>
      <input
        className={inputClass}
        type="number"
        min={0}
        step="any"
        value={value}
        onChange={(event) => put(event.target.value)}
      />
    </Field>
  )

  return (
    <>
      <Choices
        pairs
        legend={text.which}
        value={kind}
        onChange={(value) => {
          setKind(value)
          setChanges({})
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
        {numberField(text.threshold, rule.threshold / 100, '%', (typed) =>
          set({ threshold: Math.round(count(typed, 100) * 100) }),
        )}
        <Field label={text.inclusive}>
          <select
            className={inputClass}
            value={rule.inclusive ? 'yes' : 'no'}
            onChange={(event) => set({ inclusive: event.target.value === 'yes' })}
          >
            <option value="yes">{text.enough}</option>
            <option value="no">{text.notEnough}</option>
          </select>
        </Field>
        {numberField(text.quorum, rule.quorumBps / 100, '%', (typed) =>
          set({ quorumBps: Math.round(count(typed, 100) * 100) }),
        )}
        {numberField(text.least, rule.quorumMin, undefined, (typed) =>
          set({ quorumMin: Math.round(count(typed, 65_535)) }),
        )}
        {numberField(text.notice, rule.noticePeriod / DAY, text.days, (typed) =>
          set({ noticePeriod: Math.round(count(typed, 365) * DAY) }),
        )}
        {numberField(text.voting, rule.votingPeriod / DAY, text.days, (typed) =>
          set({ votingPeriod: Math.round(count(typed, 365) * DAY) }),
        )}
        {numberField(text.timelock, rule.timelock / DAY, text.days, (typed) =>
          set({ timelock: Math.round(count(typed, 365) * DAY) }),
        )}
        <Field label={text.objections} optional help={text.objectionsHelp}>
          <input
            className={inputClass}
            inputMode="numeric"
            value={rule.maxObjections ?? ''}
            onChange={(event) =>
              set({
                maxObjections:
                  event.target.value.trim() === ''
                    ? null
                    : Math.round(count(event.target.value, 65_534)),
              })
            }
          />
        </Field>
      </div>
      {!changed && <p className="m-0 text-sm text-soft">{text.same}</p>}
      {refused && <Refusal refusal={refusalOf(check.error)} />}
    </>
  )
}
