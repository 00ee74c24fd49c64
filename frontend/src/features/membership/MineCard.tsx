import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { ANSWER_SECONDS, noticeRuns } from '@phyle/sdk/chapters/membership/silence'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { toast } from 'sonner'
import { useResign, useSpeakUp, useWithdrawApplication } from '../../acts/membership.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { useMe } from '../../chain/me.ts'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Rich } from '../../ui/Rich.tsx'
import { date } from '../../words/format.ts'
import { membership } from '../../words/membership/words.ts'
import { shell } from '../../words/shell/words.ts'
import { Sponsored } from './ApplicationsCard.tsx'

const words = membership.mine
/** No application holds for longer, in seconds: what ends later cannot be used yet. */
const LONGEST_APPLICATION = 116 * 86_400

/**
 * How the reader stands to a co-op: member, applicant or neither.
 *
 * @rule G8, MEM-3, P3 Co-op: leave
 * @rule MEM-13 Co-op: take back an application that was signed
 */
export function MineCard({ coop }: { coop: CoopDetail }) {
  const { address, memberships, applications } = useMe()
  const signIn = useSignIn()
  const now = useChainNow()
  const mine = memberships.find((one) => one.coop === coop.coop && one.left === null)
  const former = memberships.find((one) => one.coop === coop.coop && one.left !== null)
  const application = applications.find(
    (one) =>
      one.coop === coop.coop && one.state === 'open' && now !== undefined && one.deadline > now,
  )

  if (!address) {
    return (
      <Card side title={words.title}>
        <p className="m-0">{words.signIn}</p>
        <Button className="self-start" onClick={signIn.open}>
          {shell.signIn.button}
        </Button>
      </Card>
    )
  }
  if (mine) {
    return (
      <Card side title={words.title}>
        <p className="m-0">
          <Rich text={words.member({ group: mine.className })} />{' '}
          {words.since({ when: date(mine.joined, 'day', now) })}
        </p>
        {now !== undefined && noticeRuns(mine.noticed, now) && (
          <SpeakUp coop={coop} until={mine.noticed + ANSWER_SECONDS} />
        )}
        {now !== undefined && <TakeBack coop={coop} until={now + LONGEST_APPLICATION} />}
        <Leave coop={coop} />
      </Card>
    )
  }
  return (
    <Card side title={words.title}>
      {former?.left != null && (
        <p className="m-0">{words.left({ when: date(former.left, 'day', now) })}</p>
      )}
      {application ? (
        <>
          <p className="m-0">
            {words.applied} {words.appliedUntil({ when: date(application.deadline, 'day', now) })}{' '}
            {coop.admission === 'BY_SPONSORS'
              ? words.sponsors({ count: coop.sponsorsNeeded })
              : words.decide}
          </p>
          {coop.admission === 'BY_SPONSORS' && <Sponsored coop={coop} application={application} />}
          {coop.admission === 'BY_SPONSORS' && (
            <Link
              to="/coops/$coop/sponsor"
              params={{ coop: coop.coop }}
              search={{ applicant: address, words: '' }}
              className="link"
            >
              {words.sponsorLink}
            </Link>
          )}
          <Withdraw coop={coop} until={application.deadline} />
        </>
      ) : (
        <>
          <Link to="/coops/$coop/join" params={{ coop: coop.coop }} className={buttonClass('main')}>
            {words.apply}
          </Link>
          {now !== undefined && <TakeBack coop={coop} until={now + LONGEST_APPLICATION} />}
        </>
      )}
    </Card>
  )
}

function SpeakUp({ coop, until }: { coop: CoopDetail; until: number }) {
  const act = useSpeakUp()
  return (
    <Notice>
      <p className="m-0">{words.silent({ when: date(until) })}</p>
      <Button
        look="main"
        className="self-start"
        disabled={act.busy}
        onClick={async () => {
          if (await act.run(coop.membership)) toast(words.spoke)
        }}
      >
        {words.speakUp}
      </Button>
      <Progress state={act.state} />
    </Notice>
  )
}

function Withdraw({ coop, until }: { coop: CoopDetail; until: number }) {
  const act = useWithdrawApplication()
  return (
    <>
      <Button
        className="self-start"
        disabled={act.busy}
        onClick={async () => {
          if (await act.run({ membership: coop.membership, deadline: until }))
            toast(words.withdrawn)
        }}
      >
        {words.withdraw}
      </Button>
      <Progress state={act.state} />
    </>
  )
}

/** What somebody signed is not here: whoever holds it could use it until its end. */
function TakeBack({ coop, until }: { coop: CoopDetail; until: number }) {
  const [open, setOpen] = useState(false)
  const act = useWithdrawApplication()
  return (
    <>
      <Button look="link" className="self-start" onClick={() => setOpen(true)}>
        {words.takeBack}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={words.takeBackTitle}
        lead={words.takeBackWhat}
      >
        <p className="m-0">{words.takeBackUntil({ coop: coop.name, when: date(until, 'day') })}</p>
        <Progress state={act.state} />
        <div className="flex flex-wrap gap-3">
          <Button
            look="main"
            disabled={act.busy}
            onClick={async () => {
              if (!(await act.run({ membership: coop.membership, deadline: until }))) return
              setOpen(false)
              toast(words.tookBack)
            }}
          >
            {words.takeBackNow}
          </Button>
          <Button onClick={() => setOpen(false)}>{words.keep}</Button>
        </div>
      </Dialog>
    </>
  )
}

function Leave({ coop }: { coop: CoopDetail }) {
  const [open, setOpen] = useState(false)
  const act = useResign()
  return (
    <>
      <Button look="link" className="self-start" onClick={() => setOpen(true)}>
        {words.resign}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={words.resignTitle({ coop: coop.name })}
        lead={words.resignWhat}
      >
        <p className="m-0">{words.resignBack}</p>
        <Progress state={act.state} />
        <div className="flex flex-wrap gap-3">
          <Button
            look="danger"
            disabled={act.busy}
            onClick={async () => {
              if (!(await act.run(coop.membership))) return
              setOpen(false)
              toast(words.resigned)
            }}
          >
            {words.resignNow}
          </Button>
          <Button onClick={() => setOpen(false)}>{words.stay}</Button>
        </div>
      </Dialog>
    </>
  )
}
