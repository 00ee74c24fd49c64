import type { FederationDetail } from '@phyle/sdk/chapters/phyle/api'
import { Link } from '@tanstack/react-router'
import { useSettings } from '../../chain/settings.tsx'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Flow, type FlowLink, type FlowNode } from '../../ui/Flow.tsx'
import { Money, useMoney } from '../../ui/Money.tsx'
import { Person } from '../../ui/Person.tsx'
import { Table } from '../../ui/Table.tsx'
import { When } from '../../ui/When.tsx'
import { phyle } from '../../words/phyle/words.ts'
import { partsOf } from '../../words/sums.ts'

const words = phyle.federation

export function CommonMoney({ federation }: { federation: FederationDetail }) {
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
                      {pour.work === null ? (
                        words.pourSources[pour.source]
                      ) : (
                        <Link
                          to="/commons/works/$phyle/$id"
                          params={{ phyle: federation.phyle, id: pour.work }}
                          className="link"
                        >
                          {words.pourSources[pour.source]}
                        </Link>
                      )}
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
