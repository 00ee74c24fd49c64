import { type Address, isAddressEqual } from 'viem'
import { useCollectFees, useDivideFees } from '../../acts/licences.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { useNameOf } from '../../chain/names.ts'
import { useHouse } from '../../chain/settings.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { date, list, shortAddress } from '../../words/format.ts'
import { fund } from '../../words/fund/words.ts'
import { type Fees, onTheWay, readyFees, releasable, useMyFees } from './fees.ts'

const words = fund.licences

/**
 * What one's own account and one's co-ops are owed of licence fees, why, and how to get it; `ready`:
 * only what something can be done about now.
 */
export function FeesCard({ me, ready = false }: { me: Address; ready?: boolean }) {
  const now = useChainNow() ?? 0
  const data = useMyFees(me).data ?? []
  const shown = ready
    ? readyFees(data, now)
    : data.filter((one) => one.claimable + BigInt(one.escrows.length + one.unsplit.length) > 0n)
  if (shown.length === 0) return null
  return (
    <Card title={words.title}>
      <p className="m-0 max-w-[68ch] text-soft">{words.what}</p>
      {shown.map((fees) => (
        <Account key={fees.account} fees={fees} mine={isAddressEqual(fees.account, me)} />
      ))}
    </Card>
  )
}

function Account({ fees, mine }: { fees: Fees; mine: boolean }) {
  const money = useMoney()
  const house = useHouse()
  const now = useChainNow() ?? 0
  const nameOf = useNameOf()
  const collect = useCollectFees()
  const divide = useDivideFees()
  const name = nameOf(fees.account) ?? shortAddress(fees.account)
  const { toDivide, waiting, until } = onTheWay(fees, now)
  const titles = list(fees.works.map(({ title }) => title))
  if (!house) return null
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-4">
      <h3>{mine ? words.yours : name}</h3>
      {fees.works.length > 0 && (
        <p className="m-0 text-[0.94rem]">
          {mine ? words.whyYou({ works: titles }) : words.why({ coop: name, works: titles })}
        </p>
      )}
      <Facts
        facts={[
          [words.ready, money(fees.claimable)],
          toDivide > 0n && [words.toDivide, money(toDivide)],
          waiting > 0n && [words.waiting({ when: date(until, 'day', now) }), money(waiting)],
        ]}
      />
      <div className="flex flex-wrap gap-2.5">
        {fees.claimable > 0n && (
          <Button
            disabled={collect.busy}
            onClick={() => void collect.run({ house, account: fees.account })}
          >
            {mine
              ? words.collect({ amount: money(fees.claimable) })
              : words.collectFor({ amount: money(fees.claimable), coop: name })}
          </Button>
        )}
        {toDivide > 0n && (
          <Button
            disabled={divide.busy}
            onClick={() =>
              void divide.run({ house, release: releasable(fees, now), split: fees.unsplit })
            }
          >
            {words.divide({ amount: money(toDivide) })}
          </Button>
        )}
      </div>
      <p className="m-0 text-sm text-soft">
        {mine ? words.noteMine : words.noteCoop({ coop: name })}
      </p>
      <Progress state={divide.state} done={() => words.divided} />
      <Progress
        state={collect.state}
        done={() => (mine ? words.done : words.doneFor({ coop: name }))}
      />
    </section>
  )
}
