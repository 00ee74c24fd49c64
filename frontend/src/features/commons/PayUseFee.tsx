import type { Machine } from '@phyle/sdk/chapters/commons/api'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useConnection } from 'wagmi'
import { usePayUseFee } from '../../acts/fund.ts'
import { useMe } from '../../chain/me.ts'
import { useHouse, useSettings } from '../../chain/settings.tsx'
import { exactly, moneyTyped, readMoney } from '../../chain/typedMoney.ts'
import { useReadTokenBalanceOf } from '../../generated/contracts.ts'
import { useSignIn } from '../../shell/SignIn.tsx'
import { MoneyField } from '../../ui/AmountField.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { machines } from '../../words/machines/words.ts'
import { shell } from '../../words/shell/words.ts'

const words = machines.pay

/**
 * Anyone pays for the use of a machine.
 *
 * @rule MCH-3 Machine: pay the use fee
 */
export function PayUseFee({ machine, behind }: { machine: Machine; behind: bigint }) {
  const { address } = useConnection()
  const signIn = useSignIn()
  const { memberships } = useMe()
  const house = useHouse()
  const money = useMoney()
  const { currency } = useSettings()
  const act = usePayUseFee()
  const asked = behind > 0n ? behind : BigInt(machine.rent)
  const [typed, setTyped] = useState(asked > 0n ? moneyTyped(asked, currency) : '')
  const [paid, setPaid] = useState(0n)
  const { data: cash } = useReadTokenBalanceOf({
    address: house?.cash,
    args: address ? [address] : undefined,
    query: { enabled: address !== undefined && house !== null },
  })
  const reading = readMoney(typed, currency, 96)
  const amount = exactly(reading)
  const belongs = memberships.some((one) => one.coop === machine.user && one.left === null)
  const error =
    amount !== null && cash !== undefined && amount > cash
      ? words.overCash({ have: money(cash) })
      : undefined

  const pay = async (event: FormEvent) => {
    event.preventDefault()
    if (!house || amount === null) return
    setPaid(amount)
    const receipt = await act.run({ house, machine: BigInt(machine.id), amount })
    // Another press must not pay it twice.
    if (receipt) setTyped('')
  }
  return (
    <Card title={words.title}>
      <p className="m-0 text-soft">{words.what}</p>
      {address ? (
        <form className="flex flex-col gap-4" onSubmit={(event) => void pay(event)}>
          <MoneyField
            label={words.amount}
            value={typed}
            onChange={setTyped}
            reading={reading}
            error={error}
          />
          <Button
            type="submit"
            look="main"
            wide
            disabled={act.busy || amount === null || error !== undefined}
          >
            {amount === null ? words.empty : words.button({ amount: money(amount) })}
          </Button>
          {cash !== undefined && (
            <p className="m-0 text-sm text-soft">{words.note({ have: money(cash) })}</p>
          )}
        </form>
      ) : (
        <Button look="main" wide onClick={signIn.open}>
          {shell.signIn.needed}
        </Button>
      )}
      <Progress state={act.state} done={() => words.done({ amount: money(paid) })} />
      {belongs && (
        <p className="m-0 text-sm text-soft">
          {words.coop}{' '}
          <Link
            to="/propose/$coop"
            params={{ coop: machine.user }}
            search={{ what: 'fee', machine: machine.id }}
            className="link"
          >
            {words.propose}
          </Link>
        </p>
      )}
    </Card>
  )
}
