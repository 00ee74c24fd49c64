import type { FederationCoop, FederationDetail } from '@phyle/sdk/chapters/phyle/api'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useFoundingWords } from '../../chain/charter.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex, useIndexPage } from '../../chain/indexClient.ts'
import { useSettings } from '../../chain/settings.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Flow, type FlowLink, type FlowNode } from '../../ui/Flow.tsx'
import { OfCoop } from '../../ui/Foreign.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Money, useMoney } from '../../ui/Money.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Person } from '../../ui/Person.tsx'
import { Table } from '../../ui/Table.tsx'
import { Turn } from '../../ui/Turn.tsx'
import { When } from '../../ui/When.tsx'
import { clockTime, date, list, number, percent } from '../../words/format.ts'
import { phyle } from '../../words/phyle/words.ts'
import { shell } from '../../words/shell/words.ts'
import { partsOf } from '../../words/sums.ts'
import { DecisionList } from '../assembly/index.ts'
import { MachineRegister } from '../commons/index.ts'
import { FederationMap } from './FederationMap.tsx'
import { StandingList } from './StandingCard.tsx'

const words = phyle.federation

export function FederationPage() {
  const params = useParams({ from: '/federation/$phyle' })
  return <Federation phyle={params.phyle} />
}

/**
 * A federation: its co-ops, its money in and out, its commons.
 *
 * @rule I1, I13, FND-2, FND-7 Federation: money in and out, and how it is shared
 * @rule P2, PHY-2 Federation: members
 */
export function Federation({ phyle: address }: { phyle: string }) {
  const query = useIndex('/api/federations/:phyle', { phyle: address })
  return (
    <Loaded query={query} title={shell.nav.federation}>
      {(answer) => <Shown federation={answer.data} time={answer.asOf.time} />}
    </Loaded>
  )
}

function Shown({ federation, time }: { federation: FederationDetail; time: number }) {
  const { local } = useSettings()
  return (
    <Page
      over={words.over({ coops: federation.coops, heads: federation.heads })}
      title={federation.name}
      lead={words.lead}
      aside={
        <>
          <Policy federation={federation} />
          <Works phyle={federation.phyle} />
          <Epochs federation={federation} />
          <Others shown={federation.phyle} />
          <p className="m-0 text-sm text-soft">{shell.footer.figures({ when: clockTime(time) })}</p>
        </>
      }
    >
      {local && <Notice tone="quiet">{words.example}</Notice>}
      <Coops federation={federation} />
      <div data-chapter="money">
        <CommonMoney federation={federation} />
      </div>
      <div data-chapter="commons">
        <Card title={words.machines}>
          <MachineRegister phyle={federation.phyle} />
        </Card>
      </div>
      <Decisions root={federation.root} />
    </Page>
  )
}

function Coops({ federation }: { federation: FederationDetail }) {
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

/** The newest decisions of the root, and the way to all of them. */
function Decisions({ root }: { root: `0x${string}` }) {
  const query = useIndex('/api/proposals', {}, { coop: root })
  return (
    <section className="flex flex-col gap-3">
      <h2>{words.decisions}</h2>
      <p className="m-0 max-w-[68ch] text-soft">{words.decisionsWhat}</p>
      <Loaded query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty what={words.noDecisions} />
          ) : (
            <DecisionList proposals={data.slice(0, 3)} />
          )
        }
      </Loaded>
      <Link to="/coops/$coop" params={{ coop: root }} className={`self-start ${buttonClass()}`}>
        {words.root}
      </Link>
    </section>
  )
}

/** In words, how the root set that income is shared out. */
function Policy({ federation: { machinePolicy, otherPolicy } }: { federation: FederationDetail }) {
  const said = ({ bondsBps, reserveBps }: FederationDetail['machinePolicy']) => {
    const parts = [
      [words.toHeads, 10_000 - bondsBps - reserveBps],
      [words.toReserve, reserveBps],
      [words.toBonds, bondsBps],
    ] as const
    return list(
      parts.filter(([, bps]) => bps > 0).map(([say, bps]) => say({ part: percent(bps, 1) })),
    )
  }
  return (
    <div data-chapter="money">
      <Card side title={words.policyTitle}>
        <ul className="m-0 flex list-disc flex-col gap-2 pl-5 text-[0.94rem]">
          <li>{words.first}</li>
          <li>{words.beyond({ parts: said(machinePolicy) })}</li>
          <li>{words.other({ parts: said(otherPolicy) })}</li>
        </ul>
        <p className="m-0 text-sm text-soft">{words.left}</p>
      </Card>
    </div>
  )
}

