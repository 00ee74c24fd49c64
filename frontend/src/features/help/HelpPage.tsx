import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Page } from '../../ui/Page.tsx'
import { glossary } from '../../words/glossary/words.ts'
import { help } from '../../words/help/words.ts'
import { locale } from '../../words/locale.ts'

/** Where the jobs are done. */
const PLACES = ['/decisions', '/bonds', '/may-i-use'] as const

/** The three jobs in steps, and every word that the app explains. */
export function HelpPage() {
  const terms = Object.values(glossary).toSorted((a, b) => a.name.localeCompare(b.name, locale()))
  return (
    <Page title={help.title} lead={help.lead}>
      <div className="grid gap-5 lg:grid-cols-3">
        {help.jobs.map((job, at) => (
          <Card key={job.title} title={job.title} side>
            <ol className="m-0 flex list-decimal flex-col gap-2 pl-5">
              {job.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <Link to={PLACES[at] ?? '/'} className={`${buttonClass()} mt-auto self-start`}>
              {job.go}
            </Link>
          </Card>
        ))}
      </div>
      <Card title={help.words}>
        <dl className="m-0 grid gap-x-8 gap-y-4 sm:grid-cols-2">
          {terms.map(({ name, what }) => (
            <div key={name}>
              <dt className="font-semibold">{name}</dt>
              <dd className="m-0 text-soft">{what}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </Page>
  )
}
