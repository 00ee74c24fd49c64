import type { Kind } from '@phyle/sdk/chapters/statutes/enums'
import { defaultQuorumBps } from '@phyle/sdk/charter'
import { numberTyped } from '../../../chain/typedMoney.ts'
import { AmountField } from '../../../ui/AmountField.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { number, percent } from '../../../words/format.ts'
import { cautionsOf } from '../../../words/founding/problems.ts'
import { founding } from '../../../words/founding/words.ts'
import { kinds } from '../../../words/kinds/words.ts'
import { rules } from '../../../words/rules/say.ts'
import { RuleFields, RuleList } from '../../statutes/index.ts'
import { AboveList } from './AboveList.tsx'
import type { CardProps } from './card.ts'
import { expectedOf, modelRules, readExpected, votersAt } from './draft.ts'

const words = founding.found.rules

/** How each kind of decision is taken, and where that leaves the model. */
export function RulesCard(props: CardProps) {
  const { draft, charter, set, problem } = props
  const expected = expectedOf(draft)
  return (
    <Card title={words.title}>
      <p className="m-0 text-soft">{words.lead}</p>
      <div data-place="expected" className="max-w-80">
        <AmountField
          label={words.expected}
          help={words.expectedHelp}
          places={0}
          show={number}
          write={(amount) => numberTyped(amount)}
          example={40n}
          value={draft.expected}
          onChange={(typed) => set({ expected: typed })}
          reading={readExpected(draft.expected)}
          error={problem('expected')}
        />
      </div>
      <p className="m-0" role="status">
        {words.quorum({
          members: expected,
          share: percent(defaultQuorumBps(expected), 2),
          voters: votersAt(expected),
        })}
      </p>
      <RuleList of={charter.rules}>{(kind) => <OneRule {...props} kind={kind} />}</RuleList>
      <AboveList charter={charter} />
    </Card>
  )
}

function OneRule({ draft, model, charter, set, problem, kind }: CardProps & { kind: Kind }) {
  const old = modelRules(model, draft)[kind]
  const rule = charter.rules[kind]
  if (!old || !rule) return null
  const changes = rules.changes(old, rule)
  const typed = draft.rules[kind] ?? {}
  const place = (field: string) => `rules.${kind.toLowerCase()}.${field}`
  return (
    <>
      {changes.length > 0 && (
        <Notice>
          <p className="m-0 font-semibold">{words.leaves}</p>
          <ul className="m-0 list-disc pl-5">
            {changes.map(({ name, from, to }) => (
              <li key={name}>{words.changed({ name, from, to })}</li>
            ))}
          </ul>
          {cautionsOf(kind, rule, old).map((caution) => (
            <p key={caution} className="m-0 mt-1.5 font-semibold">
              {caution}
            </p>
          ))}
          <Button look="link" onClick={() => set({ rules: { ...draft.rules, [kind]: {} } })}>
            {words.back}
          </Button>
        </Notice>
      )}
      <Disclosure summary={words.change({ decision: kinds[kind].decision })}>
        <fieldset className="m-0 min-w-0 border-0 p-0">
          <legend className="sr-only">{words.change({ decision: kinds[kind].decision })}</legend>
          <RuleFields
            old={old}
            typed={typed}
            onTyped={(next) => set({ rules: { ...draft.rules, [kind]: next } })}
            capped={charter.classes.some(({ user }) => !user)}
            shared={kind === 'CONSENT'}
            error={(field) => problem(place(field))}
            place={place}
          />
        </fieldset>
      </Disclosure>
    </>
  )
}
