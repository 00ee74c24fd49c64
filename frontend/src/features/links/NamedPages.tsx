import type { CoopName } from '@phyle/sdk/chapters/cooperative/api'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useIndex } from '../../chain/indexClient.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Missing } from '../../ui/Missing.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Person } from '../../ui/Person.tsx'
import { find } from '../../words/find/words.ts'
import { date } from '../../words/format.ts'
import { DecisionAt } from '../assembly/index.ts'
import { CoopAt } from '../cooperative/index.ts'

/** A co-op by its name in the link: `/la-louve`. */
export function NamedCoopPage() {
  const { slug } = useParams({ from: '/$slug' })
  return (
    <Named slug={slug} wayTo={(one) => ({ to: '/coops/$coop', params: { coop: one.coop } })}>
      {(coop) => <CoopAt coop={coop.coop} />}
    </Named>
  )
}

/** A decision by the name of its co-op: `/la-louve/decisions/7`. */
export function NamedDecisionPage() {
  const { slug, id } = useParams({ from: '/$slug/decisions/$id' })
  return (
    <Named
      slug={slug}
      wayTo={({ assembly }) => ({ to: '/decisions/$assembly/$id', params: { assembly, id } })}
    >
      {({ assembly }) => <DecisionAt assembly={assembly} id={id} />}
    </Named>
  )
}

type Way =
  | { readonly to: '/coops/$coop'; readonly params: { readonly coop: string } }
  | {
      readonly to: '/decisions/$assembly/$id'
      readonly params: { readonly assembly: string; readonly id: string }
    }

interface NamedProps {
  slug: string
  /** The same page of a co-op, by its address. */
  wayTo: (coop: CoopName) => Way
  children: (coop: CoopName) => ReactNode
}

/** Shows the co-op that a name leads to, and all others that it may mean. */
function Named({ slug, wayTo, children }: NamedProps) {
  const query = useIndex('/api/names', {}, { slug })
  return (
    <Loaded query={query}>
      {({ data: [coop, ...others] }) =>
        coop === undefined ? (
          <NoCoop />
        ) : (
          <div className="flex flex-col gap-6">
            {others.length > 0 && <Namesakes coop={coop} others={others} wayTo={wayTo} />}
            {children(coop)}
          </div>
        )
      }
    </Loaded>
  )
}

function NoCoop() {
  const words = find.missing
  return (
    <Missing title={words.coop} what={words.coopWhat}>
      <Link to="/coops" className={buttonClass('main')}>
        {words.coops}
      </Link>
    </Missing>
  )
}

interface NamesakesProps {
  coop: CoopName
  others: readonly CoopName[]
  wayTo: (coop: CoopName) => Way
}

/** A name is nobody's own: says which co-op is shown and which may be meant. */
function Namesakes({ coop, others, wayTo }: NamesakesProps) {
  const words = find.namesakes
  return (
    <Notice tone="danger">
      <p className="m-0">
        <b>{words.title({ count: others.length + 1 })}</b>{' '}
        {words.shown({ name: coop.name, when: date(coop.founded) })}{' '}
        <Person address={coop.coop} face={false} />. {words.others}
      </p>
      <ul className="m-0 pl-5">
        {others.map((one) => (
          <li key={one.coop}>
            <Link {...wayTo(one)} className="link">
              {one.name}
            </Link>
            , {words.founded({ when: date(one.founded) })},{' '}
            <span className="num break-all">{one.coop}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
