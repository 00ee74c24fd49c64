import { KINDS } from '@phyle/sdk/chapters/statutes/enums'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { Card } from '../../ui/Card.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Page } from '../../ui/Page.tsx'
import { capital } from '../../words/capital.ts'
import { number } from '../../words/format.ts'
import { kinds } from '../../words/kinds/words.ts'
import { models as words } from '../../words/models/words.ts'
import { admissionWords } from '../../words/statutes/admission.ts'
import { statutes } from '../../words/statutes/words.ts'
import { PEOPLE, Takes } from './models/Takes.tsx'
import { groupsOf, type Model, modelName, models, modelWhom, spoken } from './presets.ts'

const COLUMNS = ['first', 'second', 'third'] as const
const BEGIN: Readonly<Record<(typeof COLUMNS)[number], string>> = {
  first: 'worker',
  second: 'somerset',
  third: 'fairshares',
}

/**
 * The models that a co-op can start from: side by side, and each with a page of its own.
 *
 * @rule G2, G3 Models of co-ops: what they mean for twelve people
 */
export function ModelsPage() {
  return (
    <Page title={words.title} lead={words.lead({ people: number(PEOPLE) })}>
      <SideBySide />
      <Card title={words.all}>
        <ul className="m-0 flex list-none flex-col p-0">
          {models.map(({ slug, charter }) => (
            <li key={slug} className="border-t border-line py-3.5 first:border-0 first:pt-0">
              <Link to="/models/$model" params={{ model: slug }} className="link font-semibold">
                {modelName(charter)}
              </Link>
              <span className="block text-soft">{modelWhom(charter)}</span>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  )
}

function SideBySide() {
  const [chosen, setChosen] = useState(BEGIN)
  const shown = useMemo(
    () =>
      COLUMNS.flatMap((column) => {
        const model = models.find(({ slug }) => slug === chosen[column])
        return model ? { ...model, charter: spoken(model.charter) } : []
      }),
    [chosen],
  )
  return (
    <Card title={words.side.title}>
      <div className="grid gap-4 sm:grid-cols-3">
        {COLUMNS.map((column) => (
          <Field key={column} label={words.side.columns[column]}>
            <select
              className={inputClass}
              value={chosen[column]}
              onChange={(event) => setChosen({ ...chosen, [column]: event.target.value })}
            >
              {models.map(({ slug, charter }) => (
                <option key={slug} value={slug}>
                  {modelName(charter)}
                </option>
              ))}
            </select>
          </Field>
        ))}
      </div>
      <Row title={words.side.groups} shown={shown}>
        {({ charter }) => groupsOf(charter)}
      </Row>
      <Row title={words.side.joining} shown={shown}>
        {({ charter: { admission } }) => admissionWords(admission.policy, admission.sponsors)}
      </Row>
      <Row title={words.side.lock} shown={shown}>
        {({ charter }) => statutes.lock[charter.lock]}
      </Row>
      {KINDS.map((kind) => (
        <Row
          key={kind}
          title={words.side.forPeople({
            kind: capital(kinds[kind].decision),
            people: number(PEOPLE),
          })}
          shown={shown}
        >
          {({ charter }) => <Takes charter={charter} kind={kind} />}
        </Row>
      ))}
    </Card>
  )
}

interface RowProps {
  title: string
  shown: readonly Model[]
  children: (model: Model) => ReactNode
}

/** One thing of each model that is compared; under each other where the screen is narrow. */
function Row({ title, shown, children }: RowProps) {
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-4">
      <h3>{title}</h3>
      <dl className="m-0 grid gap-4 sm:grid-cols-3">
        {shown.map((model, column) => (
          <div key={COLUMNS[column]} className="flex min-w-0 flex-col gap-1">
            <dt className="text-sm font-semibold text-soft">{modelName(model.charter)}</dt>
            <dd className="m-0">{children(model)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
