import { descriptionOf, fittingTitle } from '@phyle/sdk/title'
import { Link } from '@tanstack/react-router'
import { usePropose } from '../../acts/propose.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { useIndex } from '../../chain/indexClient.ts'
import { useMe } from '../../chain/me.ts'
import { useHouse } from '../../chain/settings.tsx'
import type { Offered } from '../../chain/works.ts'
import { encodeLicencesAcquire } from '../../generated/contracts.ts'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { licences } from '../../words/licences/words.ts'
import { shell } from '../../words/shell/words.ts'
import { useWrittenWords } from '../../words/useWrittenWords.ts'
import { write } from '../../words/written.ts'
import { type Asking, requestOf } from './asking.ts'

const words = licences.quote
const HALF_A_YEAR = 183 * 86_400

interface CoopVoteProps {
  work: Offered
  asking: Asking
  /** For how long, in the language that is being written. */
  time: () => string
}

/** A co-op gets its permission by a decision: a member puts the call to the vote. */
export function CoopVote({ work, asking, time }: CoopVoteProps) {
  const { address, memberships } = useMe()
  const signIn = useSignIn()
  const house = useHouse()
  const now = useChainNow()
  const act = usePropose()
  const coops = useIndex('/api/names', {})
  const coop = coops.data?.data.find((one) => one.coop === asking.licensee)
  const written = useWrittenWords(coop ?? { language: '' })
  const isMember = memberships.some((one) => one.coop === coop?.coop && one.left === null)
  if (!coop || !house || now === undefined) return null
  const put = () => {
    const request = { ...requestOf(asking, work, null, 0n), deadline: now + HALF_A_YEAR }
    const data = encodeLicencesAcquire([request, '0x'])
    return act.run({
      assembly: coop.assembly,
      kind: 'SPECIAL',
      actions: [{ target: house.licences, value: 0n, data }],
      description: write(coop, () =>
        descriptionOf(
          fittingTitle(words.coopTitle({ work: work.title })),
          words.coopWhy({ work: work.title, time: time() }),
        ),
      ),
      documents: [],
    })
  }
  return (
    <Card title={words.coopTitle({ work: work.title })}>
      <p className="m-0">{words.coopHow}</p>
      {!address ? (
        <Button look="main" className="self-start" onClick={signIn.open}>
          {shell.signIn.button}
        </Button>
      ) : isMember ? (
        <Button
          look="main"
          className="self-start"
          disabled={act.busy || act.state.step === 'done' || !written.data}
          onClick={() => void put()}
        >
          {words.coopButton({ name: coop.name })}
        </Button>
      ) : (
        <p className="m-0 text-soft">{words.coopNotMember({ name: coop.name })}</p>
      )}
      <Progress
        state={act.state}
        done={({ id }) => (
          <span className="flex flex-col items-start gap-3">
            {words.coopDone}
            <Link
              to="/decisions/$assembly/$id"
              params={{ assembly: coop.assembly, id: `${id}` }}
              className={buttonClass()}
            >
              {words.coopSee}
            </Link>
          </span>
        )}
      />
    </Card>
  )
}
