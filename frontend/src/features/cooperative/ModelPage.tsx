import { Link, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { countryName } from '../../chain/countries.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Missing } from '../../ui/Missing.tsx'
import { Page } from '../../ui/Page.tsx'
import { chaptersOf } from '../../words/charter/say.ts'
import { number } from '../../words/format.ts'
import { models as words } from '../../words/models/words.ts'
import { CharterText, ownWords } from '../statutes/index.ts'
import { AllTakes, PEOPLE } from './models/Takes.tsx'
import { isForPeople, type Model, modelName, models, modelWhom, spoken } from './presets.ts'

/**
 * A model as sentences, and what they mean for a few people.
 *
 * @rule G2, G3 A model of a co-op: its rules in sentences
 */
export function ModelPage() {
  const { model: slug } = useParams({ from: '/models/$model' })
  const model = models.find((one) => one.slug === slug)
  if (model) return <OneModel model={model} />
  return (
    <Missing title={words.title} what={words.missing}>
      <Link to="/models" className={buttonClass()}>
        {words.all}
      </Link>
    </Missing>
  )
}

function OneModel({ model }: { model: Model }) {
  const charter = useMemo(() => spoken(model.charter), [model])
  // The name and the purpose are an example's: the rules begin behind them.
  const [, ...chapters] = chaptersOf(charter, countryName)
  return (
    <Page
      over={
        <Link to="/models" className="hover:underline">
          {words.title}
        </Link>
      }
      title={modelName(charter)}
      lead={modelWhom(charter)}
    >
      {isForPeople(model) && (
        <Link
          to="/found"
          search={{ model: model.slug }}
          className={`${buttonClass('main')} self-start`}
        >
          {words.start}
        </Link>
      )}
      <Card title={words.means({ people: number(PEOPLE) })}>
        <AllTakes charter={charter} />
      </Card>
      <Card title={words.rules}>
        <p className="m-0 text-soft">{words.rulesLead}</p>
        <CharterText chapters={chapters} own={ownWords(charter)} />
      </Card>
    </Page>
  )
}
