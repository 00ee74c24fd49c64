import { RENT_MODES } from '@phyle/sdk/actions'
import { documentDigest } from '@phyle/sdk/documents'
import { iCommonsBondsAbi } from '@phyle/sdk/generated/abi'
import { parseMoney } from '@phyle/sdk/units'
import { useState } from 'react'
import { encodeFunctionData, getAddress, isAddress } from 'viem'
import { useChainNow } from '../../../chain/clock.tsx'
import { useHouse, useSettings } from '../../../chain/settings.tsx'
import { Choices } from '../../../ui/Choices.tsx'
import { Field, inputClass } from '../../../ui/Field.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { propose as words } from '../../../words/en/propose.ts'
import type { FormProps } from './draft.ts'
import { PayeeField } from './PayForm.tsx'
import { useDraft } from './useDraft.ts'

const text = words.bond
const DAY = 86_400
/** Cooling-off between the last subscription and the close. */
const COOLING = 4 * DAY

function cash(typed: string, decimals: number): bigint | null {
  try {
    return parseMoney(typed, decimals)
  } catch {
    return null
  }
}

export function BondForm({ coop, onDraft }: FormProps) {
  const house = useHouse()
  const now = useChainNow()
  const { currency } = useSettings()
  const rule = coop.rules.SPECIAL
  const decided = rule
    ? Math.ceil((rule.noticePeriod + rule.votingPeriod + rule.timelock) / DAY)
    : 0
  const [name, setName] = useState('')
  const [about, setAbout] = useState('')
  const [supplier, setSupplier] = useState('')
  const [price, setPrice] = useState('')
  const [least, setLeast] = useState('')
  const [most, setMost] = useState('')
  const [person, setPerson] = useState('500')
  const [opens, setOpens] = useState(decided + 3)
  const [days, setDays] = useState(30)
  const [buyDays, setBuyDays] = useState(30)
  const [years, setYears] = useState(5)
  const [mode, setMode] = useState<'COST_RENT' | 'USUFRUCT'>('COST_RENT')
  const [rent, setRent] = useState('')

  const priced = cash(price, currency.decimals)
  const rented = mode === 'USUFRUCT' ? 0n : cash(rent, currency.decimals)
  const units = (typed: string) => (/^\d+$/.test(typed.trim()) ? Number(typed) : null)
  const [leastUnits, mostUnits, perPerson] = [units(least), units(most), units(person)]
  const ready =
    house &&
    now !== undefined &&
    name.trim() !== '' &&
    about.trim() !== '' &&
    isAddress(supplier, { strict: false }) &&
    priced !== null &&
    priced > 0n &&
    leastUnits !== null &&
    mostUnits !== null &&
    perPerson !== null &&
    rented !== null

  // Whole days, so that the draft does not change with every second.
  const today = now === undefined ? 0 : Math.floor(now / DAY) * DAY
  const opensAt = today + opens * DAY
  const until = opensAt + days * DAY
  useDraft(
    ready
      ? {
          title: text.title(name.trim()),
          actions: [
            {
              target: house.bonds,
              value: 0n,
              data: encodeFunctionData({
                abi: iCommonsBondsAbi,
                functionName: 'float',
                args: [
                  {
                    title: name.trim(),
                    machine: documentDigest(about),
                    supplier: getAddress(supplier),
                    price: priced,
                    leastUnits,
                    mostUnits,
                    mostPerPerson: perPerson,
                    opensAt,
                    subscribeUntil: until,
                    buyBy: until + COOLING + buyDays * DAY,
                    expectedBy: until + COOLING + Math.round(years * 365) * DAY,
                    capBps: 10_000,
                    rentMode: RENT_MODES.indexOf(mode),
                    rent: rented,
                    rentPeriod: mode === 'USUFRUCT' ? 0 : 30 * DAY,
                  },
                ],
              }),
            },
          ],
          documents: [{ text: about, type: 'text/markdown' }],
        }
      : null,
    onDraft,
  )
  if (!house) return <Notice>{text.noFederation}</Notice>
  const standing = coop.standings.find((one) => one.phyle === house.phyle)
  const amount = (label: string, value: string, put: (typed: string) => void, help?: string) => (
    <Field label={label} unit={currency.symbol} help={help}>
      <input
        className={inputClass}
        inputMode="decimal"
        value={value}
        onChange={(event) => put(event.target.value.trim())}
      />
    </Field>
  )
  const count = (label: string, value: number, put: (typed: number) => void, help?: string) => (
    <Field label={label} help={help}>
      <input
        className={inputClass}
        type="number"
        min={0}
        value={value}
        onChange={(event) => put(Math.max(0, Number(event.target.value)))}
      />
    </Field>
  )
  return (
    <>
      {standing && !standing.good && <Notice tone="danger">{text.standing}</Notice>}
      <Field label={text.name} help={text.nameHelp}>
        <input
          className={inputClass}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label={text.about} help={text.aboutHelp}>
        <textarea
          className={inputClass}
          rows={5}
          value={about}
          onChange={(event) => setAbout(event.target.value)}
        />
      </Field>
      <PayeeField coop={coop.coop} label={text.supplier} value={supplier} onChange={setSupplier} />
      <div className="grid gap-4 sm:grid-cols-2">
        {amount(text.price, price, setPrice)}
        {amount(text.least, least, setLeast, text.leastHelp)}
        {amount(text.most, most, setMost)}
        {amount(text.person, person, setPerson)}
        {count(text.opens, opens, setOpens, text.opensHelp(decided))}
        {count(text.open, days, setDays)}
        {count(text.buy, buyDays, setBuyDays)}
        {count(text.expected, years, setYears, text.expectedHelp)}
      </div>
      <Choices
        legend={text.mode}
        value={mode}
        onChange={setMode}
        choices={[
          { value: 'COST_RENT', label: text.modes.COST_RENT.name, help: text.modes.COST_RENT.help },
          { value: 'USUFRUCT', label: text.modes.USUFRUCT.name, help: text.modes.USUFRUCT.help },
        ]}
      />
      {mode === 'COST_RENT' && amount(text.rent, rent, setRent)}
    </>
  )
}
