import type { SeriesSummary } from '@phyle/sdk/chapters/bonds/api'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { OfCoop } from '../../ui/Foreign.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { bonds } from '../../words/bonds/words.ts'
import { date, percent } from '../../words/format.ts'
import { CoopBalance, CoopRecord } from './CoopFacts.tsx'
import { SeriesTag } from './SeriesTag.tsx'
import { sayPayments } from './sayPayments.ts'

const words = bonds.compare

interface CompareProps {
  offers: readonly SeriesSummary[]
  now: number
}

/** Some offers beside each other, a line for each thing that tells them apart. */
export function Compare({ offers, now }: CompareProps) {
  const money = useMoney()
  const units = (series: SeriesSummary, count: string) => money(BigInt(count) * BigInt(series.face))
  const lines: readonly (readonly [string, (series: SeriesSummary) => ReactNode])[] = [
    [words.coop, (one) => one.coopName],
    [words.state, (one) => <SeriesTag series={one} now={now} />],
    [words.raised, (one) => money(one.raised)],
    [words.least, (one) => units(one, one.leastUnits)],
    [words.most, (one) => units(one, one.mostUnits)],
    [words.price, (one) => money(one.price)],
    [
      words.cap,
      (one) =>
        one.capBps === 10_000
          ? bonds.terms.capPar
          : bonds.terms.capMore({ percent: percent(one.capBps) }),
    ],
    [words.payments, (one) => sayPayments(one, money)],
    [words.endorsed, (one) => (one.endorsed ? bonds.terms.yes : bonds.terms.no)],
    [words.person, (one) => units(one, one.mostPerPerson)],
    [words.until, (one) => date(one.subscribeUntil, 'day', now)],
    [words.expected, (one) => date(one.expectedBy, 'month')],
    [words.balance, (one) => <CoopBalance series={one} />],
    [words.record, (one) => <CoopRecord series={one} now={now} />],
  ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={words.title} tabIndex={0} className="-mx-1 overflow-x-auto px-1">
      <table className="w-full border-collapse text-[0.94rem]">
        <caption className="sr-only">{words.title}</caption>
        <thead>
          <tr>
            <td className="border-b border-edge py-2 pr-4" />
            {offers.map((one) => (
              <th
                key={one.id}
                scope="col"
                className="min-w-36 border-b border-edge py-2 pr-4 text-left align-bottom last:pr-0"
              >
                <Link
                  to="/bonds/$phyle/$id"
                  params={{ phyle: one.phyle, id: one.id }}
                  className="link"
                >
                  <OfCoop coop={one.coop}>{one.title}</OfCoop>
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, of]) => (
            <tr key={name}>
              <th
                scope="row"
                className="border-b border-line py-2.5 pr-4 text-left align-top font-normal text-soft"
              >
                {name}
              </th>
              {offers.map((one) => (
                <td
                  key={one.id}
                  className="num border-b border-line py-2.5 pr-4 align-top last:pr-0"
                >
                  {of(one)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
