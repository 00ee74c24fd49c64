import { Link } from '@tanstack/react-router'
import { useChainNow } from '../../chain/clock.tsx'
import { useExpulsion } from '../../chain/expulsions.ts'
import type { CardProps } from '../../shell/feature.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { expulsion as words } from '../../words/expulsion/words.ts'
import { Replies, Said, sayState } from './Replies.tsx'

/**
 * Says on the page of a co-op that its federation decided to expel it, why, what it replied and what it can do.
 *
 * @rule PHY-15 Co-op: an expulsion that was decided
 */
export function ExpulsionCard({ coop }: CardProps) {
  const { data: decided } = useExpulsion(coop.coop, useChainNow())
  if (!decided || decided.state === 'cleared') return null
  return (
    <Card title={sayState(decided, coop.name)}>
      <Disclosure summary={words.grounds}>
        <Said digest={decided.grounds} />
      </Disclosure>
      <Replies coop={coop.coop} who={coop.name} />
      {decided.state === 'runs' && (
        <Link
          to="/propose/$coop"
          params={{ coop: coop.coop }}
          search={{ what: 'answer' }}
          className={`self-start ${buttonClass()}`}
        >
          {words.propose}
        </Link>
      )}
    </Card>
  )
}
