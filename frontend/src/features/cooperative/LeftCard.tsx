import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import { toast } from 'sonner'
import type { Address } from 'viem'
import { useHandOn } from '../../acts/handOn.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { useMe } from '../../chain/me.ts'
import { EMPTY_SECONDS, useRemainder } from '../../chain/remainder.ts'
import { useSignIn } from '../../shell/SignIn.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Person } from '../../ui/Person.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { cooperative } from '../../words/cooperative/words.ts'
import { date } from '../../words/format.ts'
import { useAssets } from './useAssets.ts'

const words = cooperative.left

/**
 * Nobody is a member any more: where the money goes, from when, and the button that sends it.
 *
 * @rule G13, COOP-10, MEM-12 Co-op: nobody is a member any more
 */
export function LeftCard({ coop }: { coop: CoopDetail }) {
  const now = useChainNow()
  const { data: left } = useRemainder(coop)
  if (now === undefined || !left) return null
  const from = left.since + EMPTY_SECONDS
  const said = { when: date(left.since), from: date(from) }
  const held = coop.balances.filter(({ amount }) => amount !== '0')
  return (
    <Card title={words.title}>
      <p className="m-0">{now < from ? words.lead(said) : words.after(said)}</p>
      {held.length === 0 && <p className="m-0 text-soft">{words.none}</p>}
      <ul className="m-0 flex list-none flex-col gap-3 p-0">
        {held.map(({ token, amount }) => (
          <Asset
            key={token}
            coop={coop}
            token={token}
            amount={BigInt(amount)}
            to={left.to.find((one) => one.token === token)?.to ?? null}
            isDue={now >= from}
          />
        ))}
      </ul>
    </Card>
  )
}

interface AssetProps {
  coop: CoopDetail
  token: Address
  amount: bigint
  /** null: nobody gets it. */
  to: Address | null
  isDue: boolean
}

function Asset({ coop, token, amount, to, isDue }: AssetProps) {
  const act = useHandOn()
  const signIn = useSignIn()
  const { address } = useMe()
  const { say } = useAssets(coop)
  if (to === null) return <li>{words.nobody}</li>
  return (
    <li className="flex flex-col gap-2">
      <span className="flex flex-wrap items-center gap-x-2">
        {words.to} <Person address={to} />
      </span>
      {isDue && (
        <Button
          className="self-start"
          disabled={act.busy}
          onClick={async () => {
            if (!address) signIn.open()
            else if (await act.run({ coop: coop.coop, token })) toast(words.sent)
          }}
        >
          {words.send({ amount: say(amount, token) })}
        </Button>
      )}
      <Progress state={act.state} />
    </li>
  )
}
