import type { FederationCoop, FederationDetail } from '@phyle/sdk/chapters/phyle/api'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFoundingWords } from '../../chain/charter.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndexPage } from '../../chain/indexClient.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Turn } from '../../ui/Turn.tsx'
import { When } from '../../ui/When.tsx'
import { date } from '../../words/format.ts'
import { phyle } from '../../words/phyle/words.ts'
import { FederationMap } from './FederationMap.tsx'
import { StandingList } from './StandingCard.tsx'

const words = phyle.federation

export function Coops({ federation }: { federation: FederationDetail }) {
  const [cursor, setCursor] = useState('')
  const query = useIndexPage(
    '/api/federations/:phyle/coops',
    { phyle: federation.phyle },
    cursor === '' ? {} : { cursor },
  )
  const members = query.data?.data ?? federation.members
  return (
    <section className="flex flex-col gap-3">
      <h2>{words.coops}</h2>
      {members.length === 0 ? (
        <Empty what={words.noCoops} />
      ) : (
        <>
          <FederationMap federation={federation} members={members} />
          <ul className="m-0 grid list-none gap-3 p-0 sm:grid-cols-2">
            {members.map((coop) => (
              <CoopItem key={coop.coop} coop={coop} />
            ))}
          </ul>
          <Turn page={query.data?.page} onTurn={setCursor} />
        </>
      )}
      {federation.applications.length > 0 && (
        <>
          <h3>{words.applications}</h3>
          <ul className="m-0 list-disc pl-6">
            {federation.applications.map((one) => (
              <li key={one.coop}>
                <Link to="/coops/$coop" params={{ coop: one.coop }} className="link">
                  {one.name}
                </Link>{' '}
                <span className="text-sm text-soft">
                  <When at={one.time} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function CoopItem({ coop }: { coop: FederationCoop }) {
  const now = useChainNow()
  const { words: founding } = useFoundingWords(coop.purpose)
  const missing = coop.standing.answers.filter((answer) => !answer.yes).length
  return (
    <li className="flex flex-col gap-1.5 rounded-[14px] border border-line bg-card p-[18px]">
      <h3>
        <Link to="/coops/$coop" params={{ coop: coop.coop }} className="hover:underline">
          {coop.name}
        </Link>
      </h3>
      <p className="m-0 text-sm text-soft">
        {founding?.place && `${founding.place} · `}
        {words.members({ count: coop.members })} · {words.heads({ count: coop.heads })}
        {coop.leaves !== null && ` · ${words.leaves({ when: date(coop.leaves, 'day', now) })}`}
      </p>
      <Disclosure
        summary={
          <span className={missing === 0 ? 'text-green' : 'font-semibold text-brick'}>
            <span aria-hidden="true">{missing === 0 ? '✓ ' : '✕ '}</span>
            {missing === 0 ? words.passes : words.fails({ count: missing })}
          </span>
        }
      >
        <StandingList standing={coop.standing} />
      </Disclosure>
    </li>
  )
}
