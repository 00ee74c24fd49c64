import type { FederationCoop, FederationDetail } from '@phyle/sdk/index-api'
import { Link, useParams } from '@tanstack/react-router'
import { useFoundingWords } from '../../chain/charter.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Flow, type FlowLink, type FlowNode } from '../../ui/Flow.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Money, useMoney } from '../../ui/Money.tsx'
import { Page } from '../../ui/Page.tsx'
import { Person } from '../../ui/Person.tsx'
import { Table } from '../../ui/Table.tsx'
import { When } from '../../ui/When.tsx'
import { phyle } from '../../words/en/phyle.ts'
import { shell } from '../../words/en/shell.ts'
import { clockTime, date, percent } from '../../words/format.ts'
import { StandingList } from './StandingCard.tsx'

const words = phyle.federation

export function FederationPage() {
  const params = useParams({ from: '/federation/$phyle' })
  return <Federation phyle={params.phyle} />
}

/** A federation: its co-ops, its money in and out, its commons. */
export function Federation({ phyle: address }: { phyle: string }) {
  const query = useIndex('/api/federations/:phyle', { phyle: address })
  return (
    <Loaded query={query}>
      {(answer) => <Shown federation={answer.data} time={answer.asOf.time} />}
    </Loaded>
  )
}

function Shown({ federation, time }: { federation: FederationDetail; time: number }) {
  return (
    <Page
      over={words.over(federation.coops, federation.heads)}
      title={federation.name}
      lead={words.lead}
      aside={
        <>
          <Machines phyle={federation.phyle} />
          <Works phyle={federation.phyle} />
          <Epochs federation={federation} />
          <p className="m-0 text-sm text-soft">{shell.footer.figures(clockTime(time))}</p>
        </>
      }
    >
      <Link
        to="/coops/$coop"
        params={{ coop: federation.root }}
        className={`self-start ${buttonClass()}`}
      >
        {words.root}
      </Link>
      <section className="flex flex-col gap-3">
        <h2>{words.coops}</h2>
        {federation.members.length === 0 ? (
          <Empty what={words.noCoops} />
        ) : (
          <ul className="m-0 grid list-none gap-3 p-0 sm:grid-cols-2">
            {federation.members.map((coop) => (
              <CoopItem key={coop.coop} coop={coop} />
            ))}
          </ul>
        )}
      </section>
      <div data-chapter="money">
        <CommonMoney federation={federation} />
      </div>
    </Page>
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
        {words.members(coop.members)} · {words.heads(coop.heads)}
        {coop.leaves !== null && ` · ${words.leaves(date(coop.leaves, 'day', now))}`}
      </p>
      <Disclosure
        summary={
          <span className={missing === 0 ? 'text-green' : 'font-semibold text-brick'}>
            <span aria-hidden="true">{missing === 0 ? '✓ ' : '✕ '}</span>
            {missing === 0 ? words.passes : words.fails(missing)}
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
  const { flow, held, otherPolicy } = federation
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
  const came = sources.filter(([, amount]) => amount !== '0')
  const went = uses.filter(([, amount]) => amount !== '0')
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
      lines: [money(came.reduce((sum, [, amount]) => sum + BigInt(amount), 0n))],
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
  const rest = 10_000 - otherPolicy.bondsBps - otherPolicy.reserveBps
  return (
    <Card title={words.money}>
      <p className="m-0 flex flex-wrap items-baseline gap-x-3.5">
        <span className="num font-serif text-[2.7rem] leading-none font-semibold tracking-tight">
          <Money amount={held.cash} />
        </span>
        <span className="text-soft">{words.held}</span>
      </p>
      {came.length === 0 ? (
        <p className="m-0 text-soft">{words.noMoney}</p>
      ) : (
        <Flow label={words.flow} nodes={nodes} links={links} heads={words.flowHeads} />
      )}
      <p className="m-0 text-sm text-soft">
        {words.policy(
          percent(otherPolicy.bondsBps, 1),
          percent(otherPolicy.reserveBps, 1),
          percent(rest, 1),
        )}
      </p>
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

function Machines({ phyle: address }: { phyle: `0x${string}` }) {
  const query = useIndex('/api/machines', {}, { phyle: address })
  return (
    <div data-chapter="commons">
      <Card side title={words.machines}>
        <Loaded query={query}>
          {({ data }) =>
            data.length === 0 ? (
              <p className="m-0 text-soft">{words.noMachines}</p>
            ) : (
              <ul className="m-0 flex list-none flex-col gap-2 p-0">
                {data.map((machine) => (
                  <li key={machine.id}>
                    <Link
                      to="/commons/machines/$phyle/$id"
                      params={{ phyle: machine.phyle, id: machine.id }}
                      className="link"
                    >
                      {machine.name}
                    </Link>
                    <span className="block text-sm text-soft">
                      {words.usedBy(machine.userName)}
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Card>
    </div>
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
                      {work.title}
                    </Link>
                    <span className="block text-sm text-soft">
                      {words.keptBy(work.stewardName)}
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
      {closed.length > 0 && (
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
