import { Link } from '@tanstack/react-router'
import { useIndex } from '../../chain/indexClient.ts'
import { useMe } from '../../chain/me.ts'
import type { CardProps } from '../../shell/feature.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { cooperative } from '../../words/cooperative/words.ts'
import { DecisionList } from './DecisionsPage.tsx'
import { Follow } from './Follow.tsx'

const words = cooperative.coopPage

/** What is being decided in a co-op. */
export function CoopDecisions({ coop }: CardProps) {
  const { memberships } = useMe()
  const member = memberships.some((one) => one.coop === coop.coop && one.left === null)
  const query = useIndex('/api/proposals', {}, { coop: coop.coop, open: 'true' })
  return (
    <section className="flex flex-col gap-3">
      <h2>{words.decisions}</h2>
      <Loaded query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="m-0 text-soft">{words.noDecisions}</p>
          ) : (
            <DecisionList proposals={data} />
          )
        }
      </Loaded>
      <div className="flex flex-wrap gap-3">
        {member && (
          <Link to="/propose/$coop" params={{ coop: coop.coop }} className={buttonClass()}>
            {words.propose}
          </Link>
        )}
        <Link to="/decisions" search={{ coop: coop.coop }} className={buttonClass()}>
          {words.allDecisions}
        </Link>
      </div>
      <Follow coop={coop.coop} />
    </section>
  )
}
