import type { ProposalDetail } from '@phyle/sdk/index-api'
import { Card } from '../../ui/Card.tsx'
import { Person } from '../../ui/Person.tsx'
import { choices, assembly as words } from '../../words/en/assembly.ts'

/** What voters said along with their vote. */
export function Reasons({ proposal }: { proposal: ProposalDetail }) {
  const given = proposal.ballots.filter((ballot) => ballot.reason !== null && ballot.reason !== '')
  if (given.length === 0) return null
  return (
    <Card side title={words.reasons.title}>
      <ul className="m-0 flex list-none flex-col gap-3 p-0 text-[0.94rem]">
        {given.map((ballot) => (
          <li key={ballot.voter}>
            <Person address={ballot.voter} face={false} />
            {`, ${proposal.classes[ballot.class]?.name ?? ''}, ${choices[ballot.choice].toLowerCase()}: `}
            <q>{ballot.reason}</q>
          </li>
        ))}
      </ul>
    </Card>
  )
}
