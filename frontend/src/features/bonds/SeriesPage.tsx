import type { SeriesDetail } from '@phyle/sdk/chapters/bonds/api'
import { Link, useParams } from '@tanstack/react-router'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useDocument } from '../../chain/relay.ts'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { DocumentText } from '../../ui/DocumentText.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { OfCoop } from '../../ui/Foreign.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Page } from '../../ui/Page.tsx'
import { Person } from '../../ui/Person.tsx'
import { Share } from '../../ui/Share.tsx'
import { useWide } from '../../ui/useWide.ts'
import { bonds } from '../../words/bonds/words.ts'
import { clockTime, date, every, percent } from '../../words/format.ts'
import { shell } from '../../words/shell/words.ts'
import { StandingCard } from '../phyle/index.ts'
import { BuyCard } from './BuyCard.tsx'
import { CoopFacts } from './CoopFacts.tsx'
import { History, Holders } from './Holders.tsx'
import { LendCard } from './LendCard.tsx'
import { MoneyFlow } from './MoneyFlow.tsx'
import { MyPart } from './MyPart.tsx'
import { PaidBack } from './PaidBack.tsx'
import { Raised } from './Raised.tsx'
import { SeriesTag } from './SeriesTag.tsx'
import { latestClose, type Phase, phaseOf } from './series.ts'

const words = bonds.series

/** One bond offer, from before it opens to the day when everything is paid back. */
export function SeriesPage() {
  const { phyle, id } = useParams({ from: '/bonds/$phyle/$id' })
  const query = useIndex('/api/series/:phyle/:id', { phyle, id })
  return (
    <Loaded query={query} title={shell.nav.bonds}>
      {(answer) => <Offer key={id} series={answer.data} time={answer.asOf.time} />}
    </Loaded>
  )
}

function Offer({ series, time }: { series: SeriesDetail; time: number }) {
  const now = useChainNow() ?? time
  const phase = phaseOf(series, now)
  const coop = useIndex('/api/coops/:coop', { coop: series.coop })
  const federation = useIndex('/api/federations/:phyle', { phyle: series.phyle })
  const standing = coop.data?.data.standings.find((one) => one.phyle === series.phyle)
  const stands = standing?.good ?? true
  const wide = useWide()
  const acts = (
    <>
      <LendCard series={series} phase={phase} now={now} />
      {phase === 'funded' && <BuyCard series={series} now={now} stands={stands} />}
      <MyPart series={series} phase={phase === 'funded' && !stands ? 'failed' : phase} />
    </>
  )
  const repaying = phase === 'bought' || phase === 'redeemed' || phase === 'writtenDown'
  return (
    <Page
      over={
        <Link to="/coops/$coop" params={{ coop: series.coop }} className="hover:underline">
          {words.over({ id: series.id, coop: series.coopName })}
        </Link>
      }
      title={words.title({ what: series.title, coop: series.coopName })}
      heading={
        <>
          <OfCoop coop={series.coop}>{series.title}</OfCoop>{' '}
          {words.forCoop({ coop: series.coopName })}
        </>
      }
      lead={
        <span className="flex flex-col items-start gap-2">
          <SeriesTag series={series} now={now} />
          {words.leads[phase]}
        </span>
      }
      aside={
        <>
          {wide && acts}
          {phase !== 'redeemed' && phase !== 'failed' && <CoopFacts series={series} now={now} />}
          <Share title={series.title} path={`/bonds/${series.phyle}/${series.id}`} />
          {standing && <StandingCard standing={standing} />}
          <Terms series={series} phase={phase} now={now} />
          <p className="m-0 text-sm text-soft">{shell.footer.figures({ when: clockTime(time) })}</p>
        </>
      }
    >
      {repaying ? (
        <PaidBack series={series} now={now} />
      ) : (
        <Raised series={series} phase={phase} now={now} />
      )}
      {!wide && acts}
      {phase !== 'failed' && (
        <MoneyFlow series={series} policy={federation.data?.data.machinePolicy} />
      )}
      <Bought series={series} assembly={coop.data?.data.assembly} />
      <Holders series={series} phase={phase} />
      <History series={series} />
    </Page>
  )
}

function Bought({ series, assembly }: { series: SeriesDetail; assembly: string | undefined }) {
  const text = bonds.machine
  const money = useMoney()
  const { data, isLoading } = useDocument(series.machineDocument)
  const fee =
    series.rent === '0'
      ? text.free
      : bonds.flow.each({ amount: money(series.rent), often: every(series.rentPeriod) })
  return (
    <Card title={series.state === 'failed' ? text.titleFailed : text.title}>
      {data ? (
        <DocumentText content={data} />
      ) : (
        !isLoading && <p className="m-0 text-soft">{text.noDocument}</p>
      )}
      <Facts
        facts={[
          [text.supplier, <Person key="supplier" address={series.supplier} face={false} />],
          [text.price, money(series.price)],
          [text.user, series.coopName],
          [text.fee, fee],
        ]}
      />
      <p className="m-0 flex flex-wrap gap-x-5 gap-y-1">
        {series.machine !== null && (
          <Link
            to="/commons/machines/$phyle/$id"
            params={{ phyle: series.phyle, id: series.machine }}
            className="link"
          >
            {text.see}
          </Link>
        )}
        {series.proposal !== null && assembly !== undefined && (
          <Link
            to="/decisions/$assembly/$id"
            params={{ assembly, id: series.proposal }}
            className="link"
          >
            {text.decision}
          </Link>
        )}
      </p>
    </Card>
  )
}

function Terms({ series, phase, now }: { series: SeriesDetail; phase: Phase; now: number }) {
  const text = bonds.terms
  const money = useMoney()
  const on = (time: number) => date(time, 'day', now)
  const raising = phase === 'before' || phase === 'open' || phase === 'closing'
  return (
    <Card side title={text.title}>
      <div className="text-[0.94rem]">
        <Facts
          facts={[
            [
              text.cap,
              series.capBps === 10_000
                ? text.capPar
                : text.capMore({ percent: percent(series.capBps) }),
            ],
            raising && [text.perPerson, money(BigInt(series.mostPerPerson) * BigInt(series.face))],
            [text.endorsed, series.endorsed ? text.yes : text.no],
            [text.vote, text.noVote],
            [text.opens, on(series.opens)],
            [text.until, on(series.subscribeUntil)],
            [text.closes, on(series.closes)],
            [text.buyBy, on(series.buyBy)],
            [text.expected, date(series.expectedBy, 'month')],
          ]}
        />
      </div>
      {raising && (
        <p className="m-0 text-sm text-soft">
          {text.rules({ until: on(series.subscribeUntil), latest: on(latestClose(series)) })}
        </p>
      )}
      <Disclosure>
        <p className="m-0">{text.fingerprint}</p>
        <p className="m-0 break-all font-mono text-[0.8rem]">{series.machineDocument}</p>
      </Disclosure>
    </Card>
  )
}
