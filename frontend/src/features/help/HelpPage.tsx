import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Page } from '../../ui/Page.tsx'
import { glossary, help } from '../../words/en/glossary.ts'

/** The three jobs in steps, and every word that the app explains. */
export function HelpPage() {
  const terms = Object.entries(glossary).toSorted(([a], [b]) => a.localeCompare(b, 'en'))
  return (
    <Page title={help.title} lead={help.lead}>
      <div className="grid gap-5 lg:grid-cols-3">
        {help.jobs.map((job) => (
          <Card key={job.to} title={job.title} side>
            <ol className="m-0 flex list-decimal flex-col gap-2 pl-5">
              {job.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <Link to={job.to} className={`${buttonClass()} mt-auto self-start`}>
              {job.go}
            </Link>
          </Card>
        ))}
      </div>
      <Card title={help.words}>
        <dl className="m-0 grid gap-x-8 gap-y-4 sm:grid-cols-2">
          {terms.map(([term, meaning]) => (
            <div key={term}>
              <dt className="font-semibold">{term}</dt>
              <dd className="m-0 text-soft">{meaning}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </Page>
  )
}
