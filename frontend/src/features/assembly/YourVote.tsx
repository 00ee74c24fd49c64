import type { Place } from '@phyle/sdk/answer'
import { motionOf, type Paper } from '@phyle/sdk/ballot'
import type { ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import { CHOICES, type Choice } from '@phyle/sdk/chapters/assembly/enums'
import { REASON_LENGTH } from '@phyle/sdk/reason'
import { useState } from 'react'
import { toast } from 'sonner'
import type { Address } from 'viem'
import { useConnection } from 'wagmi'
import { useTakeBack } from '../../acts/carryOut.ts'
import { useCastVote } from '../../acts/castVote.ts'
import { usePostbox } from '../../chain/services.ts'
import { useSettings } from '../../chain/settings.tsx'
import { useSignIn } from '../../shell/SignIn.tsx'
import { postboxWords } from '../../shell/serviceWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { assembly as words } from '../../words/assembly/words.ts'
import { choices } from '../../words/choices/words.ts'
import { date } from '../../words/format.ts'
import { shell } from '../../words/shell/words.ts'
import { canBeChanged, isCounted, standingOf } from './myVote.ts'
import { SignedWords } from './SignedWords.tsx'
import type { Phase } from './state.ts'
import { useMyVote } from './useMyVote.ts'
import { Standing } from './VoteStanding.tsx'

const { yourVote } = words
const order: readonly Choice[] = ['for', 'against', 'abstain', 'object']

interface YourVoteProps {
  proposal: ProposalDetail
  phase: Phase
  now: number
  /** When the index, or the chain, said all this. */
  asOf: Pick<Place, 'block' | 'time'>
}

/**
 * The reader's own vote: cast it, see it counted, change it.
 *
 * @rule G4, G10, G12, ASM-2, ASM-4, ASM-9, ASM-12, MEM-5 Decision: your vote
 */
export function YourVote({ proposal, phase, now, asOf }: YourVoteProps) {
  const { address } = useConnection()
  const signIn = useSignIn()
  const open = phase === 'active'

  if (phase === 'pending') {
    return (
      <Card title={yourVote.title}>
        <p className="m-0">{yourVote.pending({ when: date(proposal.votingStarts, 'time') })}</p>
        {address === proposal.proposer && <TakeBack proposal={proposal} />}
      </Card>
    )
  }
  if (!open) {
    if (!address) return null
    return (
      <Card title={yourVote.title}>
        <p className="m-0">{yourVote.closed}</p>
        {proposal.mayVote && (
          <Closed proposal={proposal} asOf={asOf} member={address} now={now} key={address} />
        )}
      </Card>
    )
  }
  if (!address) {
    return (
      <Card title={yourVote.title}>
        <p className="m-0">{yourVote.signedOut}</p>
        <Button look="main" wide onClick={signIn.open}>
          {shell.signIn.button}
        </Button>
      </Card>
    )
  }
  if (proposal.mayVote === false) {
    return (
      <Card title={yourVote.title}>
        <p className="m-0">{yourVote.notMember}</p>
      </Card>
    )
  }
  return <Voting proposal={proposal} now={now} asOf={asOf} member={address} key={address} />
}

interface MemberProps extends Omit<YourVoteProps, 'phase'> {
  member: Address
}

function Closed({ proposal, asOf, member, now }: MemberProps) {
  const mine = useMyVote(proposal, asOf, member)
  return mine.vote.state === 'none' ? (
    <p className="m-0">{yourVote.youSaidNothing}</p>
  ) : (
    <Standing mine={mine} proposal={proposal} now={now} />
  )
}

function TakeBack({ proposal }: { proposal: ProposalDetail }) {
  const act = useTakeBack()
  return (
    <>
      <Button className="self-start" disabled={act.busy} onClick={() => void act.run(proposal)}>
        {words.takeBack.button}
      </Button>
      <p className="m-0 text-sm text-soft">{words.takeBack.help}</p>
      <Progress state={act.state} done={() => words.takeBack.done} />
    </>
  )
}

function Voting({ proposal, asOf, member, now }: MemberProps) {
  const { chainId } = useSettings()
  const noPostbox = postboxWords(usePostbox())
  const act = useCastVote()
  const mine = useMyVote(proposal, asOf, member)
  const [chosen, setChosen] = useState<Choice | null>(null)
  const [reason, setReason] = useState('')

  const standing = standingOf(mine.vote)
  const choice = chosen ?? standing
  const byChange = canBeChanged(mine.vote)
  // A vote that the member sent can only be replaced by another one that they send.
  const onlySelf = isCounted(mine.vote) && !byChange
  const unreasonable = byChange && choice === 'object'
  const self = onlySelf || unreasonable || noPostbox !== null

  const paper: Paper = {
    chainId,
    assembly: proposal.assembly,
    cooperative: proposal.paper.cooperative,
    resolution: proposal.paper.resolution,
    language: proposal.paper.language,
    proposal: BigInt(proposal.id),
    motion: motionOf(proposal.actions, proposal.description),
  }
  const cast = async (by: 'relay' | 'change' | 'self') => {
    if (choice === null) return
    const done = await act.run({ paper, choice, by, reason })
    if (!done) return
    setChosen(null)
    setReason('')
    await mine.read()
    toast(done.by === 'self' ? yourVote.counted : byChange ? yourVote.changeTaken : yourVote.taken)
    if (done.by === 'relay' && done.kept === false) toast(yourVote.reasonLost)
    act.reset()
  }
  const changed = chosen !== null && chosen !== standing
  const blocks = proposal.rule.maxObjections !== null
  const unreasoned = choice === 'object' && reason.trim() === ''
  const changing = choice !== null && (standing === null || changed)
  const reasonField = (
    <Field
      label={choice === 'object' ? yourVote.objection : yourVote.reason}
      optional={choice !== 'object'}
      help={
        self
          ? yourVote.reasonOnChain
          : choice === 'object'
            ? yourVote.reasonInObjection
            : yourVote.reasonAtPostbox
      }
    >
      <textarea
        className={inputClass}
        rows={3}
        maxLength={REASON_LENGTH}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Field>
  )

  return (
    <Card title={yourVote.title}>
      <Standing mine={mine} proposal={proposal} now={now} />
      <Choices
        legend={byChange ? yourVote.changeLegend : yourVote.legend}
        hideLegend={!byChange}
        row
        value={choice}
        onChange={(value) => {
          setChosen(value)
          if (act.state.step !== 'idle') act.reset()
        }}
        choices={order
          .filter((one) => CHOICES.includes(one))
          .map((value) => ({
            value,
            label: value === 'object' ? `${choices.object}…` : choices[value],
          }))}
      />
      {choice === 'object' && (
        <p className="m-0 text-sm text-soft">
          {blocks ? yourVote.objectHelp : yourVote.objectionsDoNotBlock}
        </p>
      )}
      {changing &&
        (choice === 'object' ? (
          reasonField
        ) : (
          <Disclosure summary={yourVote.addReason}>{reasonField}</Disclosure>
        ))}
      {noPostbox !== null && !onlySelf && (
        <Notice>{yourVote.noPostbox({ what: noPostbox })}</Notice>
      )}
      {onlySelf && <p className="m-0 text-sm text-soft">{yourVote.onlyBySending}</p>}
      {unreasonable && changed && (
        <p className="m-0 text-sm text-soft">{yourVote.changeHasNoReason}</p>
      )}
      {standing !== null && !changed && (
        <p className="m-0 text-sm text-soft">
          {byChange && noPostbox === null ? yourVote.changeFree : yourVote.another}
        </p>
      )}
      {(standing === null || changed) && (
        <Button
          look="main"
          wide
          disabled={act.busy || choice === null || unreasoned}
          onClick={() => void cast(self ? 'self' : byChange ? 'change' : 'relay')}
        >
          {choice === null
            ? yourVote.choose
            : unreasoned
              ? yourVote.sayWhy
              : self
                ? isCounted(mine.vote)
                  ? yourVote.sendChange
                  : yourVote.self
                : byChange
                  ? yourVote.signChange
                  : standing === null
                    ? yourVote.sign
                    : yourVote.change}
        </Button>
      )}
      <Progress
        state={act.state}
        words={self ? undefined : yourVote.steps}
        refused={
          !self && (
            <Button className="self-start" disabled={unreasoned} onClick={() => void cast('self')}>
              {yourVote.self}
            </Button>
          )
        }
      />
      {choice !== null && !self && (standing === null || changed) && (
        <SignedWords
          paper={paper}
          kind={proposal.kind}
          choice={choice}
          reason={reason}
          isChange={byChange}
        />
      )}
      {changing && !self && (
        <Disclosure summary={yourVote.self}>
          <Button
            className="self-start"
            disabled={act.busy || unreasoned}
            onClick={() => void cast('self')}
          >
            {reason.trim() === '' ? yourVote.self : yourVote.selfWithReason}
          </Button>
          <p className="m-0 text-sm text-soft">{yourVote.selfHelp}</p>
        </Disclosure>
      )}
    </Card>
  )
}
