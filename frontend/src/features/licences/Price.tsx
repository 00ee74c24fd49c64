import type { ReactNode } from 'react'
import type { Quote } from '../../chain/permissions.ts'
import type { Offered, Terms } from '../../chain/works.ts'
import { Bar } from '../../ui/Bar.tsx'
import { Card } from '../../ui/Card.tsx'
import { Explained } from '../../ui/Explained.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { date, number } from '../../words/format.ts'
import { licences } from '../../words/licences/words.ts'
import { type Asking, priceSteps, sharesOf } from './asking.ts'

const words = licences.quote

/**
 * How a price comes about, step by step, and what it would take to be free.
 *
 * @rule L2, LIC-2 May I use this?: the price
 */
export function PriceCard({
  work,
  asking,
  answer,
  time,
  children,
}: {
  work: Offered
  asking: Asking
  answer: Quote
  time: string
  children: ReactNode
}) {
  const money = useMoney()
  const { terms } = work
  const steps =
    terms && asking.use === 'firm' && terms.tierBps[asking.tier ?? 0] !== 0
      ? priceSteps(terms, asking.tier, answer)
      : null
  if (!terms || !steps) return <Card title={words.declareCard}>{children}</Card>
  const { needed } = steps
  const share = needed === 0n ? 1 : Math.min(1, Number(answer.credit) / Number(needed))
  const points = number(steps.counted)
  return (
    <Card title={words.how}>
      <Facts
        facts={[
          [words.list, money(steps.list)],
          [words.contributions({ points, needed: number(needed) }), `− ${money(steps.saved)}`],
        ]}
      />
      <div className="flex flex-wrap items-baseline justify-between gap-x-5 border-t border-line pt-3">
        <b>{words.toPay({ time })}</b>
        <span className="num text-[1.29rem] font-semibold">{money(steps.toPay)}</span>
      </div>
      <div className="flex flex-col gap-1.5">
        <Bar parts={[{ share, tone: 'accent' }]} />
        <p className="m-0 text-sm text-soft">
          <Explained
            terms={['points']}
            text={
              steps.fewAttesters
                ? words.fewAttesters({
                    count: Number(answer.distinctAttesters),
                    needed: terms.minAttesters,
                  })
                : answer.credit > 0n
                  ? words.freeAt({ needed: number(needed) })
                  : words.noPoints({ needed: number(needed) })
            }
          />
        </p>
      </div>
      {children}
    </Card>
  )
}

/**
 * Where what is paid goes: shares with their amounts.
 *
 * @rule LIC-7 May I use this?: where the money goes
 */
export function WhereItGoes({
  fee,
  terms,
  parents,
}: {
  fee: bigint
  terms: Terms
  parents: number
}) {
  const money = useMoney()
  const shares = sharesOf(fee, terms, parents)
  return (
    <Card side title={words.whereTitle({ amount: money(fee) })}>
      <Facts
        facts={[
          [words.where.steward, money(shares.steward)],
          parents > 0 && [words.where.parents, money(shares.parents)],
          [words.where.fund, money(shares.fund)],
        ]}
      />
      <p className="m-0 text-sm text-soft">{words.where.note}</p>
    </Card>
  )
}

/**
 * What would make it free.
 *
 * @rule CON-3 May I use this?: what would make it free
 */
export function FreeWays({
  work,
  asking,
  answer,
  topFree,
}: {
  work: Offered
  asking: Asking | null
  answer: Quote | undefined
  topFree: string | null
}) {
  const ways = words.freeWays
  const peopleMissing = answer
    ? Math.max(0, (work.terms?.minAttesters ?? 0) - Number(answer.distinctAttesters))
    : 0
  const lines = [
    ways.NON_COMMERCIAL,
    topFree && ways.SMALL_FIRM({ turnover: topFree }),
    ways.COMMON_GOOD,
    ways.COOPERATOR,
    ways.MEMBER_COOP,
    asking?.use === 'firm' &&
      answer &&
      answer.fee > 0n &&
      (answer.pointsMissing > 0n
        ? ways.CONTRIBUTOR({ points: number(answer.pointsMissing), people: peopleMissing })
        : peopleMissing > 0 && ways.attesters({ people: peopleMissing })),
    work.changeDate > 0 && ways.changeDate({ when: date(work.changeDate) }),
  ]
  return (
    <Card title={words.freeTitle}>
      <ul className="m-0 flex list-disc flex-col gap-1 pl-5">
        {lines.map((line) => line && <li key={line}>{line}</li>)}
      </ul>
    </Card>
  )
}
