import { GROUND } from '@phyle/sdk/chapters/cooperative/enums'
import { SOURCE } from '@phyle/sdk/chapters/fund/enums'
import type { PhyleHouse } from '@phyle/sdk/deployments'
import { fixedMoney } from '@phyle/sdk/fixed'
import { fittingTitle } from '@phyle/sdk/title'
import type { Address } from 'viem'
import { useChapterState } from '../../chain/chapters.ts'
import { useChainNow } from '../../chain/clock.tsx'
import { type UsedMachine, useMachinesOf } from '../../chain/machines.ts'
import { refusalOf } from '../../chain/refusal.ts'
import { useHouse, useSettings } from '../../chain/settings.tsx'
import { exactly, moneyTyped, readMoney } from '../../chain/typedMoney.ts'
import {
  encodeCommonsFundPour,
  encodeCooperativeFund,
  encodeTokenApprove,
} from '../../generated/contracts.ts'
import type { Drafted, FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { MoneyField } from '../../ui/AmountField.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Notice, Refusal } from '../../ui/Notice.tsx'
import { useKept, useKeptChoice } from '../../ui/useKept.ts'
import { date, every } from '../../words/format.ts'
import { propose as words } from '../../words/propose/words.ts'
import { write } from '../../words/written.ts'
import { rentStanding } from '../commons/index.ts'

const text = words.fee

/** What the co-op owes for a machine, or would owe next. */
const askedOf = (machine: UsedMachine, now: number): bigint => {
  const { behind } = rentStanding(machine, now)
  return behind > 0n ? behind : BigInt(machine.rent)
}

interface Fee {
  readonly coop: Address
  readonly house: Pick<PhyleHouse, 'fund' | 'cash'>
  readonly amount: bigint
  readonly machine: UsedMachine
  /** Whether the co-op accepted the chapters of the federation. */
  readonly isOpen: boolean
}

/** Into an open chapter the account pays by one act; into any other by an allowance and a call. */
function payingOf({ coop, house, amount, machine, isOpen }: Fee): Drafted['actions'] {
  const { fund, cash } = house
  const pour = encodeCommonsFundPour([amount, SOURCE.machine, BigInt(machine.id)])
  if (isOpen) {
    const data = encodeCooperativeFund([fund, cash, amount, GROUND.INVOICE, pour])
    return [{ target: coop, value: 0n, data }]
  }
  return [
    { target: cash, value: 0n, data: encodeTokenApprove([fund, amount]) },
    { target: fund, value: 0n, data: pour },
  ]
}

/**
 * A co-op pays for the use of a machine: the common fund may take exactly the amount, and does.
 *
 * @rule COOP-5 Make a proposal: pay a use fee
 */
export function FeeForm({ coop, onDraft, keep, machine: linked }: FormProps) {
  const house = useHouse()
  const { currency } = useSettings()
  const money = useMoney()
  const now = useChainNow()
  const { machines, failed, error } = useMachinesOf(coop.coop)
  const fundIs = useChapterState(coop.statutes, house?.fund)
  const [chosen, setChosen] = useKeptChoice(`${keep}.machine`, linked)
  // A typed amount belongs to the machine for which it was typed.
  const [typed, setTyped] = useKept<{ id: string; amount: string } | null>(`${keep}.amount`, null)
  const rented = machines?.filter(({ rent }) => rent !== '0') ?? []
  const machine = rented.find(({ id }) => id === chosen) ?? rented[0]
  const asked = machine && now !== undefined ? askedOf(machine, now) : undefined
  const shown =
    machine && typed?.id === machine.id
      ? typed.amount
      : asked === undefined
        ? ''
        : moneyTyped(asked, currency)
  const reading = readMoney(shown, currency, 96)
  const amount = exactly(reading)
  const nameOf = ({ id, name }: UsedMachine) => (name === '' ? text.unnamed({ id }) : name)

  useDraft(
    house && machine && amount !== null && fundIs !== undefined
      ? {
          title: write(coop, () =>
            fittingTitle(
              text.title({ amount: fixedMoney(amount, currency), machine: nameOf(machine) }),
              text.title({
                amount: fixedMoney(amount, currency),
                machine: text.unnamed({ id: machine.id }),
              }),
            ),
          ),
          actions: payingOf({
            coop: coop.coop,
            house,
            amount,
            machine,
            isOpen: fundIs === 'open',
          }),
          documents: [],
          raised: text.raised,
        }
      : null,
    onDraft,
  )

  if (!house) return <Notice>{text.noFederation}</Notice>
  if (failed) return <Refusal refusal={refusalOf(error)} />
  if (!machines || now === undefined) return <Loading />
  if (!machine) return <Notice>{machines.length === 0 ? text.none : text.free}</Notice>

  const stands = (one: UsedMachine) => {
    const { behind, due, paid, next } = rentStanding(one, now)
    if (behind > 0n) return text.behind({ amount: money(behind) })
    if (next === null) return undefined
    const day = date(next, 'day', now)
    return paid > due
      ? text.ahead({ when: day })
      : text.next({ amount: money(BigInt(one.rent)), when: day })
  }
  const fee = (one: UsedMachine) => `${money(BigInt(one.rent))} ${every(one.rentPeriod)}`
  return (
    <>
      <Choices
        legend={text.which}
        value={machine.id}
        onChange={setChosen}
        choices={rented.map((one) => ({
          value: one.id,
          label: nameOf(one),
          help: [`${fee(one)}.`, stands(one)].join(' ').trim(),
        }))}
      />
      <MoneyField
        label={text.amount}
        value={shown}
        onChange={(typed) => setTyped({ id: machine.id, amount: typed })}
        reading={reading}
        help={text.amountHelp({ have: money(coop.cash) })}
        error={amount !== null && amount > BigInt(coop.cash) ? words.pay.short : undefined}
      />
      <Notice tone="quiet">{text.how}</Notice>
    </>
  )
}
