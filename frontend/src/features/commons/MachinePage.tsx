import type { Machine } from '@phyle/sdk/chapters/commons/api'
import type { FederationDetail } from '@phyle/sdk/chapters/phyle/api'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex, useIndexPage } from '../../chain/indexClient.ts'
import { useDocument } from '../../chain/relay.ts'
import { Bar } from '../../ui/Bar.tsx'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { DocumentText } from '../../ui/DocumentText.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { OfCoop } from '../../ui/Foreign.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Money, useMoney } from '../../ui/Money.tsx'
import { Page } from '../../ui/Page.tsx'
import { Person } from '../../ui/Person.tsx'
import { Table } from '../../ui/Table.tsx'
import { Turn } from '../../ui/Turn.tsx'
import { useWide } from '../../ui/useWide.ts'
import { When } from '../../ui/When.tsx'
import { clockTime, date, every, percent } from '../../words/format.ts'
import { machines as words } from '../../words/machines/words.ts'
import { shell } from '../../words/shell/words.ts'
import { PayUseFee } from './PayUseFee.tsx'
import { rentStanding } from './rent.ts'

/**
 * A machine of the commons: who uses it, what it earns and for whom.
 *
 * @rule MCH-2 Machine: whose it is
 */
export function MachinePage() {
  const { phyle, id } = useParams({ from: '/commons/machines/$phyle/$id' })
  const query = useIndex('/api/machines/:phyle/:id', { phyle, id })
  return (
    <Loaded query={query} title={shell.nav.commons}>
      {(answer) => <One key={id} machine={answer.data} time={answer.asOf.time} />}
    </Loaded>
  )
}

function One({ machine, time }: { machine: Machine; time: number }) {
  const now = useChainNow() ?? time
  const wide = useWide()
  const federation = useIndex('/api/federations/:phyle', { phyle: machine.phyle })
  const home = federation.data?.data
  const { behind } = rentStanding(machine, now)
  const pay = machine.rent !== '0' && <PayUseFee machine={machine} behind={behind} />
  return (
    <Page
      over={
        <Link to="/coops/$coop" params={{ coop: machine.user }} className="hover:underline">
          {words.page.over({ id: machine.id, coop: machine.userName })}
        </Link>
      }
      title={machine.name}
      heading={<OfCoop coop={machine.user}>{machine.name}</OfCoop>}
      lead={
        home
          ? words.page.lead({ federation: home.name, coop: machine.userName })
          : words.page.leadUnnamed({ coop: machine.userName })
      }
      aside={
        <>
          {wide && pay}
          <About machine={machine} now={now} />
          <p className="m-0 text-sm text-soft">{shell.footer.figures({ when: clockTime(time) })}</p>
        </>
      }
    >
      <Fees machine={machine} now={now} />
      {!wide && pay}
      <Repaid machine={machine} policy={home?.machinePolicy} />
      <Paid machine={machine} />
    </Page>
  )
}

function Fees({ machine, now }: { machine: Machine; now: number }) {
  const money = useMoney()
  const { due, paid, behind, next } = rentStanding(machine, now)
  if (next === null) {
    return (
      <Card title={words.fees.title}>
        <p className="m-0">{words.fees.none}</p>
      </Card>
    )
  }
  const part = (of: bigint, whole: bigint) =>
    whole === 0n ? 0 : Math.min(1, Number((of * 10_000n) / whole) / 10_000)
  const says =
    behind > 0n
      ? words.fees.behind({ amount: money(behind) })
      : paid > due
        ? words.fees.ahead({ when: date(next, 'day', now) })
        : words.fees.even
  return (
    <Card title={words.fees.title}>
      <div>
        <p className="num m-0 font-serif text-[clamp(1.7rem,8.5vw,2.4rem)] leading-tight font-semibold">
          {words.fees.paid({ amount: money(paid) })}
        </p>
        <p className="m-0 text-soft">
          {words.fees.due({
            amount: money(due),
            often: `${money(machine.rent)} ${every(machine.rentPeriod)}`,
          })}
        </p>
      </div>
      <Bar
        tall
        parts={[{ share: behind > 0n ? part(paid, due) : paid > 0n ? 1 : 0, tone: 'accent' }]}
        line={behind > 0n ? 1 : part(due, paid)}
      />
      <p className="m-0">
        <b className={behind > 0n ? 'text-brick' : undefined}>
          <span aria-hidden="true">{behind > 0n ? '! ' : '✓ '}</span>
          {says}
        </b>{' '}
        {behind === 0n && paid <= due && (
          <span className="text-soft">
            {words.fees.next({ amount: money(machine.rent), when: date(next, 'day', now) })}
          </span>
        )}
      </p>
    </Card>
  )
}

