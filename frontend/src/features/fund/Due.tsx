import { useState } from 'react'
import { useRefundPledge, useTake } from '../../acts/bonds.ts'
import { useClaimShare } from '../../acts/fund.ts'
import type { Holding, Purse } from '../../chain/purse.ts'
import { useHouse, useSettings } from '../../chain/settings.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { fund as words } from '../../words/fund/words.ts'
import { totalOf } from '../../words/sums.ts'
import { collectable } from './due.ts'
import { useNameOffer } from './useNameOffer.ts'

interface DueProps {
  purse: Purse
  title?: string
  /** Whether the card stands there although nothing is due. */
  always?: boolean
}

/**
 * All that a person can collect from bonds, failed offers and the equal share, each with its button.
 *
 * @rule I7, I16, FND-5, BND-6 My money: collect
 */
export function DueCard({ purse, title = words.due.title, always = false }: DueProps) {
  const { currency } = useSettings()
  const money = useMoney()
  const house = useHouse()
  const nameOffer = useNameOffer()
  const claim = useClaimShare()
  // Money that was just collected stays in sight with its confirmation.
  const [collected, setCollected] = useState<readonly bigint[]>([])
  const due = purse.holdings.filter((one) => one.due > 0n || collected.includes(one.series))
  const isNothing = collectable(purse) === 0n
  if (isNothing && !always && collected.length === 0 && claim.state.step === 'idle') return null
  return (
    <Card title={title}>
      {isNothing ? (
        <p className="m-0 text-soft">{words.due.nothing}</p>
      ) : (
        <p className="num m-0 font-serif text-[clamp(1.7rem,8.5vw,2.4rem)] leading-tight font-semibold">
          {totalOf([purse.share.due, ...purse.holdings.map((one) => one.due)], currency)}
        </p>
      )}
      {(purse.share.due > 0n || due.length > 0) && (
        <ul className="m-0 flex list-none flex-col p-0">
          {purse.share.due > 0n && house && (
            <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line py-3 first:border-0 first:pt-0">
              <b>{words.due.share}</b>
              <Button look="main" disabled={claim.busy} onClick={() => void claim.run(house)}>
                {words.due.collect({ amount: money(purse.share.due) })}
              </Button>
            </li>
          )}
          {due.map((one, at) => (
            <DueBond
              key={one.series.toString()}
              holding={one}
              name={nameOffer(one.series.toString())}
              main={at === 0 && purse.share.due === 0n}
              onCollect={() => setCollected((before) => [...before, one.series])}
            />
          ))}
        </ul>
      )}
      <Progress state={claim.state} done={() => words.due.done} />
      {!isNothing && <p className="m-0 text-sm text-soft">{words.due.note}</p>}
    </Card>
  )
}

interface DueBondProps {
  holding: Holding
  name: string
  main: boolean
  onCollect: () => void
}

function DueBond({ holding, name, main, onCollect }: DueBondProps) {
  const money = useMoney()
  const house = useHouse()
  const take = useTake()
  const refund = useRefundPledge()
  const failed = holding.status === 'failed'
  const act = failed ? refund : take
  const collect = () => {
    if (!house) return
    onCollect()
    void act.run({ house, series: holding.series })
  }
  return (
    <li className="flex flex-col gap-2 border-t border-line py-3 first:border-0 first:pt-0">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <b className="min-w-0">{failed ? words.due.refund({ name }) : words.due.bond({ name })}</b>
        {holding.due > 0n && (
          <Button look={main ? 'main' : 'quiet'} disabled={act.busy || !house} onClick={collect}>
            {words.due.collect({ amount: money(holding.due) })}
          </Button>
        )}
      </div>
      <Progress state={act.state} done={() => words.due.done} />
    </li>
  )
}
