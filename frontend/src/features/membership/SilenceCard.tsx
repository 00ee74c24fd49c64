import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import type { Member } from '@phyle/sdk/chapters/membership/api'
import { ANSWER_SECONDS, noticeRuns, SILENT_SECONDS } from '@phyle/sdk/chapters/membership/silence'
import { useState } from 'react'
import { toast } from 'sonner'
import { useNoteSilence, useStrikeOff } from '../../acts/membership.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex, useIndexPage } from '../../chain/indexClient.ts'
import { useMe } from '../../chain/me.ts'
import { typedAddress } from '../../chain/typedAddress.ts'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Person } from '../../ui/Person.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { WhoField } from '../../ui/WhoField.tsx'
import { date } from '../../words/format.ts'
import { membership } from '../../words/membership/words.ts'

const words = membership.silence

/**
 * Members of whom nothing was heard for two years, and how the roll parts from them.
 *
 * @rule G13, MEM-10, MEM-11 Co-op: members who are silent
 */
export function SilenceCard({ coop }: { coop: CoopDetail }) {
  const now = useChainNow()
  const at = { coop: coop.coop }
  const oldest = useIndexPage('/api/coops/:coop/members', at, { left: 'false' }).data?.data ?? []
  const given = useIndex('/api/coops/:coop/members', at, { noticed: 'true' }).data?.data ?? []
  if (now === undefined) return null
  const running = given.filter(({ noticed }) => noticeRuns(noticed, now))
  const old = oldest.filter(
    ({ joined, wallet }) =>
      joined + SILENT_SECONDS <= now && running.every((one) => one.wallet !== wallet),
  )
  if (old.length === 0 && running.length === 0) return null
  return (
    <Card title={words.title}>
      <p className="m-0">{words.lead}</p>
      {running.length > 0 && (
        <ul className="m-0 flex list-none flex-col gap-3 p-0">
          {running.map((member) => (
            <Noticed key={member.id} coop={coop} member={member} now={now} />
          ))}
        </ul>
      )}
      <Give coop={coop} among={old} />
    </Card>
  )
}

interface NoticedProps {
  coop: CoopDetail
  member: Member
  now: number
}

function Noticed({ coop, member: { wallet, noticed }, now }: NoticedProps) {
  const act = useStrikeOff()
  const signIn = useSignIn()
  const { address } = useMe()
  const from = (noticed ?? now) + ANSWER_SECONDS
  return (
    <li className="flex flex-col gap-2">
      <span className="flex flex-wrap items-center justify-between gap-3">
        <Person address={wallet} />
        {now < from ? (
          <span className="text-sm text-soft">{words.until({ when: date(from) })}</span>
        ) : (
          <Button
            disabled={act.busy}
            onClick={async () => {
              if (!address) signIn.open()
              else if (await act.run({ membership: coop.membership, wallet })) toast(words.struck)
            }}
          >
            {words.strike}
          </Button>
        )}
      </span>
      <Progress state={act.state} />
    </li>
  )
}

function Give({ coop, among }: { coop: CoopDetail; among: readonly Member[] }) {
  const act = useNoteSilence()
  const signIn = useSignIn()
  const { address } = useMe()
  const [who, setWho] = useState('')
  const wallet = typedAddress(who)
  return (
    <div className="flex flex-col gap-3">
      <WhoField
        label={words.who}
        among={among.map((one) => one.wallet)}
        value={who}
        onChange={setWho}
      />
      <Button
        className="self-start"
        disabled={act.busy || (address !== undefined && wallet === null)}
        onClick={async () => {
          if (!address) return signIn.open()
          if (wallet === null) return
          if (!(await act.run({ membership: coop.membership, wallet }))) return
          setWho('')
          toast(words.given)
        }}
      >
        {words.give}
      </Button>
      <p className="m-0 text-sm text-soft">{words.help}</p>
      <Progress state={act.state} />
    </div>
  )
}
