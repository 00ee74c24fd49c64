import type { ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import { outcomeOf, secondCallOf } from '@phyle/sdk/chapters/assembly/model'
import { useNavigate } from '@tanstack/react-router'
import { toast } from 'sonner'
import { useConnection } from 'wagmi'
import { useCallAgain } from '../../acts/callAgain.ts'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { assembly as words } from '../../words/assembly/words.ts'
import { date, list, percent } from '../../words/format.ts'
import { shell } from '../../words/shell/words.ts'

interface CallAgainProps {
  proposal: ProposalDetail
  /** From when it can be called, in seconds. */
  from: number
  now: number
}

/**
 * What was lost because too few voted comes to a vote once more.
 *
 * @rule ASM-10 Decision: call a second vote
 */
export function CallAgain({ proposal, from, now }: CallAgainProps) {
  const act = useCallAgain()
  const signIn = useSignIn()
  const navigate = useNavigate()
  const { address } = useConnection()
  const { rule, classes, kind, assembly } = proposal
  const { quorumBps: share, quorumMin: least, passedOver = [] } = secondCallOf(rule, kind, classes)
  const silent = list(passedOver)
  return (
    <Card title={words.secondCall.title}>
      <p className="m-0">
        {outcomeOf(rule, classes).quorum
          ? words.secondCall.silent({ classes: silent })
          : words.secondCall.quorum}
      </p>
      <p className="m-0">
        {kind === 'ORDINARY' || kind === 'CONSENT'
          ? words.secondCall.everyday({ least })
          : words.secondCall.half({ share: percent(share), least })}
      </p>
      {silent !== '' && <p className="m-0">{words.secondCall.passedOver({ classes: silent })}</p>}
      <p className="m-0">{words.secondCall.rest}</p>
      {now < from ? (
        <p className="m-0">{words.secondCall.from({ when: date(from, 'time') })}</p>
      ) : (
        <>
          <Button
            look="main"
            wide
            disabled={act.busy}
            onClick={async () => {
              if (!address) return signIn.open()
              const called = await act.run(proposal)
              if (!called) return
              toast(words.secondCall.done)
              await navigate({
                to: '/decisions/$assembly/$id',
                params: { assembly, id: `${called.id}` },
              })
            }}
          >
            {address ? words.secondCall.button : shell.signIn.needed}
          </Button>
          <p className="m-0 text-sm text-soft">{words.secondCall.help}</p>
        </>
      )}
      <Progress state={act.state} />
    </Card>
  )
}
