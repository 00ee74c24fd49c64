import type { Paper } from '@phyle/sdk/ballot'
import type { ProposalDetail } from '@phyle/sdk/index-api'
import { CHOICES, type Choice, choiceWord, kindWord, type Language } from '@phyle/sdk/language'
import { REASON_LENGTH } from '@phyle/sdk/reason'
import { useState } from 'react'
import { toast } from 'sonner'
import { useConnection } from 'wagmi'
import { useTakeBack } from '../../acts/carryOut.ts'
import { useCastVote } from '../../acts/castVote.ts'
import { useRelayedBallot } from '../../chain/relay.ts'
import { usePostbox } from '../../chain/services.ts'
import { useSettings } from '../../chain/settings.tsx'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Rich } from '../../ui/Rich.tsx'
import { choices, assembly as words } from '../../words/en/assembly.ts'
import { kinds } from '../../words/en/rules.ts'
import { shell } from '../../words/en/shell.ts'
import { clockTime, date, languageName } from '../../words/format.ts'
import type { Phase } from './state.ts'

const { yourVote } = words
/** Of the app's own words; a ballot's are in the co-op's. */
const APP_LANGUAGE: Language = 'en'
const order: readonly Choice[] = ['for', 'against', 'abstain', 'object']

interface YourVoteProps {
  proposal: ProposalDetail
  phase: Phase
  now: number
}

/** The reader's own vote: cast it, see it counted, change it. */
export function YourVote({ proposal, phase, now }: YourVoteProps) {
  const { address } = useConnection()
  const signIn = useSignIn()
  const open = phase === 'active'
  const mine = proposal.mine ?? null

  if (phase === 'pending') {
    return (
      <Card title={yourVote.title}>
        <p className="m-0">{yourVote.pending(date(proposal.votingStarts, 'time'))}</p>
        {address === proposal.proposer && <TakeBack proposal={proposal} />}
      </Card>
    )
  }
  if (!open) {
    if (!address) return null
    return (
      <Card title={yourVote.title}>
        <p className="m-0">
          {yourVote.closed}{' '}
          {proposal.mayVote && (
            <Rich text={mine ? yourVote.youSaid(mine.choice) : yourVote.youSaidNothing} />
          )}
        </p>
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
  return <Voting proposal={proposal} now={now} key={address} />
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

function Voting({ proposal }: { proposal: ProposalDetail; now: number }) {
  const { chainId } = useSettings()
  const { address } = useConnection()
  const noPostbox = usePostbox() === 'down'
  const act = useCastVote()
  const relayed = useRelayedBallot(proposal.assembly, proposal.id, address)
  const [chosen, setChosen] = useState<Choice | null>(null)
  const [reason, setReason] = useState('')

  const counted = proposal.mine ?? null
  const waiting = relayed.data?.state === 'waiting' || relayed.data?.state === 'sent'
  const standing = waiting ? (relayed.data?.choice ?? null) : (counted?.choice ?? null)
  const choice = chosen ?? standing
  // What is counted can only be replaced by a vote that the member sends.
  const onlySelf = counted !== null || relayed.data?.state === 'counted'
  const self = onlySelf || noPostbox

  const paper: Paper = {
    chainId,
    assembly: proposal.assembly,
    cooperative: proposal.paper.cooperative,
    resolution: proposal.paper.resolution,
    language: proposal.paper.language,
    proposal: BigInt(proposal.id),
  }
  const cast = async (by: 'relay' | 'self') => {
    if (choice === null) return
    const done = await act.run({ paper, choice, by, reason })
    if (!done) return
    setChosen(null)
    setReason('')
    await relayed.refetch()
    toast(done.by === 'self' ? yourVote.counted : yourVote.waiting(clockTime(done.receipt.sends)))
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
      help={self ? yourVote.reasonOnChain : yourVote.reasonAtPostbox}
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
      <Standing counted={counted} relayed={relayed.data ?? null} />
      <Choices
        legend={yourVote.legend}
        hideLegend
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
      {noPostbox && !onlySelf && <Notice>{yourVote.relayDown}</Notice>}
      {onlySelf && changed && <p className="m-0 text-sm text-soft">{yourVote.changeCounted}</p>}
      {standing !== null && !changed && <p className="m-0 text-sm text-soft">{yourVote.another}</p>}
      {(standing === null || changed) && (
        <Button
          look="main"
          wide
          disabled={act.busy || choice === null || unreasoned}
          onClick={() => void cast(self ? 'self' : 'relay')}
        >
          {choice === null
            ? yourVote.choose
            : unreasoned
              ? yourVote.sayWhy
              : self
                ? onlySelf
                  ? yourVote.sendChange
                  : yourVote.self
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
        <p className="m-0 text-sm text-soft">
          {yourVote.free}{' '}
          <b className="text-ink">
            {paper.cooperative} · {paper.resolution} · {choiceWord(paper.language, choice)}.
          </b>{' '}
          {yourVote.public}
          {paper.language !== APP_LANGUAGE && (
            <span className="mt-1 block">
              {yourVote.otherLanguage(
                languageName(paper.language),
                kindWord(paper.language, proposal.kind),
                kinds[proposal.kind].a,
                choiceWord(paper.language, choice),
                choices[choice].toLowerCase(),
              )}
            </span>
          )}
        </p>
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

interface StandingProps {
  counted: ProposalDetail['mine']
  relayed: NonNullable<ReturnType<typeof useRelayedBallot>['data']> | null
}

/** What became of the vote so far. */
function Standing({ counted, relayed }: StandingProps) {
  if (relayed?.state === 'waiting' || relayed?.state === 'sent') {
    return (
      <div role="status" className="rounded-xl bg-wash px-[18px] py-4 text-[0.94rem]">
        <Rich text={yourVote.youSaid(relayed.choice)} />{' '}
        {relayed.state === 'sent' ? yourVote.sent : yourVote.atPostbox}
      </div>
    )
  }
  if (counted) {
    return (
      <div role="status" className="rounded-xl bg-wash px-[18px] py-4 text-[0.94rem]">
        <span aria-hidden="true">✓ </span>
        <Rich text={yourVote.youSaid(counted.choice)} /> {yourVote.counted}
      </div>
    )
  }
  if (relayed?.state === 'skipped') {
    return <Notice tone="danger">{yourVote.skipped(relayed.why ?? '')}</Notice>
  }
  return null
}
