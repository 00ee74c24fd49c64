import type { CoopDetail } from '@phyle/sdk/chapters/cooperative/api'
import type { Ground } from '@phyle/sdk/chapters/cooperative/enums'
import type { ReactNode } from 'react'
import type { Address } from 'viem'
import { covering, leftIn, useBudget, useLines } from '../../chain/budget.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { useKept } from '../../ui/useKept.ts'
import { propose } from '../../words/propose/words.ts'

const words = propose.pay.line

const NONE = 'none'

interface Payment {
  readonly token: Address
  readonly to: Address
  readonly amount: bigint
  readonly ground: Ground
}

/**
 * From which line of the budget a payment comes: the first that covers it, unless somebody chooses another or
 * none. `choice` is what is shown of it.
 */
export function useLineChoice(
  { coop, statutes }: Pick<CoopDetail, 'coop' | 'statutes'>,
  payment: Payment | null,
  keep: string,
) {
  const money = useMoney()
  const now = useChainNow()
  const { state } = useBudget(statutes)
  const { lines = [] } = useLines(coop)
  const [chosen, setChosen] = useKept<string | null>(`${keep}.line`, null)
  if (state !== 'ready' || lines.length === 0 || payment === null || now === undefined) {
    return { line: undefined, choice: null }
  }
  const offered = covering(lines, payment, now)
  const [first] = offered
  const line = chosen === NONE ? undefined : (offered.find((one) => one.line === chosen) ?? first)
  const choice: ReactNode =
    first === undefined ? (
      <p className="m-0 text-soft">{words.uncovered}</p>
    ) : (
      <Choices
        legend={words.legend}
        value={line?.line ?? NONE}
        onChange={setChosen}
        choices={[
          ...offered.map((one) => ({
            value: one.line as string,
            label: one.name,
            help: words.help({ left: money(leftIn(one)) }),
          })),
          { value: NONE, label: words.none, help: words.noneHelp },
        ]}
      />
    )
  return { line, choice }
}
