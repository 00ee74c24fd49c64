import { useParams } from '@tanstack/react-router'
import { toast } from 'sonner'
import { useChainNow } from '../chain/clock.tsx'
import { useIndex } from '../chain/indexClient.ts'
import { useMoveTime } from '../chain/time.ts'
import { Button } from '../ui/Button.tsx'
import { date } from '../words/format.ts'
import { shell } from '../words/shell/words.ts'

const hour = 3600
const day = 24 * hour

/** On the local chain, whole lives are walked through by moving time on. */
export function TimeControl() {
  const now = useChainNow()
  const move = useMoveTime()
  const params = useParams({ strict: false }) as { assembly?: string; id?: string }
  const decision = useIndex(
    '/api/proposals/:assembly/:id',
    params.assembly && params.id ? { assembly: params.assembly, id: params.id } : null,
  )
  const federations = useIndex('/api/federations', {})
  const phyle = federations.data?.data[0]?.phyle
  const federation = useIndex('/api/federations/:phyle', phyle ? { phyle } : null)
  const running = federation.data?.data.epochs.find((epoch) => !epoch.closed)

  const to = (moment: (now: number) => number) =>
    move.mutate(moment, {
      onSuccess: (time) => toast(shell.time.moved({ when: date(time, 'time') })),
      onError: (error) => toast(String(error)),
    })

  const leaps: readonly (readonly [string, (now: number) => number])[] = [
    [shell.time.hour, (now) => now + hour],
    [shell.time.day, (now) => now + day],
    [shell.time.week, (now) => now + 7 * day],
    [shell.time.month, (now) => now + 30 * day],
  ]
  const vote = params.assembly ? decision.data?.data : undefined

  return (
    <section
      aria-labelledby="time"
      className="flex flex-col gap-2.5 rounded-[14px] border border-dashed border-edge p-4"
    >
      <p className="m-0">
        <b id="time" className="text-ink">
          {shell.time.title}
        </b>{' '}
        {now !== undefined && shell.time.now({ when: date(now, 'time') })} {shell.time.help}
      </p>
      <div className="flex flex-wrap gap-2">
        {leaps.map(([name, moment]) => (
          <Button key={name} disabled={move.isPending} onClick={() => to(moment)}>
            {name}
          </Button>
        ))}
        {vote && now !== undefined && vote.votingEnds >= now && (
          <Button disabled={move.isPending} onClick={() => to(() => vote.votingEnds + 1)}>
            {shell.time.toClose}
          </Button>
        )}
        {vote && now !== undefined && vote.votingEnds < now && vote.executableFrom > now && (
          <Button disabled={move.isPending} onClick={() => to(() => vote.executableFrom + 1)}>
            {shell.time.toCarry}
          </Button>
        )}
        {running && (
          <Button
            disabled={move.isPending}
            onClick={() => to((now) => Math.max(now, running.ends) + 1)}
          >
            {shell.time.toEpoch}
          </Button>
        )}
      </div>
    </section>
  )
}
