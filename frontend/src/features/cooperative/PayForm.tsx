import { GROUND, PAID_ON } from '@phyle/sdk/chapters/cooperative/enums'
import { documentDigest } from '@phyle/sdk/documents'
import { fixedMoney } from '@phyle/sdk/fixed'
import type { ChangeEvent } from 'react'
import { type Hex, zeroAddress, zeroHash } from 'viem'
import { useHeld } from '../../chain/held.ts'
import { useNameOf } from '../../chain/names.ts'
import { useHouse, useSettings } from '../../chain/settings.tsx'
import { typedAddress } from '../../chain/typedAddress.ts'
import { exactly, readMoney } from '../../chain/typedMoney.ts'
import { encodeCooperativePay } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { MoneyField } from '../../ui/AmountField.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PayeeField } from '../../ui/PayeeField.tsx'
import { useKept } from '../../ui/useKept.ts'
import { shortAddress } from '../../words/format.ts'
import { propose as words } from '../../words/propose/words.ts'
import { write } from '../../words/written.ts'
import { useLineChoice } from './LineChoice.tsx'

const text = words.pay

const titleOf = (paid: { name: string; amount: string; purpose: string }) =>
  paid.purpose === '' ? text.title(paid) : text.titleFor(paid)

/** @rule COOP-2, COOP-3, COOP-8, STA-9 Make a proposal: pay somebody */
export function PayForm({ coop, onDraft, keep }: FormProps) {
  const house = useHouse()
  const { currency } = useSettings()
  const nameOf = useNameOf()
  const money = useMoney()
  const [to, setTo] = useKept(`${keep}.to`, '')
  const [typed, setTyped] = useKept(`${keep}.typed`, '')
  const [chosenGround, setGround] = useKept<string>(`${keep}.ground`, 'INVOICE')
  const ground = PAID_ON.find((one) => one === chosenGround) ?? 'INVOICE'
  const [purpose, setPurpose] = useKept(`${keep}.purpose`, '')
  const [file, setFile] = useKept<{ name: string; digest: Hex } | null>(`${keep}.file`, null)
  const held = useHeld(coop.coop, house ? [house.cash] : [])
  const [cash] = (held.isError ? null : held.data) ?? []
  const reading = readMoney(typed, currency)
  const amount = exactly(reading)

  const payee = typedAddress(to)
  const nobody = payee === zeroAddress
  const itself = payee === coop.coop
  const ready = house && amount !== null && payee !== null && !nobody && !itself
  const payment = ready ? { token: house.cash, to: payee, amount, ground } : null
  const { line, choice } = useLineChoice(coop, payment, keep)
  useDraft(
    ready
      ? {
          title: write(coop, () =>
            titleOf({
              name: nameOf(payee) ?? shortAddress(payee),
              amount: fixedMoney(amount, currency),
              purpose: purpose.trim(),
            }),
          ),
          actions: [
            {
              target: coop.coop,
              value: 0n,
              data: encodeCooperativePay([
                house.cash,
                payee,
                amount,
                GROUND[ground],
                file?.digest ?? zeroHash,
                BigInt(line?.line ?? 0),
              ]),
            },
          ],
          documents: [],
        }
      : null,
    onDraft,
  )

  const readFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const [taken] = event.target.files ?? []
    setFile(
      taken
        ? { name: taken.name, digest: documentDigest(new Uint8Array(await taken.arrayBuffer())) }
        : null,
    )
  }

  return (
    <>
      <PayeeField coop={coop.coop} label={text.to} value={to} onChange={setTo} />
      {(nobody || itself) && <Notice tone="danger">{nobody ? text.nobody : text.itself}</Notice>}
      <MoneyField
        label={text.amount}
        value={typed}
        onChange={setTyped}
        reading={reading}
        help={
          cash
            ? `${text.have({ amount: money(cash.balance) })} ${text.within({ amount: money(cash.within) })}`
            : held.isError
              ? text.unknown
              : undefined
        }
        error={cash && amount !== null && amount > cash.balance ? text.short : undefined}
      />
      <Field label={text.purpose} optional help={text.purposeHelp}>
        <input
          className={inputClass}
          value={purpose}
          maxLength={60}
          onChange={(event) => setPurpose(event.target.value)}
        />
      </Field>
      <Field label={text.ground}>
        <select
          className={inputClass}
          value={ground}
          onChange={(event) => setGround(event.target.value)}
        >
          {PAID_ON.map((one) => (
            <option key={one} value={one}>
              {text.grounds[one]}
            </option>
          ))}
        </select>
      </Field>
      {choice}
      <Field
        label={text.document}
        optional
        help={file ? text.documentTaken({ name: file.name }) : text.documentHelp}
      >
        <input className={inputClass} type="file" onChange={(event) => void readFile(event)} />
      </Field>
    </>
  )
}
