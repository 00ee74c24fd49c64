import type { Ballot, ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import type { Choice } from '@phyle/sdk/chapters/assembly/enums'
import { isAddressEqual } from 'viem'
import { useKeptReasons } from '../../chain/relay.ts'
import { Card } from '../../ui/Card.tsx'
import { Foreign } from '../../ui/Foreign.tsx'
import { Person } from '../../ui/Person.tsx'
import { assembly as words } from '../../words/assembly/words.ts'
import { choices } from '../../words/choices/words.ts'

interface Said {
  readonly voter: Ballot['voter']
  readonly choice: Choice
  readonly reason: string
  /** Recorded with the vote, or signed apart and kept at the postbox. */
  readonly onChain: boolean
  /** Of the voter, once the vote is counted. */
  readonly group: string | undefined
}

/** What voters said along with their vote, and where each reason stands. */
export function Reasons({ proposal }: { proposal: ProposalDetail }) {
  const { assembly, id, paper, ballots, classes } = proposal
  const kept = useKeptReasons({ assembly, proposal: id, resolution: paper.resolution })
  const groupOf = (ballot: Ballot | undefined) => ballot && classes[ballot.class]?.name
  const recorded = ballots.flatMap((ballot): Said[] =>
    ballot.reason === null || ballot.reason === ''
      ? []
      : [{ ...ballot, reason: ballot.reason, onChain: true, group: groupOf(ballot) }],
  )
  const beside = (kept.data ?? []).flatMap(({ member, choice, reason }): Said[] => {
    const ballot = ballots.find(({ voter }) => isAddressEqual(voter, member))
    // A reason is left out once its voter changed their mind, or gave another with the vote.
    if (ballot && (ballot.choice !== choice || ballot.reason)) return []
    return [{ voter: member, choice, reason, onChain: false, group: groupOf(ballot) }]
  })
  const all = [...recorded, ...beside]
  if (all.length === 0) return null
  return (
    <Card side title={words.reasons.title}>
      <ul className="m-0 flex list-none flex-col gap-3 p-0 text-[0.94rem]">
        {all.map(({ voter, choice, reason, onChain, group }) => (
          <li key={voter}>
            <Person address={voter} face={false} />
            {group !== undefined && (
              <>
                {', '}
                <Foreign lang={paper.language}>{group}</Foreign>
              </>
            )}
            {`, ${choices[choice].toLowerCase()}: `}
            <q lang={paper.language} dir="auto">
              {reason}
            </q>
            {!onChain && (
              <span className="block text-sm text-soft">
                {group === undefined ? words.reasons.waiting : words.reasons.beside}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
