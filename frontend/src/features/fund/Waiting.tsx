import { useHasten } from '../../acts/phyle.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { useNameOf } from '../../chain/names.ts'
import type { WaitingSeat } from '../../chain/purse.ts'
import { useHouse } from '../../chain/settings.tsx'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { date, number, shortAddress } from '../../words/format.ts'
import { fund as words } from '../../words/fund/words.ts'

const text = words.waiting

/**
 * Why somebody does not earn the equal share yet, for each co-op in which they wait, and the way to a
 * place that came free.
 *
 * @rule P4, PHY-3, PHY-8 My money: why you wait
 */
export function Waiting({
  seats,
  person,
}: {
  seats: readonly WaitingSeat[]
  person: `0x${string}`
}) {
  return (
    <ul className="m-0 flex list-none flex-col gap-3 p-0">
      {seats.map((seat) => (
        <Seat key={seat.coop} seat={seat} person={person} />
      ))}
    </ul>
  )
}

function Seat({ seat, person }: { seat: WaitingSeat; person: `0x${string}` }) {
  const now = useChainNow()
  const nameOf = useNameOf()
  const house = useHouse()
  const hasten = useHasten()
  const day = (time: number) => date(time, 'day', now)
  const { coop, places, earning, starts, sooner } = seat
  return (
    <li className="flex flex-col gap-2">
      <p className="m-0 max-w-[68ch] text-soft">
        {text.why({
          coop: nameOf(coop) ?? shortAddress(coop),
          places: number(places),
          earning: number(earning),
          when: day(starts),
        })}
      </p>
      {sooner !== null && house && (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <span>{text.free}</span>
          <Button disabled={hasten.busy} onClick={() => void hasten.run({ house, coop, person })}>
            {text.sooner({ when: day(sooner) })}
          </Button>
        </div>
      )}
      <Progress state={hasten.state} done={() => text.done} />
    </li>
  )
}
