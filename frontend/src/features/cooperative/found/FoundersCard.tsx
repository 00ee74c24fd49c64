import { useEnv } from '../../../chain/settings.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field, inputClass } from '../../../ui/Field.tsx'
import { WhoField } from '../../../ui/WhoField.tsx'
import { founding } from '../../../words/founding/words.ts'
import type { CardProps } from './card.ts'
import type { FounderRow } from './draft.ts'

const words = founding.found.founders

/** Who founds, and in which group. */
export function FoundersCard({ draft, charter, set, problem }: CardProps) {
  const { people } = useEnv()
  const rows = draft.founders
  const put = (key: number, some: Partial<FounderRow>) =>
    set({ founders: rows.map((row) => (row.key === key ? { ...row, ...some } : row)) })
  return (
    <Card title={words.title}>
      <p className="m-0 text-soft">{words.lead}</p>
      {rows.map((row, at) => {
        const wrong = problem(`founders[${at}]`)
        return (
          <fieldset
            key={row.key}
            data-place={`founders[${at}]`}
            className="m-0 grid min-w-0 gap-3 border-0 p-0 sm:grid-cols-[1fr_12rem_auto] sm:items-end"
          >
            <legend className="sr-only">{words.person({ place: at + 1 })}</legend>
            <div className="flex flex-col gap-3">
              <WhoField
                label={words.person({ place: at + 1 })}
                among={people.map((person) => person.address)}
                value={row.wallet ?? ''}
                onChange={(wallet) => put(row.key, { wallet })}
              />
            </div>
            <Field label={words.group({ place: at + 1 })}>
              <select
                className={inputClass}
                value={row.class}
                onChange={(event) => put(row.key, { class: Number(event.target.value) })}
              >
                {charter.classes.map((one, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a group is known by its place
                  <option key={place} value={place}>
                    {one.name}
                  </option>
                ))}
              </select>
            </Field>
            {rows.length > 1 && (
              <Button
                className="justify-self-start"
                aria-label={words.remove({ place: at + 1 })}
                onClick={() => set({ founders: rows.filter(({ key }) => key !== row.key) })}
              >
                {words.removeShort}
              </Button>
            )}
            {wrong !== undefined && (
              <p className="m-0 text-sm font-semibold text-brick sm:col-span-3">{wrong}</p>
            )}
          </fieldset>
        )
      })}
      <Button
        className="self-start"
        onClick={() => {
          const key = Math.max(-1, ...rows.map((row) => row.key)) + 1
          set({ founders: [...rows, { key, wallet: '', class: 0 }] })
        }}
      >
        {words.add}
      </Button>
    </Card>
  )
}
