import { RENT_MODE } from '@phyle/sdk/chapters/bonds/enums'
import { COOLING_OFF, LATEST_CLOSE } from '@phyle/sdk/chapters/bonds/model'
import { documentDigest } from '@phyle/sdk/documents'
import { formatUnits, zeroAddress } from 'viem'
import { useChainNow } from '../../chain/clock.tsx'
import { useHouse, useSettings } from '../../chain/settings.tsx'
import { typedAddress } from '../../chain/typedAddress.ts'
import { numberTyped } from '../../chain/typedMoney.ts'
import { encodeCommonsBondsFloat } from '../../generated/contracts.ts'
import type { FormProps } from '../../shell/draft.ts'
import { useDraft } from '../../shell/useDraft.ts'
import { AmountField, MoneyField, UnitsField } from '../../ui/AmountField.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PayeeField } from '../../ui/PayeeField.tsx'
import { useKept } from '../../ui/useKept.ts'
import { date } from '../../words/format.ts'
import { propose as words } from '../../words/propose/words.ts'
import { write } from '../../words/written.ts'
import {
  type OfferAmount,
  type OfferTime,
  readOffer,
  type TypedOffer,
  YEAR_PLACES,
} from './offer.ts'

const text = words.bond
const DAY = 86_400

/** @rule BND-1 Make a proposal: float a bond */
export function BondForm({ coop, onDraft, keep }: FormProps) {
  const house = useHouse()
  const now = useChainNow()
  const { currency } = useSettings()
  const money = useMoney()
  const rule = coop.rules.SPECIAL
  const decided = rule
    ? Math.ceil((rule.noticePeriod + rule.votingPeriod + rule.timelock) / DAY)
    : 0
  const [name, setName] = useKept(`${keep}.name`, '')
  const [about, setAbout] = useKept(`${keep}.about`, '')
  const [supplier, setSupplier] = useKept(`${keep}.supplier`, '')
  const [price, setPrice] = useKept(`${keep}.price`, '')
  const [least, setLeast] = useKept(`${keep}.least`, '')
  const [most, setMost] = useKept(`${keep}.most`, '')
  const [person, setPerson] = useKept(`${keep}.person`, '')
  const [opens, setOpens] = useKept(`${keep}.opensIn`, `${decided + 3}`)
  const [days, setDays] = useKept(`${keep}.openFor`, '30')
  const [buyDays, setBuyDays] = useKept(`${keep}.buyWithin`, '30')
  const [years, setYears] = useKept(`${keep}.expectedIn`, '5')
  const [mode, setMode] = useKept<'COST_RENT' | 'USUFRUCT'>(`${keep}.mode`, 'COST_RENT')
  const [rent, setRent] = useKept(`${keep}.rent`, '')

  const typed: TypedOffer = {
    name,
    price,
    least,
    most,
    person,
    rent,
    rented: mode === 'COST_RENT',
    opens,
    days,
    buyDays,
    years,
  }
  const { offer, usual, readings, faults } = readOffer(typed, { currency, decided })
  const faultOf = (field: keyof TypedOffer) => {
    const fault = faults[field]
    const said = fault && text.faults[fault]
    return typeof said === 'function' ? said({ least: decided + 1 }) : said
  }
  const seller = typedAddress(supplier)
  const sellsToItself = seller === coop.coop
  const ready =
    house &&
    now !== undefined &&
    offer !== null &&
    about.trim() !== '' &&
    seller !== null &&
    !sellsToItself &&
    seller !== zeroAddress

  // Whole days, so that the draft does not change with every second.
  const today = now === undefined ? 0 : Math.floor(now / DAY) * DAY
  const opensAt = today + (offer?.opens ?? 0) * DAY
  const until = opensAt + (offer?.days ?? 0) * DAY
  const latest = until + LATEST_CLOSE
  const buyBy = latest + (offer?.buyDays ?? 0) * DAY
  useDraft(
    ready
      ? {
          title: write(coop, () => text.title({ name: name.trim() })),
          actions: [
            {
              target: house.bonds,
              value: 0n,
              data: encodeCommonsBondsFloat([
                {
                  title: name.trim(),
                  machine: documentDigest(about),
                  supplier: seller,
                  price: offer.price,
                  leastUnits: offer.leastUnits,
                  mostUnits: offer.mostUnits,
                  mostPerPerson: offer.mostPerPerson,
                  opensAt,
                  subscribeUntil: until,
                  buyBy,
                  expectedBy: until + COOLING_OFF + offer.expected * DAY,
                  capBps: 10_000,
                  rentMode: RENT_MODE[mode],
                  rent: offer.rent,
                  rentPeriod: mode === 'USUFRUCT' ? 0 : 30 * DAY,
                },
              ]),
            },
          ],
          documents: [{ text: about, type: 'text/markdown' }],
        }
      : null,
    onDraft,
  )
  if (!house) return <Notice>{text.noFederation}</Notice>
  const standing = coop.standings.find((one) => one.phyle === house.phyle)
  const amount = (
    Typed: typeof MoneyField | typeof UnitsField,
    field: OfferAmount,
    put: (typed: string) => void,
    help?: string,
  ) => (
    <Typed
      label={text[field]}
      value={typed[field]}
      onChange={put}
      reading={readings[field]}
      help={help}
      error={faultOf(field)}
    />
  )
  const time = (
    field: OfferTime,
    label: string,
    put: (typed: string) => void,
    { help, places = 0 }: { help?: string; places?: number } = {},
  ) => (
    <AmountField
      label={label}
      value={typed[field]}
      onChange={put}
      reading={readings[field]}
      help={help}
      error={faultOf(field)}
      places={places}
      show={(count) => text.times[field]({ count: Number(formatUnits(count, places)) })}
      write={(count) => numberTyped(count, places)}
      example={30n * 10n ** BigInt(places)}
    />
  )
  return (
    <>
      {standing && !standing.good && <Notice tone="danger">{text.standing}</Notice>}
      <Field label={text.name} help={text.nameHelp} error={faultOf('name')}>
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
      {sellsToItself && <Notice tone="danger">{text.faults.itself}</Notice>}
      {seller === zeroAddress && <Notice tone="danger">{words.pay.nobody}</Notice>}
      <div className="grid gap-4 sm:grid-cols-2">
        {amount(MoneyField, 'price', setPrice)}
        {amount(UnitsField, 'least', setLeast, text.leastHelp)}
        {amount(UnitsField, 'most', setMost)}
        {amount(
          UnitsField,
          'person',
          setPerson,
          usual === null
            ? text.personHelp
            : text.personUsual({ usual: money(usual * 10n ** BigInt(currency.decimals)) }),
        )}
        {time('opens', text.opens, setOpens, { help: text.opensHelp({ days: decided }) })}
        {time('days', text.open, setDays)}
        {time('buyDays', text.buy, setBuyDays)}
        {time('years', text.expected, setYears, {
          help: text.expectedHelp,
          places: YEAR_PLACES,
        })}
      </div>
      {offer && now !== undefined && (
        <p className="m-0 text-soft">
          {text.days({
            until: date(until),
            closes: date(until + COOLING_OFF),
            latest: date(latest),
            buyBy: date(buyBy),
          })}
        </p>
      )}
      <Choices
        legend={text.mode}
        value={mode}
        onChange={setMode}
        choices={[
          { value: 'COST_RENT', label: text.modes.COST_RENT.name, help: text.modes.COST_RENT.help },
          { value: 'USUFRUCT', label: text.modes.USUFRUCT.name, help: text.modes.USUFRUCT.help },
        ]}
      />
      {mode === 'COST_RENT' && amount(MoneyField, 'rent', setRent)}
    </>
  )
}
