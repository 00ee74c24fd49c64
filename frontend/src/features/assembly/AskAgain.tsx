import type { ProposalDetail, Resting } from '@phyle/sdk/chapters/assembly/api'
import { Link } from '@tanstack/react-router'
import { toast } from 'sonner'
import { useConnection } from 'wagmi'
import { useAskAgain } from '../../acts/askAgain.ts'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Person } from '../../ui/Person.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { assembly as words } from '../../words/assembly/words.ts'
import { date } from '../../words/format.ts'
import { shell } from '../../words/shell/words.ts'

interface AskAgainProps {
  proposal: ProposalDetail
  resting: Resting
  now: number
}

/**
 * What was voted down rests; a tenth of the members can have it voted on before.
 *
 * @rule ASM-6 Decision: vote on it again
 */
export function AskAgain({ proposal, resting, now }: AskAgainProps) {
  const act = useAskAgain()
  const signIn = useSignIn()
  const { address } = useConnection()
  const { asked, askers, needed, until } = resting
  const didAsk = address !== undefined && askers.includes(address)
  const enough = asked >= needed
  return (
    <Card title={words.askAgain.title}>
      <p className="m-0">{words.askAgain.rests({ until: date(until, 'day', now) })}</p>
      <p className="m-0">{words.askAgain.count({ asked, needed })}</p>
      {askers.length > 0 && (
        <p className="m-0 flex flex-wrap gap-x-3 gap-y-1 text-sm">
          {askers.map((asker) => (
            <Person key={asker} address={asker} />
          ))}
        </p>
      )}
      {enough && (
        <>
          <p className="m-0">{words.askAgain.enough}</p>
          <Link to="/propose/$coop" params={{ coop: proposal.coop }} className={buttonClass()}>
            {words.askAgain.propose}
          </Link>
        </>
      )}
      {!enough && didAsk && <p className="m-0">{words.askAgain.youAsked}</p>}
      {!enough && !didAsk && proposal.mayVote === false && (
        <p className="m-0 text-sm text-soft">{words.askAgain.notYou}</p>
      )}
      {!enough && !didAsk && proposal.mayVote !== false && (
        <>
          <Button
            look="main"
            wide
            disabled={act.busy}
            onClick={async () => {
              if (!address) signIn.open()
              else if (await act.run(proposal)) toast(words.askAgain.done)
            }}
          >
            {address ? words.askAgain.button : shell.signIn.needed}
          </Button>
          <p className="m-0 text-sm text-soft">{words.askAgain.help}</p>
        </>
      )}
      <Progress state={act.state} />
    </Card>
  )
}
