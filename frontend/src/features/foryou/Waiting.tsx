import type { ProposalSummary } from '@phyle/sdk/chapters/assembly/api'
import type { Grant } from '@phyle/sdk/chapters/licences/api'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useLanguageOf } from '../../chain/languages.ts'
import { useCurrentCoop, useMe } from '../../chain/me.ts'
import { usePurse } from '../../chain/purse.ts'
import { refusalOf } from '../../chain/refusal.ts'
import { useHouse } from '../../chain/settings.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { OfCoop } from '../../ui/Foreign.tsx'
import { Refusal } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { date, shortAddress } from '../../words/format.ts'
import { foryou } from '../../words/foryou/words.ts'
import { standing } from '../../words/standing/words.ts'
import { useSaid } from '../assembly/index.ts'
import { collectable, DueCard, FeesCard, readyFees, useMyFees } from '../fund/index.ts'

const words = foryou.forYouPage
const MONTH = 30 * 86_400

/** What waits for a reader who is signed in. */
export function Waiting({ address }: { address: `0x${string}` }) {
  const now = useChainNow()
  const house = useHouse()
  const { name, memberships, applications, known } = useMe()
  const { coop } = useCurrentCoop()
  const votes = useIndex('/api/proposals', {}, { member: address })
  const saidIn = useSaid()
  const languageOf = useLanguageOf()
  const purse = usePurse(address)
  const fees = useMyFees(address)
  const grants = useIndex('/api/grants', {}, { licensee: address })
  const asking = useIndex('/api/coops/:coop/applications', coop ? { coop } : null)
  if (now === undefined) return <Page title={words.title} />

  const all = votes.data?.data ?? []
  const open = all
    .filter(
      (vote) =>
        vote.mayVote &&
        !saidIn(vote, now) &&
        !vote.cancelled &&
        now >= vote.votingStarts &&
        now < vote.votingEnds,
    )
    .toSorted((a, b) => a.votingEnds - b.votingEnds)
  const ready = all.filter(
    (vote) =>
      vote.passing &&
      !vote.executed &&
      !vote.cancelled &&
      vote.actionCount > 0 &&
      now >= vote.executableFrom &&
      now < vote.expires,
  )
  const ending = (grants.data?.data ?? []).filter(
    (grant) => grant.to > now && grant.to < now + MONTH,
  )
  const pending = applications.filter((one) => one.state === 'open' && one.deadline > now)
  const applicants = (asking.data?.data ?? []).filter(
    (one) => one.state === 'open' && one.deadline > now,
  )
  const hasMoney =
    (purse.data !== undefined && collectable(purse.data) > 0n) ||
    readyFees(fees.data ?? [], now).length > 0
  // Whether money waits is not known while nobody answers; that is not nothing.
  const moneyUnknown = house !== null && (!purse.data || !fees.data)
  const here = memberships.filter((member) => member.left === null)
  const nothing =
    open.length + ready.length + ending.length + pending.length + applicants.length === 0 &&
    !hasMoney &&
    !moneyUnknown

  return (
    <Page
      title={words.title}
      lead={nothing ? words.nothingLead : words.hello({ name: name ?? shortAddress(address) })}
    >
      {votes.isError && <Refusal refusal={refusalOf(votes.error)} />}
      {nothing && !votes.isError && !votes.isPending && <p className="m-0">{words.nothing}</p>}
      {open.length > 0 && (
        <Card title={words.votes}>
          <Rows>
            {open.map((vote) => (
              <Row
                key={`${vote.assembly}:${vote.id}`}
                what={vote.title}
                lang={languageOf(vote.coop)}
                more={`${vote.coopName} · ${standing.closes({ when: date(vote.votingEnds, 'time') })}`}
              >
                <DecisionLink vote={vote} main={vote === open[0]}>
                  {words.vote}
                </DecisionLink>
              </Row>
            ))}
          </Rows>
        </Card>
      )}
      {ready.length > 0 && (
        <Card title={words.carry}>
          <Rows>
            {ready.map((vote) => (
              <Row
                key={`${vote.assembly}:${vote.id}`}
                what={vote.title}
                lang={languageOf(vote.coop)}
                more={vote.coopName}
              >
                <DecisionLink vote={vote}>{words.carryOut}</DecisionLink>
              </Row>
            ))}
          </Rows>
        </Card>
      )}
      {house && (
        <div data-chapter="money" className="flex flex-col gap-5 empty:hidden">
          {purse.data && <DueCard purse={purse.data} title={words.money} />}
          <FeesCard me={address} ready />
          {(purse.isError || fees.isError) && (
            <Refusal refusal={words.moneyUnknown}>
              <Link to="/money" className="link">
                {words.toMoney}
              </Link>
            </Refusal>
          )}
        </div>
      )}
      {applicants.length > 0 && coop && (
        <Card title={words.applications}>
          <Rows>
            <Row
              what={words.applicants({
                count: applicants.length,
                coop: here.find((member) => member.coop === coop)?.coopName ?? '',
              })}
            >
              <Link to="/coops/$coop" params={{ coop }} className={buttonClass()}>
                {words.see}
              </Link>
            </Row>
          </Rows>
        </Card>
      )}
      {ending.length > 0 && <Ending grants={ending} now={now} />}
      {pending.map((one) => (
        <Card key={one.coop}>
          <p className="m-0">{words.applied({ coop: one.coopName })}</p>
        </Card>
      ))}
      {known && here.length === 0 && pending.length === 0 && grants.data?.data.length === 0 && (
        <Card>
          <p className="m-0">{words.noCoop}</p>
          <Link to="/coops" className={buttonClass(nothing ? 'main' : 'quiet')}>
            {words.join}
          </Link>
        </Card>
      )}
    </Page>
  )
}

function Ending({ grants, now }: { grants: readonly Grant[]; now: number }) {
  return (
    <div data-chapter="commons">
      <Card title={words.permissions}>
        <Rows>
          {grants.map((grant) => (
            <Row
              key={grant.family}
              what={words.ends({ work: grant.workTitle, when: date(grant.to, 'day', now) })}
            >
              <Link
                to="/permissions/$family/$licensee"
                params={{ family: grant.family, licensee: grant.licensee }}
                className={buttonClass()}
              >
                {words.renew}
              </Link>
            </Row>
          ))}
        </Rows>
      </Card>
    </div>
  )
}

const Rows = ({ children }: { children: ReactNode }) => (
  <ul className="m-0 flex list-none flex-col p-0">{children}</ul>
)

interface RowProps {
  what: string
  /** The language of `what`, where a co-op wrote it. */
  lang?: string | undefined
  more?: string
  children: ReactNode
}

function Row({ what, lang, more, children }: RowProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-3 first:border-0 first:pt-0 last:pb-0">
      <span className="min-w-0">
        <b lang={lang} className="block">
          {what}
        </b>
        {more !== undefined && <span className="text-sm text-soft">{more}</span>}
      </span>
      {children}
    </li>
  )
}

interface DecisionLinkProps {
  vote: ProposalSummary
  main?: boolean
  children: string
}

function DecisionLink({ vote, main, children }: DecisionLinkProps) {
  return (
    <Link
      to="/decisions/$assembly/$id"
      params={{ assembly: vote.assembly, id: vote.id }}
      className={buttonClass(main ? 'main' : 'quiet')}
    >
      {children}
      <span className="sr-only">
        : <OfCoop coop={vote.coop}>{vote.title}</OfCoop>
      </span>
    </Link>
  )
}
