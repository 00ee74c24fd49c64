import type { ProposalDetail } from '@phyle/sdk/chapters/assembly/api'
import { toast } from 'sonner'
import { useConnection } from 'wagmi'
import { useCarryOut } from '../../acts/carryOut.ts'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Explained } from '../../ui/Explained.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { assembly as words } from '../../words/assembly/words.ts'
import { date } from '../../words/format.ts'
import { shell } from '../../words/shell/words.ts'

interface CarryOutProps {
  proposal: ProposalDetail
  phase: 'ready' | 'queued'
  now: number
}

/**
 * After the close and the waiting time anyone may have a carried decision done.
 *
 * @rule G5, COOP-1, ASM-5, ASM-8 Decision: carry out
 */
export function CarryOut({ proposal, phase, now }: CarryOutProps) {
  const act = useCarryOut()
  const signIn = useSignIn()
  const { isConnected } = useConnection()
  if (phase === 'queued') {
    return (
      <Card title={words.carryOut.title}>
        <p className="m-0">
          {words.carryOut.wait({ when: date(proposal.executableFrom, 'time') })}
        </p>
      </Card>
    )
  }
  return (
    <Card title={words.carryOut.title}>
      <p className="m-0">
        {words.carryOut.ready} {words.carryOut.until({ when: date(proposal.expires, 'day', now) })}
      </p>
      <Button
        look="main"
        wide
        disabled={act.busy}
        onClick={async () => {
          if (!isConnected) signIn.open()
          else if (await act.run(proposal)) toast(words.carryOut.done)
        }}
      >
        {isConnected ? words.carryOut.button : shell.signIn.needed}
      </Button>
      <p className="m-0 text-sm text-soft">
        <Explained text={words.carryOut.help} terms={['postbox']} />
      </p>
      <Progress state={act.state} />
    </Card>
  )
}
