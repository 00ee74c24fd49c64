import type { Contribution } from '@phyle/sdk/chapters/licences/api'
import { creditAt } from '@phyle/sdk/chapters/licences/credit'
import { useConnection } from 'wagmi'
import { useBookContributions } from '../../acts/licences.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { useHouse } from '../../chain/settings.tsx'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { date, number } from '../../words/format.ts'
import { licences } from '../../words/licences/words.ts'

const words = licences.credit

/** What somebody's contributions count now, what comes and what fades, in sentences. */
export function Credit({ given }: { given: readonly Contribution[] }) {
  const now = useChainNow()
  if (now === undefined || given.length === 0) return null
  const credit = creditAt(
    given.map(({ points, matures, counted }) => ({ points: BigInt(points), matures, counted })),
    now,
  )
  const day = (at: number) => date(at, 'day', now)
  const lines = [
    words.now({ points: number(credit.now), one: credit.now === 1n }),
    ...credit.pending.map(({ points, matures }) =>
      words.pending({ points: number(points), one: points === 1n, when: day(matures) }),
    ),
    credit.toBook > 0n &&
      words.toBook({ points: number(credit.toBook), one: credit.toBook === 1n }),
    ...credit.fades.map(({ points, at }) =>
      words.fade({ points: number(points), one: points === 1n, when: day(at) }),
    ),
  ]
  return (
    <>
      <ul className="m-0 flex list-none flex-col gap-1 p-0 text-[0.94rem]">
        {lines.map((line) => line && <li key={line}>{line}</li>)}
      </ul>
      <Book matured={given.filter(({ counted, matures }) => !counted && matures <= now)} />
    </>
  )
}

/** Anyone can have booked what has waited long enough, should the postbox not do it. */
function Book({ matured }: { matured: readonly Contribution[] }) {
  const house = useHouse()
  const { address } = useConnection()
  const act = useBookContributions()
  const book = async () => {
    if (!house) return
    await act.run({
      contributions: house.contributions,
      matured: matured.map(({ family, artefact }) => ({ family: BigInt(family), artefact })),
    })
  }
  return (
    <>
      {matured.length > 0 && address && house && act.state.step !== 'done' && (
        <Button className="self-start" disabled={act.busy} onClick={() => void book()}>
          {words.book}
        </Button>
      )}
      <Progress state={act.state} done={() => words.booked} />
    </>
  )
}
