import { useMemo } from 'react'
import { formatUnits } from 'viem'
import { numberTyped } from '../../../chain/typedMoney.ts'
import { AmountField } from '../../../ui/AmountField.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field, inputClass } from '../../../ui/Field.tsx'
import { Search } from '../../../ui/Search.tsx'
import { knownEffects } from '../../../words/effects/known.ts'
import { number } from '../../../words/format.ts'
import { founding } from '../../../words/founding/words.ts'
import { useLanguage } from '../../../words/useLanguage.ts'
import type { CardProps } from './card.ts'
import { type EffectRow, FIGURE_PLACES, readFigure } from './draft.ts'

const words = founding.found.effects

/** What the co-op reports on: chosen from a list, or in its own words. */
export function EffectsCard({ draft, set, problem }: CardProps) {
  const rows = draft.effects
  const language = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is named changes with the language
  const among = useMemo(
    () =>
      knownEffects()
        .filter(({ name }) => !rows.some((row) => row.name === name))
        .map(({ name, unit }) => ({ value: name, label: name, help: unit, also: [unit] })),
    [rows, language],
  )
  const add = (row: Pick<EffectRow, 'name' | 'unit' | 'bound'>) => {
    const key = Math.max(-1, ...rows.map((one) => one.key)) + 1
    set({ effects: [...rows, { ...row, key, figure: '' }] })
  }
  const put = (key: number, some: Partial<EffectRow>) =>
    set({ effects: rows.map((row) => (row.key === key ? { ...row, ...some } : row)) })
  return (
    <Card title={words.title}>
      <p className="m-0 text-soft">{words.lead}</p>
      {rows.map((row, at) => {
        const place = (field: string) => `effects[${at}].${field}`
        return (
          <fieldset
            key={row.key}
            className="m-0 grid min-w-0 gap-3 border-0 border-t border-line p-0 pt-4 sm:grid-cols-2"
          >
            <legend className="sr-only">{words.legend({ place: at + 1 })}</legend>
            <div data-place={place('name')}>
              <Field label={words.name} error={problem(place('name'))}>
                <input
                  className={inputClass}
                  value={row.name}
                  onChange={(event) => put(row.key, { name: event.target.value })}
                />
              </Field>
            </div>
            <div data-place={place('unit')}>
              <Field label={words.unit} error={problem(place('unit'))}>
                <input
                  className={inputClass}
                  value={row.unit}
                  onChange={(event) => put(row.key, { unit: event.target.value })}
                />
              </Field>
            </div>
            <Field label={words.bound}>
              <select
                className={inputClass}
                value={row.bound}
                onChange={(event) =>
                  put(row.key, { bound: event.target.value === 'most' ? 'most' : 'least' })
                }
              >
                <option value="least">{words.bounds.least}</option>
                <option value="most">{words.bounds.most}</option>
              </select>
            </Field>
            <div data-place={place('limit')}>
              <AmountField
                label={words.figure}
                places={FIGURE_PLACES}
                show={(amount) => number(formatUnits(amount, FIGURE_PLACES) as `${number}`)}
                write={(amount) => numberTyped(amount, FIGURE_PLACES)}
                example={60n * 10n ** BigInt(FIGURE_PLACES)}
                value={row.figure}
                onChange={(figure) => put(row.key, { figure })}
                reading={readFigure(row.figure)}
                error={problem(place('limit'))}
              />
            </div>
            <Button
              className="justify-self-start"
              aria-label={words.remove({ place: at + 1 })}
              onClick={() => set({ effects: rows.filter(({ key }) => key !== row.key) })}
            >
              {words.removeShort}
            </Button>
          </fieldset>
        )
      })}
      <Field label={words.find} help={words.findHelp}>
        <Search
          key={rows.length}
          among={among}
          value={null}
          onChange={(name) => {
            const effect = knownEffects().find((one) => one.name === name)
            if (effect) add(effect)
          }}
        />
      </Field>
      <Button className="self-start" onClick={() => add({ name: '', unit: '', bound: 'least' })}>
        {words.own}
      </Button>
    </Card>
  )
}
