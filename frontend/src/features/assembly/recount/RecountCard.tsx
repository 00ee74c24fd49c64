import type { ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import { matches } from '@phyle/sdk/search'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Address } from 'viem'
import { useNameOf } from '../../../chain/names.ts'
import { refusalOf } from '../../../chain/refusal.ts'
import { useSettings } from '../../../chain/settings.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Field, inputClass } from '../../../ui/Field.tsx'
import { LongTable } from '../../../ui/LongTable.tsx'
import { Notice, Refusal } from '../../../ui/Notice.tsx'
import { Person } from '../../../ui/Person.tsx'
import { Rich } from '../../../ui/Rich.tsx'
import { assembly as words } from '../../../words/assembly/words.ts'
import { choices } from '../../../words/choices/words.ts'
import { clockTime } from '../../../words/format.ts'
import { countVote } from './countAside.ts'
import type { RecountProgress, RecountResult } from './recountVote.ts'

const { recount } = words

interface RecountCardProps {
  proposal: ProposalDetail
  membership: Address
}

/**
 * Counts the vote again on the reader's own device, from the chain alone; says how far it is, and can be stopped.
 *
 * @rule G1 Decision: count again
 */
export function RecountCard({ proposal, membership }: RecountCardProps) {
  const settings = useSettings()
  const [progress, setProgress] = useState<RecountProgress | null>(null)
  const stopping = useRef<AbortController>(null)
  const count = useMutation({
    mutationFn: () => {
      const ending = new AbortController()
      stopping.current = ending
      setProgress({ step: 'ballots', done: 0, all: proposal.voted })
      const order = { settings, proposal, membership }
      return countVote(order, { onProgress: setProgress, signal: ending.signal })
    },
  })
  useEffect(() => () => stopping.current?.abort(), [])
  const wasStopped = count.isError && stopping.current?.signal.aborted === true
  return (
    <Card side title={recount.title}>
      <div aria-live="polite" className="flex flex-col gap-2 text-[0.94rem]">
        {count.isPending && progress && <p className="m-0">{recount.steps[progress.step]}</p>}
        {count.isIdle && <p className="m-0">{recount.what}</p>}
        {wasStopped && <p className="m-0">{recount.stopped}</p>}
        {count.isSuccess && <Result result={count.data} proposal={proposal} />}
      </div>
      {count.isPending && progress && <HowFar progress={progress} />}
      {count.isError && !wasStopped && <Refusal refusal={refusalOf(count.error)} />}
      {count.isPending ? (
        <Button className="self-start" onClick={() => stopping.current?.abort()}>
          {recount.stop}
        </Button>
      ) : (
        <Button className="self-start" onClick={() => count.mutate()}>
          {count.isSuccess ? recount.again : recount.button}
        </Button>
      )}
    </Card>
  )
}

const METER =
  'h-2 w-full appearance-none overflow-hidden rounded-md bg-track [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-track [&::-webkit-progress-value]:bg-accent'

/** Beside the live words, which would else be spoken at every step. */
function HowFar({ progress: { step, done, all } }: { progress: RecountProgress }) {
  return (
    <div className="flex flex-col gap-1 text-sm text-soft">
      <progress
        aria-label={recount.steps[step]}
        value={Math.min(done, all)}
        max={Math.max(all, 1)}
        className={METER}
      />
      {all > 0 && <span className="num">{recount.progress({ done, all })}</span>}
    </div>
  )
}

function Result({ result, proposal }: { result: RecountResult; proposal: ProposalDetail }) {
  const { count, same, fingerprint, time } = result
  const sum = (of: 'for' | 'against' | 'abstain' | 'object') =>
    count.classes.reduce((total, one) => total + one[of], 0)
  const direct = count.ballots.filter((ballot) => ballot.route === 'direct').length
  const changed = count.ballots.filter(({ change }) => change !== 0n).length
  const signatures = count.checked
  const checked =
    direct === 0 ? recount.checked({ signatures }) : recount.checkedBoth({ signatures, direct })
  const short = `${fingerprint.slice(2, 6)}…${fingerprint.slice(-2)}`
  return (
    <>
      <p className="m-0">
        <Rich text={checked} />:{' '}
        {recount.counts({
          yes: sum('for'),
          no: sum('against') + sum('object'),
          abstain: sum('abstain'),
        })}
      </p>
      {changed > 0 && <p className="m-0">{recount.changed({ count: changed })}</p>}
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
          {recount.faults({ count: count.faults.length })}
          <ul className="m-0 list-disc pl-5">
            {count.faults.map((fault) => (
              <li key={`${fault.log}:${fault.wallet}:${fault.reason}`}>{fault.sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p className="m-0 text-sm text-soft">
        {recount.fingerprint({ hash: short })} {recount.when({ when: clockTime(time) })}
      </p>
      <Disclosure summary={recount.ballots} lazy>
        <Ballots ballots={count.ballots} proposal={proposal} />
      </Disclosure>
    </>
  )
}

interface BallotsProps {
  ballots: RecountResult['count']['ballots']
  proposal: ProposalDetail
}

/** So many are found without a search. */
const AT_A_GLANCE = 20

function Ballots({ ballots, proposal }: BallotsProps) {
  const nameOf = useNameOf()
  const [text, setText] = useState('')
  const found =
    text === ''
      ? ballots
      : ballots.filter(({ wallet }) => matches(text, [nameOf(wallet) ?? '', wallet]))
  return (
    <>
      {ballots.length > AT_A_GLANCE && (
        <Field label={recount.find}>
          <input
            type="search"
            className={inputClass}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
      )}
      <LongTable
        caption={recount.ballots}
        hideCaption
        rows={found}
        keyOf={(ballot) => ballot.wallet}
        columns={[
          {
            name: recount.heads[0],
            of: (ballot) => <Person address={ballot.wallet} face={false} />,
          },
          { name: recount.heads[1], of: (ballot) => proposal.classes[ballot.class]?.name },
          { name: recount.heads[2], of: (ballot) => choices[ballot.choice] },
          {
            name: recount.heads[3],
            of: (ballot) => recount.how[ballot.change === 0n ? ballot.route : 'changed'],
          },
        ]}
      />
    </>
  )
}
