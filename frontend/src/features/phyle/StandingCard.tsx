import type { Standing } from '@phyle/sdk/chapters/phyle/api'
import { useChainNow } from '../../chain/clock.tsx'
import { Card } from '../../ui/Card.tsx'
import { date } from '../../words/format.ts'
import { phyle } from '../../words/phyle/words.ts'

const words = phyle.standing

/**
 * The four answers of the open co-op test, with what is missing.
 *
 * @rule PHY-12, PHY-13 Co-op: whether it is an open co-op
 */
export function StandingCard({ standing }: { standing: Standing }) {
  return (
    <Card side title={words.title}>
      <StandingList standing={standing} />
    </Card>
  )
}

export function StandingList({ standing }: { standing: Standing }) {
  const now = useChainNow()
  return (
    <ul className="m-0 flex list-none flex-col gap-2 p-0 text-[0.94rem]">
      {standing.answers.map((answer) => (
        <li key={answer.question} className="flex gap-2.5">
          <span
            role="img"
            aria-label={answer.yes ? words.yes : words.no}
            className={answer.yes ? 'font-bold text-green' : 'font-bold text-brick'}
          >
            {answer.yes ? '✓' : '✕'}
          </span>
          <span>
            {words.questions[answer.question]}
            {answer.yes && answer.until !== null && (
              <span className="text-sm text-soft">
                {' '}
                {words.until({ when: date(answer.until, 'day', now) })}
              </span>
            )}
            {answer.reason !== null && (
              <span className="block text-sm text-soft">{words.reasons[answer.reason]}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
