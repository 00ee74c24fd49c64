import { SOURCES } from '@phyle/sdk/actions'
import { fixedMoney } from '@phyle/sdk/fixed'
import { fittingTitle } from '@phyle/sdk/title'
import { useChainNow } from '../../../chain/clock.tsx'
import { type UsedMachine, useMachinesOf } from '../../../chain/machines.ts'
import { refusalOf } from '../../../chain/refusal.ts'
import { useHouse, useSettings } from '../../../chain/settings.tsx'
import { exactly, moneyTyped, readMoney } from '../../../chain/typedMoney.ts'
import { encodeCommonsFundPour, encodeTokenApprove } from '../../../generated/contracts.ts'
import { MoneyField } from '../../../ui/AmountField.tsx'
import { Choices } from '../../../ui/Choices.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { useMoney } from '../../../ui/Money.tsx'
import { Notice, Refusal } from '../../../ui/Notice.tsx'
import { useKept, useKeptChoice } from '../../../ui/useKept.ts'
import { propose as words } from '../../../words/en/propose.ts'
import { date, every } from '../../../words/format.ts'
import { rentStanding } from '../../commons/index.ts'
import type { FormProps } from './draft.ts'
import { useDraft } from './useDraft.ts'

const text = words.fee

/** What the co-op owes for a machine, or would owe next. */
const askedOf = (machine: UsedMachine, now: number): bigint => {
  const { behind } = rentStanding(machine, now)
  return behind > 0n ? behind : BigInt(machine.rent)
}

/** A co-op pays for the use of a machine: it allows the common fund exactly the amount, and pays. */
export function FeeForm({ coop, onDraft, keep, machine: linked }: FormProps) {
  const house = useHouse()
  const { currency } = useSettings()
  const money = useMoney()
  const now = useChainNow()
  const { machines, failed, error } = useMachinesOf(coop.coop)
  const [chosen, setChosen] = useKeptChoice(`${keep}.machine`, linked)
  // What was typed belongs to the machine for which it was typed.
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
  const nameOf = ({ id, name }: UsedMachine) => (name === '' ? text.unnamed(id) : name)

  useDraft(
    house && machine && amount !== null
      ? {
          title: fittingTitle(
            text.title(fixedMoney(amount, currency), nameOf(machine)),
            text.title(fixedMoney(amount, currency), text.unnamed(machine.id)),
          ),
          actions: [
            { target: house.cash, value: 0n, data: encodeTokenApprove([house.fund, amount]) },
            {
              target: house.fund,
              value: 0n,
              data: encodeCommonsFundPour([amount, SOURCES.indexOf('machine'), BigInt(machine.id)]),
            },
          ],
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
    if (behind > 0n) return text.behind(money(behind))
    if (next === null) return undefined
    const day = date(next, 'day', now)
    return paid > due ? text.ahead(day) : text.next(money(BigInt(one.rent)), day)
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
          help: text.terms(fee(one), stands(one)),
        }))}
      />
      <MoneyField
        label={text.amount}
        value={shown}
        onChange={(typed) => setTyped({ id: machine.id, amount: typed })}
        reading={reading}
        help={text.amountHelp(money(coop.cash))}
        error={amount !== null && amount > BigInt(coop.cash) ? words.pay.short : undefined}
      />
      <Notice tone="quiet">{text.how}</Notice>
    </>
  )
}
