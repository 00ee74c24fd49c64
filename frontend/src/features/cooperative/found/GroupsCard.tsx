import { readPercent } from '../../../chain/typedMoney.ts'
import { PercentField } from '../../../ui/AmountField.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field, inputClass } from '../../../ui/Field.tsx'
import { percent } from '../../../words/format.ts'
import { founding } from '../../../words/founding/words.ts'
import { isByShare } from '../presets.ts'
import type { CardProps } from './card.ts'

const words = founding.found.groups

/** The groups of the model, as the founders call them, and what each weighs. */
export function GroupsCard({ draft, model, charter, set, problem }: CardProps) {
  const sum = charter.classes.reduce((total, { share }) => total + share, 0)
  const wrong = problem('classes')
  const put = (at: number, some: Partial<(typeof draft.groups)[number]>) =>
    set({ groups: draft.groups.map((one, place) => (place === at ? { ...one, ...some } : one)) })
  return (
    <Card title={words.title}>
      <p className="m-0 text-soft">
        {words.lead} {!isByShare(charter) && words.heads}
      </p>
      {draft.groups.map(({ name, share }, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is known by its place
          key={at}
          className="grid gap-x-4 gap-y-2 sm:grid-cols-[1fr_12rem]"
        >
          <div data-place={`classes[${at}].name`}>
            <Field label={words.name({ place: at + 1 })} error={problem(`classes[${at}].name`)}>
              <input
                className={inputClass}
                value={name}
                onChange={(event) => put(at, { name: event.target.value })}
              />
            </Field>
          </div>
          <div data-place={`classes[${at}].share`}>
            <PercentField
              label={words.share({ place: at + 1 })}
              value={share}
              onChange={(typed) => put(at, { share: typed })}
              reading={readPercent(share)}
              error={problem(`classes[${at}].share`)}
            />
          </div>
          {model.classes[at]?.user === false && (
            <p className="m-0 text-sm text-soft">{words.users}</p>
          )}
        </div>
      ))}
      <p
        data-place="classes"
        tabIndex={-1}
        className={sum === 10_000 ? 'm-0' : 'm-0 font-semibold text-brick'}
        role="status"
      >
        {wrong ?? words.sum({ sum: percent(sum, 2) })}
      </p>
    </Card>
  )
}
