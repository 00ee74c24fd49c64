import type { Grant, PersonMoney, ProposalSummary } from '@phyle/sdk/index-api'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useCurrentCoop, useMe } from '../../chain/me.ts'
import { refusalOf } from '../../chain/refusal.ts'
import { useHouse } from '../../chain/settings.tsx'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Refusal } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { foryou } from '../../words/en/foryou.ts'
import { date, shortAddress } from '../../words/format.ts'

const words = foryou.forYouPage
const MONTH = 30 * 86_400

/** What waits for the reader; for who is not signed in, what can be done here. */
export function ForYouPage() {
  const { address } = useMe()
  return address ? <Waiting address={address} /> : <Welcome />
}

function Welcome() {
  const signIn = useSignIn()
  const jobs = [
    { to: '/decisions', name: words.signedOut.vote, chapter: 'decisions' },
    { to: '/bonds', name: words.signedOut.bond, chapter: 'money' },
    { to: '/may-i-use', name: words.signedOut.use, chapter: 'commons' },
    { to: '/found', name: words.signedOut.found, chapter: 'decisions' },
  ] as const
  return (
    <Page title={words.signedOut.title} lead={words.signedOut.lead}>
      <Button look="main" className="self-start" onClick={signIn.open}>
        {words.signedOut.signIn}
      </Button>
      <section className="flex flex-col gap-3">
        <h2>{words.signedOut.jobs}</h2>
        <ul className="m-0 grid list-none gap-3 p-0 sm:grid-cols-2">
          {jobs.map((job) => (
            <li key={job.to} data-chapter={job.chapter}>
              <Link
                to={job.to}
                className="flex h-full min-h-20 items-center rounded-[14px] border border-line border-l-4 border-l-accent bg-card px-5 py-4 font-serif text-[1.12rem] font-semibold hover:bg-wash"
              >
                {job.name}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  )
}

function Waiting({ address }: { address: `0x${string}` }) {
  const now = useChainNow()
  const house = useHouse()
  const { name, memberships, applications, known } = useMe()
  const { coop } = useCurrentCoop()
  const votes = useIndex('/api/proposals', {}, { member: address })
  const money = useIndex(
    '/api/people/:wallet/money',
    house ? { wallet: address } : null,
    house ? { phyle: house.phyle } : undefined,
  )
  const grants = useIndex('/api/grants', {}, { licensee: address })
  const asking = useIndex('/api/coops/:coop/applications', coop ? { coop } : null)
  if (now === undefined) return <Page title={words.title} />

  const all = votes.data?.data ?? []
  const open = all
    .filter(
      (vote) =>
        vote.mayVote &&
        !vote.mine &&
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
  const due = money.data?.data
  const hasMoney = due !== undefined && collectable(due) > 0n
  const here = memberships.filter((member) => member.left === null)
  const nothing =
    open.length + ready.length + ending.length + pending.length + applicants.length === 0 &&
    !hasMoney

  return (
    <Page
      title={words.title}
      lead={nothing ? words.nothingLead : words.hello(name ?? shortAddress(address))}
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
                more={`${vote.coopName} · ${words.voteCloses(date(vote.votingEnds, 'time'))}`}
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
              <Row key={`${vote.assembly}:${vote.id}`} what={vote.title} more={vote.coopName}>
                <DecisionLink vote={vote}>{words.carryOut}</DecisionLink>
              </Row>
            ))}
          </Rows>
        </Card>
      )}
      {due && hasMoney && <Money due={due} />}
      {applicants.length > 0 && coop && (
        <Card title={words.applications}>
          <Rows>
            <Row
              what={words.applicants(
                applicants.length,
                here.find((member) => member.coop === coop)?.coopName ?? '',
              )}
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
          <p className="m-0">{words.applied(one.coopName)}</p>
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

const sum = (amounts: readonly string[]) => amounts.reduce((total, one) => total + BigInt(one), 0n)

const collectable = (due: PersonMoney) =>
  BigInt(due.equalShare.due) + sum(due.positions.map((position) => position.due))

function Money({ due }: { due: PersonMoney }) {
  const money = useMoney()
  const failed = due.positions.filter(
    (position) => position.seriesSummary.state === 'failed' && !position.refunded,
  )
  const bonds = sum(due.positions.filter((one) => !failed.includes(one)).map((one) => one.due))
  const refunds = sum(failed.map((one) => one.due))
  const share = BigInt(due.equalShare.due)
  const lines = [
    share > 0n && words.equalShare(money(share)),
    bonds > 0n && words.bonds(money(bonds)),
    refunds > 0n && words.refund(money(refunds)),
  ].filter((line) => line !== false)
  return (
    <div data-chapter="money">
      <Card title={words.money}>
        <Rows>
          {lines.map((line, at) => (
            <Row key={line} what={line}>
              {at === 0 && (
                <Link to="/money" className={buttonClass()}>
                  {words.collect}
                </Link>
              )}
            </Row>
          ))}
        </Rows>
      </Card>
    </div>
  )
}

function Ending({ grants, now }: { grants: readonly Grant[]; now: number }) {
  return (
    <div data-chapter="commons">
      <Card title={words.permissions}>
        <Rows>
          {grants.map((grant) => (
            <Row key={grant.family} what={words.ends(grant.workTitle, date(grant.to, 'day', now))}>
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

function Row({ what, more, children }: { what: string; more?: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-3 first:border-0 first:pt-0 last:pb-0">
      <span className="min-w-0">
        <b className="block">{what}</b>
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
      <span className="sr-only">: {vote.title}</span>
    </Link>
  )
}
