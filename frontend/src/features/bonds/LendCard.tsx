import type { SeriesDetail } from '@phyle/sdk/chapters/bonds/api'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useConnection } from 'wagmi'
import { useLend, useTakeSeat } from '../../acts/bonds.ts'
import { useIndex } from '../../chain/indexClient.ts'
import { useMe } from '../../chain/me.ts'
import { useHolding } from '../../chain/purse.ts'
import { useHouse, useSettings } from '../../chain/settings.tsx'
import { exactly, readUnits } from '../../chain/typedMoney.ts'
import { useSignIn } from '../../shell/SignIn.tsx'
import { UnitsField } from '../../ui/AmountField.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { bonds } from '../../words/bonds/words.ts'
import { date } from '../../words/format.ts'
import { shell } from '../../words/shell/words.ts'
import { sayPayments } from './sayPayments.ts'
import {
  latestClose,
  lendProblem,
  limitsOf,
  mindUntil,
  mostBackOf,
  mostOf,
  type Phase,
} from './series.ts'

const words = bonds.lend

interface LendCardProps {
  series: SeriesDetail
  phase: Phase
  now: number
}

/**
 * The one main act while an offer is open; before and after, what is being waited for.
 *
 * @rule BND-1, BND-2, BND-7 Bond offer: lend
 */
export function LendCard({ series, phase, now }: LendCardProps) {
  if (
    series.rentMode === 'USUFRUCT' &&
    !series.endorsed &&
    (phase === 'before' || phase === 'open')
  ) {
    return (
      <Card title={words.title}>
        <p className="m-0">
          {phase === 'before'
            ? words.unbackedBefore({ when: date(series.opens, 'time') })
            : words.unbacked}
        </p>
      </Card>
    )
  }
  if (phase === 'before') {
    return (
      <Card title={words.title}>
        <p className="m-0 font-semibold">{words.before({ when: date(series.opens, 'time') })}</p>
        <p className="m-0 text-soft">{words.beforeNote}</p>
        <Prospects series={series} now={now} />
        <Risk series={series} />
      </Card>
    )
  }
  if (phase === 'closing' && series.freedUnits === '0') {
    const enough = BigInt(series.pledgedUnits) >= BigInt(series.leastUnits)
    return (
      <Card title={words.title}>
        <p className="m-0">{words.closing({ when: date(series.closes, 'time') })}</p>
        <p className="m-0 text-soft">{enough ? words.closingEnough : words.closingShort}</p>
      </Card>
    )
  }
  if (phase !== 'open' && phase !== 'closing') return null
  return <Open series={series} now={now} />
}

function Open({ series, now }: { series: SeriesDetail; now: number }) {
  const { address } = useConnection()
  const signIn = useSignIn()
  const mine = useHolding(BigInt(series.id), address)

  if (!address) {
    return (
      <Card title={words.title}>
        <Prospects series={series} now={now} />
        <Risk series={series} />
        <Button look="main" wide onClick={signIn.open}>
          {shell.signIn.button}
        </Button>
        <p className="m-0 text-sm text-soft">{words.signIn}</p>
      </Card>
    )
  }
  if (mine.data && !mine.data.seated) {
    return (
      <Card title={words.title}>
        <NotSeated cooperator={mine.data.cooperator} />
      </Card>
    )
  }
  return (
    <LendForm
      key={address}
      series={series}
      now={now}
      held={mine.data?.holding?.units ?? 0n}
      cash={mine.data?.cash}
      shutOut={mine.data?.pledge.shutOut ?? false}
    />
  )
}

/** Why this person cannot lend, and what they can do. */
function NotSeated({ cooperator }: { cooperator: boolean }) {
  const { memberships } = useMe()
  const house = useHouse()
  const act = useTakeSeat()
  const { address } = useConnection()
  const inside = useIndex(
    '/api/coops',
    house && address ? {} : null,
    house && address ? { phyle: house.phyle, member: address } : {},
  )
  const coops = new Set(inside.data?.data.map((one) => one.coop))
  const own = memberships.find((one) => one.left === null && coops.has(one.coop))
  const coop = useIndex('/api/coops/:coop', own ? { coop: own.coop } : null)
  const natural = coop.data?.data.classes.find((one) => one.index === own?.class)?.cooperator
  if (house && own && (natural || cooperator)) {
    return (
      <>
        <p className="m-0">{words.notSeated({ coop: own.coopName })}</p>
        <Button
          look="main"
          wide
          disabled={act.busy}
          onClick={() => void act.run({ phyle: house.phyle, coop: own.coop })}
        >
          {words.seat}
        </Button>
        <p className="m-0 text-sm text-soft">{words.seatNote}</p>
        <Progress state={act.state} done={() => words.seatDone} />
      </>
    )
  }
  return (
    <>
      <p className="m-0">{words.notCooperator}</p>
      <Link to="/coops" className={buttonClass()}>
        {words.join}
      </Link>
    </>
  )
}

