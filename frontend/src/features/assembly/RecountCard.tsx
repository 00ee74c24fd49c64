import type { ProposalDetail } from '@phyle/sdk/index-api'
import { useMutation } from '@tanstack/react-query'
import type { Address } from 'viem'
import { useConfig } from 'wagmi'
import { refusalOf } from '../../chain/refusal.ts'
import { useSettings } from '../../chain/settings.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Notice, Refusal } from '../../ui/Notice.tsx'
import { Person } from '../../ui/Person.tsx'
import { Rich } from '../../ui/Rich.tsx'
import { Table } from '../../ui/Table.tsx'
import { choices, assembly as words } from '../../words/en/assembly.ts'
import { clockTime } from '../../words/format.ts'
import { type RecountResult, recountVote } from './recountVote.ts'

const { recount } = words

interface RecountCardProps {
  proposal: ProposalDetail
  membership: Address
}

/** Counts the vote again on the reader's own device, from the chain alone. */
export function RecountCard({ proposal, membership }: RecountCardProps) {
  const config = useConfig()
  const settings = useSettings()
  const count = useMutation({
    mutationFn: () => recountVote(config, settings, proposal, membership),
  })
  return (
    <Card side title={recount.title}>
      <div aria-live="polite" className="flex flex-col gap-2 text-[0.94rem]">
        {count.isPending && <p className="m-0">{recount.running}</p>}
        {count.isIdle && <p className="m-0">{recount.what}</p>}
        {count.isSuccess && <Result result={count.data} proposal={proposal} />}
      </div>
      {count.isError && <Refusal refusal={refusalOf(count.error)} />}
      <Button disabled={count.isPending} className="self-start" onClick={() => count.mutate()}>
        {count.isSuccess ? recount.again : recount.button}
      </Button>
    </Card>
  )
}

function Result({ result, proposal }: { result: RecountResult; proposal: ProposalDetail }) {
  const { count, same, fingerprint, time } = result
  const sum = (of: 'for' | 'against' | 'abstain' | 'object') =>
    count.classes.reduce((total, one) => total + one[of], 0)
  const direct = count.ballots.filter((ballot) => ballot.route === 'direct').length
  const short = `${fingerprint.slice(2, 6)}…${fingerprint.slice(-2)}`
  return (
    <>
      <p className="m-0">
        <Rich text={recount.checked(count.checked, direct)} />:{' '}
        {recount.counts(sum('for'), sum('against') + sum('object'), sum('abstain'))}
      </p>
      {same ? (
        <p className="m-0">
          <span aria-hidden="true">✓ </span>
          <b>{recount.same}</b>
        </p>
      ) : (
        <Notice tone="danger">
          <Rich text={recount.differs} />
        </Notice>
      )}
      {result.isFileRefused && <Notice tone="danger">{recount.fileRefused}</Notice>}
      {count.faults.length > 0 && (
        <Notice tone="danger">
          {recount.faults(count.faults.length)}
          <ul className="m-0 list-disc pl-5">
            {count.faults.map((fault) => (
              <li key={`${fault.log}:${fault.wallet}:${fault.reason}`}>{fault.sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="m-0 text-sm text-soft">
        {recount.fingerprint(short)} {recount.when(clockTime(time))}
      </p>
      <Disclosure summary={recount.ballots}>
        <Table
          caption={recount.ballots}
          hideCaption
          rows={count.ballots}
          keyOf={(ballot) => ballot.wallet}
          columns={[
            {
              name: recount.heads[0],
              of: (ballot) => <Person address={ballot.wallet} face={false} />,
            },
            { name: recount.heads[1], of: (ballot) => proposal.classes[ballot.class]?.name },
            { name: recount.heads[2], of: (ballot) => choices[ballot.choice] },
            { name: recount.heads[3], of: (ballot) => recount.how[ballot.route] },
          ]}
        />
      </Disclosure>
    </>
  )
}
