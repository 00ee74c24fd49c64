import { KINDS, type Kind } from '@phyle/sdk/chapters/statutes/enums'
import { ruleToChain } from '@phyle/sdk/rule'
import { fittingTitle } from '@phyle/sdk/title'
import { useQuery } from '@tanstack/react-query'
import { useConfig } from 'wagmi'
import { refusalOf } from '../../chain/refusal.ts'
import { encodeStatutesSetRule, readStatutesCheckRule } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Refusal } from '../../ui/Notice.tsx'
import { useKept } from '../../ui/useKept.ts'
import { kinds } from '../../words/kinds/words.ts'
import { propose as words } from '../../words/propose/words.ts'
import { rules, ruleTitles } from '../../words/rules/say.ts'
import { write } from '../../words/written.ts'
import { RuleFields } from './RuleFields.tsx'
import { readRule, type TypedRule } from './typedRule.ts'

const text = words.rule

/** @rule G3, STA-1 Make a proposal: change a rule */
export function RuleForm({ coop, onDraft, keep }: FormProps) {
  const offered = KINDS.filter((kind) => coop.rules[kind] !== null)
  const [kind, setKind] = useKept<Kind>(`${keep}.kind`, 'ORDINARY')
  const [typed, setTyped] = useKept<TypedRule>(`${keep}.typed`, {})
  const old = coop.rules[kind]
  const rule = old && readRule(old, typed)
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
    old && rule && changed && onChain && !refused
      ? {
          title: write(coop, () =>
            fittingTitle(...ruleTitles(kind, rules.fixedChanges(old, rule))),
          ),
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
      <RuleFields
        old={old}
        typed={typed}
        onTyped={setTyped}
        capped={coop.classes.some(({ user }) => !user)}
      />
      {rule !== null && !changed && <p className="m-0 text-sm text-soft">{text.same}</p>}
      {refused && <Refusal refusal={refusalOf(check.error)} />}
    </>
  )
}
