import type { ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import { type Step, Steps } from '../../ui/Steps.tsx'
import { assembly as words } from '../../words/assembly/words.ts'
import { date, duration } from '../../words/format.ts'
import type { Phase } from './state.ts'

interface LifeProps {
  proposal: ProposalDetail
  phase: Phase
  now: number
}

/** What is over, what runs, what comes. */
export function Life({ proposal, phase, now }: LifeProps) {
  const on = (time: number) => date(time, 'day', now)
  const exactly = (time: number) => date(time, 'time')
  const place = (from: number, to: number): Step['state'] =>
    now >= to ? 'over' : now >= from ? 'now' : 'later'
  const { made, votingStarts, votingEnds, executableFrom } = proposal
  const { life } = words
  const lost = phase === 'defeated' || phase === 'cancelled'

  const notice: Step = {
    name: life.notice,
    what:
      votingStarts > made + 1 ? life.between({ from: on(made), to: on(votingStarts) }) : life.none,
    state: place(made, votingStarts),
  }
  const last: Step = proposal.executed
    ? { name: life.carried, what: life.done({ when: on(proposal.executed.time) }), state: 'over' }
    : {
        name: life.carried,
        what: lost
          ? life.notCarried
          : proposal.actionCount > 0
            ? life.byAnyone({ when: on(executableFrom) })
            : life.adopted({ when: on(executableFrom) }),
        state: phase === 'ready' ? 'now' : 'later',
      }
  const steps: readonly Step[] = proposal.cancelled
    ? [notice, { name: life.tookBack({ when: on(proposal.cancelled.time) }), state: 'now' }]
    : [
        notice,
        {
          name: life.voting,
          what: life.until({ when: exactly(votingEnds) }),
          state: place(votingStarts, votingEnds),
        },
        {
          name: life.waiting,
          what: executableFrom > votingEnds ? duration(executableFrom - votingEnds) : life.none,
          state: lost ? 'later' : place(votingEnds, executableFrom),
        },
        last,
      ]
  return <Steps label={life.title} steps={steps} />
}
