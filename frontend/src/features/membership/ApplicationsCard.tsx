import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import type { Application } from '@phyle/sdk/chapters/membership/api'
import { Link } from '@tanstack/react-router'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useMe } from '../../chain/me.ts'
import { useDocument } from '../../chain/relay.ts'
import { useSponsorships } from '../../chain/sponsorships.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Person } from '../../ui/Person.tsx'
import { Prose } from '../../ui/Prose.tsx'
import { date } from '../../words/format.ts'
import { membership } from '../../words/membership/words.ts'

const words = membership.applications

/** Who asks to join, and what members can do about it. */
export function ApplicationsCard({ coop }: { coop: CoopDetail }) {
  const now = useChainNow()
  const { memberships } = useMe()
  const query = useIndex('/api/coops/:coop/applications', { coop: coop.coop })
  const member = memberships.some((one) => one.coop === coop.coop && one.left === null)
  const open = (query.data?.data ?? []).filter(
    (one) => one.state === 'open' && now !== undefined && one.deadline > now,
  )
  if (open.length === 0) return null
  return (
    <Card title={words.title}>
      <ul className="m-0 flex list-none flex-col p-0">
        {open.map((one) => (
          <li
            key={one.wallet}
            className="flex flex-col items-start gap-2 border-t border-line py-3.5 first:border-0 first:pt-0 last:pb-0"
          >
            <span>
              <Person address={one.wallet} />{' '}
              {words.as({ group: coop.classes[one.class]?.name ?? '' })}
              {' · '}
              <span className="text-sm text-soft">
                {words.until({ when: date(one.deadline, 'day', now) })}
              </span>
            </span>
            <Letter application={one} />
            {coop.admission === 'BY_SPONSORS' && <Sponsored coop={coop} application={one} />}
            {member && (
              <span className="flex flex-wrap gap-2">
                {coop.admission === 'BY_SPONSORS' && (
                  <Link
                    to="/coops/$coop/sponsor"
                    params={{ coop: coop.coop }}
                    search={{ applicant: one.wallet, words: '' }}
                    className={buttonClass()}
                  >
                    {words.sponsor}
                  </Link>
                )}
                <Link
                  to="/propose/$coop"
                  params={{ coop: coop.coop }}
                  search={{ what: 'admit', who: one.wallet }}
                  className={buttonClass()}
                >
                  {words.propose}
                </Link>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** How many members have sponsored somebody by now, and how many are missing. */
export function Sponsored({
  coop,
  application,
}: {
  coop: CoopDetail
  application: Pick<Application, 'wallet' | 'class' | 'deadline'>
}) {
  const { data } = useSponsorships(coop, application)
  if (!data?.answers) return null
  const have = data.words.length
  const needed = coop.sponsorsNeeded
  return (
    <span className="text-sm text-soft">
      {have >= needed
        ? words.sponsoredEnough
        : words.sponsored({ have, needed, missing: needed - have })}
    </span>
  )
}

export function Letter({ application }: { application: Pick<Application, 'document'> }) {
  const { data } = useDocument(application.document)
  if (!data) return null
  return (
    <Disclosure summary={words.words}>
      <Prose text={data} />
    </Disclosure>
  )
}
