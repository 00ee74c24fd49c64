import type { SeriesDetail } from '@phyle/sdk/chapters/bonds/api'
import { useConnection } from 'wagmi'
import { useBuyMachine } from '../../acts/bonds.ts'
import { useNameOf } from '../../chain/names.ts'
import { useHouse } from '../../chain/settings.tsx'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { bonds } from '../../words/bonds/words.ts'
import { date, shortAddress } from '../../words/format.ts'

const words = bonds.buy

/**
 * Anyone has the machine bought, once enough came together and the time to change one's mind is over.
 *
 * @rule I14, I18, BND-4, BND-8, FND-6 Bond offer: buy the machine
 */
export function BuyCard({
  series,
  now,
  stands,
}: {
  series: SeriesDetail
  now: number
  /** Whether the co-op is in good standing. */
  stands: boolean
}) {
  const house = useHouse()
  const money = useMoney()
  const nameOf = useNameOf()
  const signIn = useSignIn()
  const { isConnected } = useConnection()
  const act = useBuyMachine()
  const over = BigInt(series.raised) - BigInt(series.price)
  const buy = () => {
    if (!isConnected) signIn.open()
    else if (house) void act.run({ house, series: BigInt(series.id) })
  }
  if (!stands) {
    return (
      <Card title={words.title}>
        <p className="m-0">
          {words.standing({ coop: series.coopName, when: date(series.buyBy, 'day', now) })}
        </p>
      </Card>
    )
  }
  return (
    <Card title={words.title}>
      <p className="m-0">
        {words.what({
          price: money(series.price),
          supplier: nameOf(series.supplier) ?? shortAddress(series.supplier),
        })}
        {over > 0n && ` ${words.left({ amount: money(over) })}`}
      </p>
      <Button look="main" wide disabled={act.busy} onClick={buy}>
        {words.button}
      </Button>
      <p className="m-0 text-sm text-soft">
        {words.note} {words.until({ when: date(series.buyBy, 'day', now) })}
      </p>
      <Progress state={act.state} done={() => words.done} />
    </Card>
  )
}