interface LendFormProps {
  series: SeriesDetail
  now: number
  held: bigint
  cash: bigint | undefined
  /** Whether they took back too much to lend here again. */
  shutOut: boolean
}

function LendForm({ series, now, held, cash, shutOut }: LendFormProps) {
  const house = useHouse()
  const money = useMoney()
  const { currency } = useSettings()
  const act = useLend()
  const [typed, setTyped] = useState('')
  const [lent, setLent] = useState(0n)
  const face = BigInt(series.face)
  const limits = limitsOf(series, held, cash ?? 0n, now)
  const most = mostOf(limits)
  const reading = readUnits(typed, currency)
  const asked = exactly(reading)
  const problem = asked === null ? null : lendProblem(asked, limits)
  const units = problem === null ? asked : null
  const bound = { overOffer: limits.offer, overPerson: limits.person, overCash: limits.cash }

  if (shutOut) {
    return (
      <Card title={words.title}>
        <p className="m-0">{words.shutOut}</p>
      </Card>
    )
  }
  if (cash !== undefined && (limits.person === 0n || limits.offer === 0n)) {
    return (
      <Card title={words.title}>
        <p className="m-0">{limits.person === 0n ? words.enough : words.full}</p>
        <Progress state={act.state} done={() => words.done({ amount: money(lent * face) })} />
      </Card>
    )
  }
  const lend = async (event: FormEvent) => {
    event.preventDefault()
    if (!house || units === null) return
    setLent(units)
    const receipt = await act.run({ house, series: BigInt(series.id), units, face })
    if (receipt) setTyped('')
  }
  return (
    <Card title={held > 0n ? words.more : words.title}>
      {now >= series.subscribeUntil && (
        <p className="m-0">
          {words.freed({
            amount: money(BigInt(series.freedUnits) * face),
            closes: date(series.closes, 'time'),
            latest: date(latestClose(series)),
          })}
        </p>
      )}
      <form className="flex flex-col gap-5" onSubmit={(event) => void lend(event)}>
        <UnitsField
          large
          label={words.amount}
          value={typed}
          onChange={setTyped}
          reading={reading}
          help={cash === undefined ? undefined : words.help({ most: money(most * face) })}
          faults={{ places: words.problems.notWhole, zero: words.problems.zero }}
          error={
            problem === null
              ? undefined
              : words.problems[problem]({ most: money(bound[problem] * face) })
          }
        />
        <Prospects series={series} now={now} units={units ?? undefined} />
        <Risk series={series} />
        <p className="m-0 text-sm text-soft">
          {words.rules({ mind: date(mindUntil(series, now), 'time') })}
        </p>
        <Button
          type="submit"
          look="main"
          wide
          disabled={act.busy || units === null || cash === undefined}
        >
          {units === null ? words.empty : words.button({ amount: money(units * face) })}
        </Button>
        {cash !== undefined && (
          <p className="m-0 text-sm text-soft">{words.note({ have: money(cash) })}</p>
        )}
      </form>
      <Progress
        state={act.state}
        words={{ signing: words.signing }}
        done={() => words.done({ amount: money(lent * face) })}
      />
    </Card>
  )
}

function Prospects({ series, now, units }: { series: SeriesDetail; now: number; units?: bigint }) {
  const money = useMoney()
  return (
    <Facts
      facts={[
        units !== undefined && [
          words.most,
          money(mostBackOf(series, units, BigInt(series.pledgedUnits) + units)),
        ],
        [words.payments, sayPayments(series, money)],
        [words.expected, date(series.expectedBy, 'month')],
        [words.mind, date(mindUntil(series, now), 'day', now)],
      ]}
    />
  )
}

function Risk({ series }: { series: SeriesDetail }) {
  const hasRent = BigInt(series.rent) > 0n
  const from = hasRent
    ? series.endorsed
      ? words.riskBoth({ coop: series.coopName })
      : words.riskRent({ coop: series.coopName })
    : series.endorsed
      ? words.riskCommon
      : words.riskNothing
  return (
    <Notice>
      <b>{words.risk}</b> {from} {words.public}
    </Notice>
  )
}
