import { ADMISSIONS, LOCKS } from '@phyle/sdk/chapters/statutes/enums'
import { useHouse } from '../../../chain/settings.tsx'
import { numberTyped } from '../../../chain/typedMoney.ts'
import { AmountField } from '../../../ui/AmountField.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choices } from '../../../ui/Choices.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { WhoField } from '../../../ui/WhoField.tsx'
import { number } from '../../../words/format.ts'
import { founding } from '../../../words/founding/words.ts'
import type { CardProps } from './card.ts'
import { readSponsors } from './draft.ts'

const words = founding.found.joining

/** How people are admitted, and how far the assets are locked. */
export function JoiningCard({ draft, model, set, problem }: CardProps) {
  const house = useHouse()
  const wrong = problem('body')
  return (
    <Card title={words.title}>
      <Choices
        pairs
        legend={words.admission}
        value={draft.policy}
        onChange={(policy) =>
          set({
            policy,
            sponsors:
              policy === 'BY_SPONSORS' && draft.sponsors === '' ? numberTyped(2n) : draft.sponsors,
          })
        }
        choices={ADMISSIONS.map((value) => ({
          value,
          label: words.policies[value].name,
          help: words.policies[value].help,
        }))}
      />
      {draft.policy === 'BY_SPONSORS' && (
        <div data-place="admission.sponsors" className="max-w-60">
          <AmountField
            label={words.sponsors}
            places={0}
            show={number}
            write={(amount) => numberTyped(amount)}
            example={2n}
            value={draft.sponsors}
            onChange={(sponsors) => set({ sponsors })}
            reading={readSponsors(draft.sponsors)}
            error={problem('admission.sponsors')}
          />
        </div>
      )}
      <Choices
        legend={words.lock}
        value={draft.lock}
        onChange={(lock) => set({ lock })}
        choices={LOCKS.map((value) => ({
          value,
          label: words.locks[value].name,
          help: words.locks[value].help,
        }))}
      />
      {LOCKS.indexOf(draft.lock) < LOCKS.indexOf(model.lock) && <Notice>{words.lower}</Notice>}
      {draft.lock !== 'NONE' && (
        <div data-place="body" className="flex flex-col gap-2">
          <WhoField
            label={words.body}
            among={house ? [house.root] : []}
            value={draft.body ?? ''}
            onChange={(body) => set({ body })}
          />
          <p className="m-0 text-sm text-soft">{words.bodyHelp}</p>
          {wrong !== undefined && <p className="m-0 text-sm font-semibold text-brick">{wrong}</p>}
        </div>
      )}
    </Card>
  )
}