interface RepaidProps {
  machine: Machine
  policy: FederationDetail['machinePolicy'] | undefined
}

function Repaid({ machine, policy }: RepaidProps) {
  const money = useMoney()
  const query = useIndex('/api/series/:phyle/:id', { phyle: machine.phyle, id: machine.series })
  const series = query.data?.data
  const reserve = policy?.reserveBps ?? 0
  const toBonds = policy?.bondsBps ?? 0
  const heads = percent(10_000 - reserve - toBonds)
  const split =
    toBonds > 0
      ? words.repaid.splitBonds({ heads, reserve: percent(reserve), bonds: percent(toBonds) })
      : words.repaid.split({ heads, reserve: percent(reserve) })
  const share =
    series && series.capDue !== '0'
      ? Number((BigInt(series.paid) * 10_000n) / BigInt(series.capDue)) / 10_000
      : 0
  return (
    <Card title={words.repaid.title}>
      {series && (
        <div data-chapter="money" className="flex flex-col gap-2">
          <Bar parts={[{ share, tone: 'accent' }]} />
          <p className="m-0">
            {machine.redeemed
              ? words.repaid.done
              : words.repaid.line({ paid: money(series.paid), most: money(series.capDue) })}
          </p>
        </div>
      )}
      <div className="flex flex-col gap-2">
        <h3>{machine.redeemed ? words.repaid.now : words.repaid.after}</h3>
        {machine.rent === '0' ? (
          <p className="m-0">{words.repaid.free}</p>
        ) : (
          <>
            {!machine.redeemed && <p className="m-0">{words.repaid.until}</p>}
            {policy && <p className="m-0">{split}</p>}
          </>
        )}
        {!machine.redeemed && <p className="m-0 text-soft">{words.repaid.leaves}</p>}
      </div>
      <Link
        to="/bonds/$phyle/$id"
        params={{ phyle: machine.phyle, id: machine.series }}
        className="link self-start"
      >
        {words.repaid.see}
      </Link>
    </Card>
  )
}

function Paid({ machine }: { machine: Machine }) {
  const [cursor, setCursor] = useState('')
  const query = useIndexPage(
    '/api/federations/:phyle/pours',
    { phyle: machine.phyle },
    { machine: machine.id, ...(cursor !== '' && { cursor }) },
  )
  const pours = query.data?.data
  if (!pours) return null
  return (
    <Card title={words.fees.history}>
      {pours.length === 0 ? (
        <p className="m-0 text-soft">{words.fees.nothing}</p>
      ) : (
        <Table
          caption={words.fees.history}
          hideCaption
          stacks
          rows={pours}
          keyOf={(pour) => `${pour.tx}:${pour.amount}`}
          columns={[
            { name: words.fees.when, of: (pour) => <When at={pour.time} /> },
            { name: words.fees.who, of: (pour) => <Person address={pour.from} face={false} /> },
            {
              name: words.fees.amount,
              right: true,
              of: (pour) => <Money amount={pour.amount} />,
            },
            {
              name: words.fees.toLenders,
              right: true,
              of: (pour) => <Money amount={pour.toSeries} />,
            },
            {
              name: words.fees.toShare,
              right: true,
              of: (pour) => <Money amount={pour.toHeads} />,
            },
            {
              name: words.fees.toReserve,
              right: true,
              of: (pour) => <Money amount={pour.toReserve} />,
            },
          ]}
        />
      )}
      <Turn page={query.data?.page} onTurn={setCursor} />
    </Card>
  )
}

function About({ machine, now }: { machine: Machine; now: number }) {
  const money = useMoney()
  const { data, isLoading } = useDocument(machine.document)
  return (
    <Card side title={words.facts.title}>
      {data ? (
        <DocumentText content={data} />
      ) : (
        !isLoading && <p className="m-0 text-soft">{words.facts.noDocument}</p>
      )}
      <Facts
        facts={[
          [words.facts.user, machine.userName],
          [words.facts.price, money(machine.price)],
          [words.facts.bought, date(machine.bought.time, 'day', now)],
          [
            words.facts.fee,
            machine.rent === '0'
              ? words.facts.free
              : `${money(machine.rent)} ${every(machine.rentPeriod)}`,
          ],
        ]}
      />
      <Disclosure>
        <p className="m-0">{words.facts.fingerprint}</p>
        <p className="m-0 break-all font-mono text-[0.8rem]">{machine.document}</p>
      </Disclosure>
    </Card>
  )
}
