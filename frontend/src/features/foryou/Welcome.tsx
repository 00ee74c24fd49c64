import type { ProposalSummary } from '@phyle/sdk/chapters/assembly/api'
import type { SeriesSummary } from '@phyle/sdk/chapters/bonds/api'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useIndexPage } from '../../chain/indexClient.ts'
import { useHouse } from '../../chain/settings.tsx'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Bar } from '../../ui/Bar.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Page } from '../../ui/Page.tsx'
import { date, unbrokenNumbers } from '../../words/format.ts'
import { foryou } from '../../words/foryou/words.ts'
import { standing } from '../../words/standing/words.ts'

const words = foryou.forYouPage.signedOut

/** What this is, for who comes for the first time: in one screen, with what happens here right now. */
export function Welcome() {
  const signIn = useSignIn()
  const house = useHouse()
  const decisions = useIndexPage(
    '/api/proposals',
    {},
    { state: 'open', order: 'standing', limit: '1' },
  )
  const offers = useIndexPage(
    '/api/series',
    {},
    { state: 'open', order: 'standing', limit: '1', ...(house && { phyle: house.phyle }) },
  )
  const decision = decisions.data?.data[0]
  const offer = offers.data?.data[0]
  const ways = [
    { to: '/may-i-use', name: words.use, chapter: 'commons' },
    { to: '/found', name: words.found, chapter: 'decisions' },
    { to: '/help', name: words.help, chapter: 'decisions' },
  ] as const
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="flex flex-wrap gap-3">
        <Button look="main" onClick={signIn.open}>
          {words.signIn}
        </Button>
        <Link to="/decisions" className={buttonClass()}>
          {words.vote}
        </Link>
        <Link to="/bonds" className={buttonClass()}>
          {words.bond}
        </Link>
      </div>
      {(decision || offer) && (
        <section aria-labelledby="now" className="flex flex-col gap-3">
          <h2 id="now">{words.now}</h2>
          <div className="grid gap-3 sm:grid-cols-2">
            {decision && <LiveDecision decision={decision} />}
            {offer && <LiveOffer offer={offer} />}
          </div>
        </section>
      )}
      <ul className="m-0 flex list-none flex-wrap gap-x-6 gap-y-1 p-0">
        {ways.map((way) => (
          <li key={way.to} data-chapter={way.chapter}>
            <Link to={way.to} className="link inline-flex min-h-11 items-center">
              {way.name}
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  )
}

function LiveDecision({ decision }: { decision: ProposalSummary }) {
  return (
    <Tile chapter="decisions" over={decision.coopName}>
      <h3>
        <Link
          to="/decisions/$assembly/$id"
          params={{ assembly: decision.assembly, id: decision.id }}
          className="after:absolute after:inset-0 after:rounded-[14px]"
        >
          {unbrokenNumbers(decision.title)}
        </Link>
      </h3>
      <Bar
        parts={[
          {
            share: decision.members === 0 ? 0 : decision.voted / decision.members,
            tone: 'accent',
          },
        ]}
      />
      <p className="m-0 text-sm text-soft">
        {standing.voted({ voted: decision.voted, members: decision.members })} ·{' '}
        {standing.closes({ when: date(decision.votingEnds, 'time') })}
      </p>
    </Tile>
  )
}

function LiveOffer({ offer }: { offer: SeriesSummary }) {
  const money = useMoney()
  const most = BigInt(offer.mostUnits) * BigInt(offer.face)
  const share = most === 0n ? 0 : Number((BigInt(offer.raised) * 10_000n) / most) / 10_000
  return (
    <Tile chapter="money" over={offer.coopName}>
      <h3>
        <Link
          to="/bonds/$phyle/$id"
          params={{ phyle: offer.phyle, id: offer.id }}
          className="after:absolute after:inset-0 after:rounded-[14px]"
        >
          {offer.title}
        </Link>
      </h3>
      <Bar parts={[{ share, tone: 'accent' }]} />
      <p className="m-0 text-sm text-soft">
        {standing.raised({ raised: money(offer.raised), most: money(most) })}
      </p>
    </Tile>
  )
}

function Tile({ chapter, over, children }: { chapter: string; over: string; children: ReactNode }) {
  return (
    <article
      data-chapter={chapter}
      className="relative flex flex-col gap-2 rounded-[14px] border border-line bg-card p-4 hover:border-accent"
    >
      <p className="m-0 text-sm text-soft">{over}</p>
      {children}
    </article>
  )
}
