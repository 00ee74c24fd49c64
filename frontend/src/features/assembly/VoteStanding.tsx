import type { ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import type { Choice } from '@phyle/sdk/chapters/assembly/enums'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { refusalOf } from '../../chain/refusal.ts'
import { sendNow } from '../../chain/relay.ts'
import { useSendsNow } from '../../chain/services.ts'
import { useSettings } from '../../chain/settings.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice, Refusal } from '../../ui/Notice.tsx'
import { Rich } from '../../ui/Rich.tsx'
import { leavesWords } from '../../words/assembly/leaves.ts'
import { skipWords } from '../../words/assembly/skips.ts'
import { assembly as words } from '../../words/assembly/words.ts'
import { choices } from '../../words/choices/words.ts'
import { clockTime } from '../../words/format.ts'
import type { MyVote } from './myVote.ts'
import type { useMyVote } from './useMyVote.ts'

const { yourVote } = words

interface StandingProps {
  mine: ReturnType<typeof useMyVote>
  proposal: ProposalDetail
  now: number
}

/** Tells how far the vote has come. */
export function Standing({ mine: { vote, time, read }, proposal, now }: StandingProps) {
  const past = time === null ? '' : clockTime(time)
  switch (vote.state) {
    case 'unknown':
      return <Notice tone="quiet">{yourVote.unknown}</Notice>
    case 'none':
      return vote.asked ? null : <Notice tone="quiet">{yourVote.perhapsThere}</Notice>
    case 'waiting':
      return (
        <>
          <Said choice={vote.choice}>
            {vote.before ? yourVote.wasAtPostbox({ when: past }) : yourVote.atPostbox}
          </Said>
          {!vote.before && vote.sends !== null && (
            <Leaves proposal={proposal} sends={vote.sends} now={now} read={read} />
          )}
        </>
      )
    case 'sent':
      return (
        <Said choice={vote.choice}>
          {vote.before ? yourVote.wasSent({ when: past }) : yourVote.sent}
        </Said>
      )
    case 'counted':
      return (
        <>
          <Said choice={vote.choice} sure={vote.shown}>
            {countedWords(vote)}
            {vote.shown && proposal.mine?.choice !== vote.choice && ` ${yourVote.notInFigures}`}
          </Said>
          {vote.refused && (
            <Notice tone="danger">
              <Rich text={`${yourVote.changeSkipped} ${skipWords(vote.refused)}`} />
            </Notice>
          )}
        </>
      )
    case 'changing':
      return (
        <>
          <Box>
            <Rich text={changingWords(vote, past)} />
          </Box>
          {!vote.before && vote.at === 'waiting' && vote.sends !== null && (
            <Leaves proposal={proposal} sends={vote.sends} now={now} read={read} />
          )}
        </>
      )
    case 'skipped':
      return (
        <Notice tone="danger">
          <Rich text={`${yourVote.skipped} ${skipWords(vote.because)}`} />
        </Notice>
      )
    case 'lost':
      return <Notice tone="danger">{yourVote.lost}</Notice>
  }
}

type Of<State> = Extract<MyVote, { state: State }>

function countedWords({ how, shown, change }: Of<'counted'>): string {
  if (how === 'standIn') return yourVote.byStandIn
  if (!shown) return yourVote.countedThere
  return change ? yourVote.changeCountedToo : yourVote.counted
}

function changingWords({ at, before, choice, counted }: Of<'changing'>, when: string): string {
  const said = { choice: choices[choice], counts: choices[counted.choice] }
  if (before) return yourVote.changeWaited({ ...said, when })
  return at === 'sent' ? yourVote.changeSent(said) : yourVote.changeWaits(said)
}

interface SaidProps {
  choice: Choice
  /** It is recorded. */
  sure?: boolean
  children: ReactNode
}

const Box = ({ children }: { children: ReactNode }) => (
  <div role="status" className="rounded-xl bg-wash px-[18px] py-4 text-[0.94rem]">
    {children}
  </div>
)

function Said({ choice, sure = false, children }: SaidProps) {
  return (
    <Box>
      {sure && <span aria-hidden="true">✓ </span>}
      <Rich text={yourVote.youSaid({ choice: choices[choice] })} /> {children}
    </Box>
  )
}

interface LeavesProps {
  proposal: ProposalDetail
  sends: number
  now: number
  read: () => Promise<unknown>
}

/** Until when the vote can be changed for free, and after that. */
function Leaves({ proposal: { assembly, id }, sends, now, read }: LeavesProps) {
  const { relayUrl } = useSettings()
  const sendsNow = useSendsNow()
  const sending = useMutation({
    mutationFn: () => sendNow(relayUrl, { assembly, proposal: id }),
    onSettled: read,
  })
  return (
    <>
      <p className="m-0 text-sm text-soft">{leavesWords(clockTime(sends), sends - now)}</p>
      {sendsNow && (
        <Button
          className="self-start"
          disabled={sending.isPending}
          onClick={() => sending.mutate()}
        >
          {yourVote.sendNow}
        </Button>
      )}
      {sending.isError && <Refusal refusal={refusalOf(sending.error)} />}
    </>
  )
}
