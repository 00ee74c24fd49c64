import type { FederationDetail } from '@phyle/sdk/chapters/phyle/api'
import { Link, useParams } from '@tanstack/react-router'
import { useIndex } from '../../chain/indexClient.ts'
import { useSettings } from '../../chain/settings.tsx'
import { buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { OfCoop } from '../../ui/Foreign.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Money } from '../../ui/Money.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Table } from '../../ui/Table.tsx'
import { When } from '../../ui/When.tsx'
import { clockTime, list, number, percent } from '../../words/format.ts'
import { phyle } from '../../words/phyle/words.ts'
import { shell } from '../../words/shell/words.ts'
import { DecisionList } from '../assembly/index.ts'
import { MachineRegister } from '../commons/index.ts'
import { CommonMoney } from './CommonMoney.tsx'
import { Coops } from './FederationCoops.tsx'

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
