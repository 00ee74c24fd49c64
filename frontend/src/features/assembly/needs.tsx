import type { ProposalSummary } from '@phyle/sdk/chapters/assembly/api'
import { Link } from '@tanstack/react-router'
import { useIndex } from '../../chain/indexClient.ts'
import { useLanguageOf } from '../../chain/languages.ts'
import { refusalOf } from '../../chain/refusal.ts'
import type { Need, Needing, Waiting } from '../../shell/feature.ts'
import { waitsIn } from '../../shell/waits.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { OfCoop } from '../../ui/Foreign.tsx'
import { Refusal } from '../../ui/Notice.tsx'
import { Row, Rows } from '../../ui/Rows.tsx'
import { needs as words } from '../../words/assembly/needs/words.ts'
import { date } from '../../words/format.ts'
import { standing } from '../../words/standing/words.ts'
import { useSaid } from './useMyVote.ts'

const useProposals = ({ address }: Needing) => useIndex('/api/proposals', {}, { member: address })

/** Votes that are open and in which the reader has not said anything. */
function useVotes(needing: Needing): Waiting {
  const { now } = needing
  const { data, error } = useProposals(needing)
  const saidIn = useSaid()
  const open = data?.data
    .filter(
      (vote) =>
        vote.mayVote &&
        !saidIn(vote, now) &&
        !vote.cancelled &&
        now >= vote.votingStarts &&
        now < vote.votingEnds,
    )
    .toSorted((a, b) => a.votingEnds - b.votingEnds)
  return {
    waits: waitsIn(open?.length, error !== null),
    show: () => (
      <>
        {error && <Refusal refusal={refusalOf(error)} />}
        <Decisions
          title={words.votes}
          decisions={open ?? []}
          act={words.vote}
          more={(vote) =>
            `${vote.coopName} · ${standing.closes({ when: date(vote.votingEnds, 'time') })}`
          }
          urgent
        />
      </>
    ),
  }
}

/** Decisions that were carried and that anybody can carry out now. */
function useReady(needing: Needing): Waiting {
  const { now } = needing
  const { data, isError } = useProposals(needing)
  const ready = data?.data.filter(
    (vote) =>
      vote.passing &&
      !vote.executed &&
      !vote.cancelled &&
      vote.actionCount > 0 &&
      now >= vote.executableFrom &&
      now < vote.expires,
  )
  return {
    waits: waitsIn(ready?.length, isError),
    show: () => (
      <Decisions
        title={words.carry}
        decisions={ready ?? []}
        act={words.carryOut}
        more={({ coopName }) => coopName}
      />
    ),
  }
}

interface DecisionsProps {
  title: string
  decisions: readonly ProposalSummary[]
  /** What can be done with each. */
  act: string
  more: (decision: ProposalSummary) => string
  /** Whether the first is the most urgent of all that waits. */
  urgent?: boolean
}

function Decisions({ title, decisions, act, more, urgent = false }: DecisionsProps) {
  const languageOf = useLanguageOf()
  if (decisions.length === 0) return null
  return (
    <Card title={title}>
      <Rows>
        {decisions.map((one, at) => (
          <Row
            key={`${one.assembly}:${one.id}`}
            what={one.title}
            lang={languageOf(one.coop)}
            more={more(one)}
          >
            <Link
              to="/decisions/$assembly/$id"
              params={{ assembly: one.assembly, id: one.id }}
              className={buttonClass(urgent && at === 0 ? 'main' : 'quiet')}
            >
              {act}
              <span className="sr-only">
                : <OfCoop coop={one.coop}>{one.title}</OfCoop>
              </span>
            </Link>
          </Row>
        ))}
      </Rows>
    </Card>
  )
}

/** What needs the reader. */
export const needs: readonly Need[] = [
  { order: 10, name: 'votes', useWaiting: useVotes },
  { order: 20, name: 'ready', useWaiting: useReady },
]
