import { LANGUAGES } from '@phyle/sdk/language'
import { useMemo } from 'react'
import { countries } from '../../../chain/countries.ts'
import { Card } from '../../../ui/Card.tsx'
import { Field, inputClass } from '../../../ui/Field.tsx'
import { Search } from '../../../ui/Search.tsx'
import { founding } from '../../../words/founding/words.ts'
import { useLanguage } from '../../../words/useLanguage.ts'
import type { CardProps } from './card.ts'

const words = founding.found.who

/** Name, purpose, place and language. */
export function WhatCard({ draft, set, problem }: CardProps) {
  const language = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is named changes with the language
  const among = useMemo(
    () =>
      countries().map(({ code, name, standard }) => ({
        value: code,
        label: name,
        also: [code, standard],
      })),
    [language],
  )
  return (
    <Card title={words.title}>
      <div data-place="name">
        <Field label={words.name} help={words.nameHelp} error={problem('name')}>
          <input
            className={inputClass}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
      </div>
      <div data-place="purpose">
        <Field label={words.purpose} help={words.purposeHelp} error={problem('purpose')}>
          <textarea
            className={inputClass}
            rows={3}
            value={draft.purpose}
            onChange={(event) => set({ purpose: event.target.value })}
          />
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <div data-place="city">
          <Field label={words.city} optional error={problem('city')}>
            <input
              className={inputClass}
              value={draft.city}
              onChange={(event) => set({ city: event.target.value })}
            />
          </Field>
        </div>
        <div data-place="country">
          <Field label={words.country} optional help={words.countryHelp} error={problem('country')}>
            <Search among={among} value={draft.country} onChange={(country) => set({ country })} />
          </Field>
        </div>
        <Field label={words.language} help={words.languageHelp}>
          <select
            className={inputClass}
            value={draft.language}
            onChange={(event) =>
              set({ language: LANGUAGES.find((one) => one === event.target.value) ?? 'en' })
            }
          >
            {LANGUAGES.map((one) => (
              <option key={one} value={one}>
                {words.languages[one]}
              </option>
            ))}
          </select>
        </Field>
      </div>
    </Card>
  )
}
