import { KINDS, type Kind } from '@phyle/sdk/chapters/statutes/enums'
import { consentBeside } from '@phyle/sdk/consent'
import { type Rule, ruleToChain } from '@phyle/sdk/rule'
import { fittingTitle } from '@phyle/sdk/title'
import { useQuery } from '@tanstack/react-query'
import { useConfig } from 'wagmi'
import { refusalOf } from '../../chain/refusal.ts'
import { encodeStatutesSetRules, readStatutesCheckRules } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Refusal } from '../../ui/Notice.tsx'
import { useKept } from '../../ui/useKept.ts'
import { capital } from '../../words/capital.ts'
import { kinds } from '../../words/kinds/words.ts'
import { propose as words } from '../../words/propose/words.ts'
import { rules, ruleTitles } from '../../words/rules/say.ts'
import { write } from '../../words/written.ts'
import { RuleFields } from './RuleFields.tsx'
import { readRule, type TypedRule } from './typedRule.ts'

const text = words.rule

/** The rule as the statutes take it, and consent with it where the everyday rule changes. */
function together(
  { classes, rules: { CONSENT: consent } }: FormProps['coop'],
  kind: Kind,
  rule: Rule,
) {
  const names = classes.map(({ name }) => name)
  const one = (of: Kind, what: Rule) => ({
    kind: KINDS.indexOf(of),
    rule: ruleToChain(what, names),
  })
  if (kind !== 'ORDINARY' || !consent) return [one(kind, rule)]
  const beside = consentBeside(rule, consent)
  const same = JSON.stringify(beside) === JSON.stringify(consent)
  return same ? [one(kind, rule)] : [one(kind, rule), one('CONSENT', beside)]
}

/** @rule G3, STA-1 Make a proposal: change a rule */
export function RuleForm({ coop, onDraft, keep }: FormProps) {
  const offered = KINDS.filter((kind) => coop.rules[kind] !== null)
  const [kind, setKind] = useKept<Kind>(`${keep}.kind`, 'ORDINARY')
  const [typed, setTyped] = useKept<TypedRule>(`${keep}.typed`, {})
  const old = coop.rules[kind]
  const rule = old && readRule(old, typed)
  const changed = rule !== null && JSON.stringify(rule) !== JSON.stringify(old)
  const onChain = rule && together(coop, kind, rule)
  const config = useConfig()
  const check = useQuery({
    queryKey: ['checkRules', coop.statutes, kind, rule],
    enabled: changed,
    retry: false,
    queryFn: async () => {
      if (!onChain) return false
      await readStatutesCheckRules(config, { address: coop.statutes, args: [onChain] })
      return true
    },
  })
  const refused = changed && check.isError

  useDraft(
    old && rule && changed && onChain && !refused
      ? {
          title: write(coop, () =>
            fittingTitle(...ruleTitles(kind, rules.fixedChanges(old, rule))),
          ),
          actions: [
            {
              target: coop.statutes,
              value: 0n,
              data: encodeStatutesSetRules([onChain]),
            },
          ],
          documents: [],
        }
      : null,
    onDraft,
  )
  if (!old) return null
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
          label: capital(kinds[value].name),
          help: kinds[value].what,
        }))}
      />
      <p className="m-0 text-soft">
        <b>{text.now}:</b> {rules.needs(old)} {rules.quorum(old)} {rules.periods(old)}
      </p>
      <RuleFields
        old={old}
        typed={typed}
        onTyped={setTyped}
        capped={coop.classes.some(({ user }) => !user)}
        shared={kind === 'CONSENT'}
      />
      {rule !== null && !changed && <p className="m-0 text-sm text-soft">{text.same}</p>}
      {refused && <Refusal refusal={refusalOf(check.error)} />}
    </>
  )
}