function Others({ shown }: { shown: `0x${string}` }) {
  const query = useIndex('/api/federations', {})
  const others = query.data?.data.filter((one) => one.phyle !== shown) ?? []
  if (others.length === 0) return null
  return (
    <Card side title={words.others}>
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {others.map((one) => (
          <li key={one.phyle}>
            <Link to="/federation/$phyle" params={{ phyle: one.phyle }} className="link">
              {one.name}
            </Link>
            <span className="block text-sm text-soft">
              {words.figures({ coops: number(one.coops), heads: number(one.heads) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
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

function CommonMoney({ federation }: { federation: FederationDetail }) {
  const money = useMoney()
  const { flow, held } = federation
  const sources = [
    ['machines', flow.inMachines],
    ['licences', flow.inLicences],
    ['levies', flow.inLevies],
    ['gifts', flow.inGifts],
  ] as const
  const uses = [
    ['bonds', flow.toBonds],
    ['reserve', flow.toReserve],
    ['heads', flow.toHeads],
  ] as const
  const { currency } = useSettings()
  const adding = <Key extends string>(parts: readonly (readonly [Key, string])[]) => {
    const shown = partsOf(
      parts.map(([, amount]) => BigInt(amount)),
      currency,
    )
    return parts.flatMap(([key, amount], at) =>
      amount === '0' ? [] : [[key, shown[at] ?? 0n] as const],
    )
  }
  const came = adding(sources)
  const went = adding(uses)
  const [cash, reserve, undistributed] = [
    BigInt(held.cash),
    BigInt(held.reserve),
    BigInt(held.undistributed),
  ]
  const [inReserve, waiting, others] = partsOf(
    [reserve, undistributed, cash - reserve - undistributed],
    currency,
  )
  const nodes: readonly FlowNode[] = [
    ...came.map(([key, amount]) => ({
      key,
      name: words.sources[key],
      lines: [money(amount)],
      column: 0,
      tone: 'wash' as const,
    })),
    {
      key: 'pot',
      name: words.pot,
      lines: [money(came.reduce((sum, [, amount]) => sum + amount, 0n))],
      column: 1,
    },
    ...went.map(([key, amount]) => ({
      key,
      name: words.uses[key],
      lines: [money(amount)],
      column: 2,
      tone: key === 'heads' ? ('green' as const) : ('accent' as const),
    })),
  ]
  const links: readonly FlowLink[] = [
    ...came.map(([key, amount]) => ({
      from: key,
      to: 'pot',
      weight: Number(amount),
      says: money(amount),
    })),
    ...went.map(([key, amount]) => ({
      from: 'pot',
      to: key,
      weight: Number(amount),
      says: money(amount),
    })),
  ]
  return (
    <Card title={words.money}>
      <p className="m-0 flex flex-wrap items-baseline gap-x-3.5">
        <span className="num font-serif text-[clamp(1.7rem,8.5vw,2.7rem)] leading-none font-semibold tracking-tight">
          <Money amount={held.cash} />
        </span>
        <span className="text-soft">{words.held}</span>
      </p>
      <Facts
        facts={[
          inReserve !== undefined && [words.reserve, money(inReserve)],
          waiting !== undefined && [words.waiting, money(waiting)],
          others !== undefined && [words.owed, money(others)],
        ]}
      />
      <h3>{words.flow}</h3>
      {came.length === 0 ? (
        <p className="m-0 text-soft">{words.noMoney}</p>
      ) : (
        <Flow label={words.flow} nodes={nodes} links={links} heads={words.flowHeads} />
      )}
      <p className="m-0 text-sm text-soft">{words.flowWhat({ claimed: money(flow.claimed) })}</p>
      {federation.pours.length > 0 && (
        <Disclosure summary={words.pours}>
          <Table
            caption={words.pours}
            hideCaption
            rows={federation.pours}
            keyOf={(pour) => `${pour.tx}:${pour.amount}:${pour.source}`}
            columns={[
              { name: words.pourHeads[0], of: (pour) => <When at={pour.time} style="short" /> },
              {
                name: words.pourHeads[1],
                of: (pour) => (
                  <>
                    <Person address={pour.from} face={false} />
                    <span className="block text-sm text-soft">
                      {words.pourSources[pour.source]}
                    </span>
                  </>
                ),
              },
              {
                name: words.pourHeads[2],
                right: true,
                of: (pour) => <Money amount={pour.amount} />,
              },
            ]}
          />
        </Disclosure>
      )}
    </Card>
  )
}

function Works({ phyle: address }: { phyle: `0x${string}` }) {
  const query = useIndex('/api/works', {}, { phyle: address })
  return (
    <div data-chapter="commons">
      <Card side title={words.works}>
        <Loaded query={query}>
          {({ data }) => (
            <>
              {data.length === 0 && <p className="m-0 text-soft">{words.noWorks}</p>}
              <ul className="m-0 flex list-none flex-col gap-2 p-0">
                {data.slice(0, 5).map((work) => (
                  <li key={work.id}>
                    <Link
                      to="/commons/works/$phyle/$id"
                      params={{ phyle: work.phyle, id: work.id }}
                      className="link"
                    >
                      <OfCoop coop={work.steward}>{work.title}</OfCoop>
                    </Link>
                    <span className="block text-sm text-soft">
                      {words.keptBy({ coop: work.stewardName })}
                    </span>
                  </li>
                ))}
              </ul>
              {data.length > 5 && (
                <Link to="/commons" className="link self-start text-sm">
                  {words.all} ({data.length})
                </Link>
              )}
            </>
          )}
        </Loaded>
      </Card>
    </div>
  )
}

function Epochs({ federation }: { federation: FederationDetail }) {
  const closed = federation.epochs.filter((epoch) => epoch.closed)
  const running = federation.epochs.find((epoch) => !epoch.closed)
  return (
    <Card side title={words.epochs}>
      {running && (
        <p className="m-0 text-sm text-soft">
          {words.running} <When at={running.ends} />
        </p>
      )}
      {closed.length === 0 ? (
        <p className="m-0 text-soft">{words.noEpochs}</p>
      ) : (
        <Table
          caption={words.epochs}
          hideCaption
          rows={closed}
          keyOf={(epoch) => `${epoch.number}`}
          columns={[
            { name: words.epochHeads[0], of: (epoch) => <When at={epoch.ends} style="short" /> },
            { name: words.epochHeads[1], of: (epoch) => epoch.earningHeads, right: true },
            {
              name: words.epochHeads[2],
              right: true,
              of: (epoch) => <Money amount={epoch.perHead} />,
            },
          ]}
        />
      )}
    </Card>
  )
}
