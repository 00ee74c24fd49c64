import type { SeriesDetail } from '@phyle/sdk/chapters/bonds/api'
import { type FormEvent, useId, useState } from 'react'
import type { Address } from 'viem'
import { useConnection } from 'wagmi'
import { useHandOver, useRefundPledge, useTake, useWithdrawPledge } from '../../acts/bonds.ts'
import { useIndex } from '../../chain/indexClient.ts'
import { type Holding, type Pledge, useHolding } from '../../chain/purse.ts'
import { useEnv, useHouse, useSettings } from '../../chain/settings.tsx'
import { typedAddress } from '../../chain/typedAddress.ts'
import { exactly, numberTyped, readUnits } from '../../chain/typedMoney.ts'
import { UnitsField } from '../../ui/AmountField.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Field, inputClass } from '../../ui/Field.tsx'
import { useMoney } from '../../ui/Money.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { bonds } from '../../words/bonds/words.ts'
import { date, shortAddress } from '../../words/format.ts'
import { mostBackOf, type Phase } from './series.ts'

const words = bonds.mine

interface PartProps {
  series: SeriesDetail
  phase: Phase
}

/**
 * What the reader lent, and what they can do with it now.
 *
 * @rule I15, I17, BND-2, BND-5, BND-7 Bond offer: my part
 */
export function MyPart({ series, phase }: PartProps) {
  const { address } = useConnection()
  return address ? <Mine key={address} address={address} series={series} phase={phase} /> : null
}

function Mine({ address, series, phase }: PartProps & { address: Address }) {
  const mine = useHolding(BigInt(series.id), address)
  const refund = useRefundPledge()
  const holding = mine.data?.holding ?? null
  const own = useIndex(
    '/api/series/:phyle/:id/positions',
    phase === 'failed' ? { phyle: series.phyle, id: series.id } : null,
    { holder: address },
  )
  const told = own.data?.data.some((one) => one.refunded) ?? false
  if (phase === 'failed' && (refund.state.step === 'done' || (told && !holding?.due))) {
    return (
      <Card title={words.title}>
        <p className="m-0" role="status">
          <span aria-hidden="true">✓ </span>
          {words.refunded}
        </p>
      </Card>
    )
  }
  if (
    !mine.data ||
    !holding ||
    (holding.units === 0n && holding.due === 0n && holding.taken === 0n)
  )
    return null
  return (
    <Part
      series={series}
      phase={phase}
      holding={holding}
      pledge={mine.data.pledge}
      refund={refund}
    />
  )
}

interface HeldProps extends PartProps {
  holding: Holding
  pledge: Pledge
  refund: ReturnType<typeof useRefundPledge>
}

function Part({ series, phase, holding, pledge, refund }: HeldProps) {
  const money = useMoney()
  const house = useHouse()
  const take = useTake()
  if (!house) return null
  const offer = { house, series: BigInt(series.id) }
  const repaying = phase === 'bought' || phase === 'redeemed' || phase === 'writtenDown'
  const most = mostBackOf(series, holding.units, BigInt(series.pledgedUnits))
  return (
    <Card title={words.title}>
      <Facts
        facts={[
          [words.lent, money(holding.units * holding.face)],
          phase !== 'failed' && [words.most, money(most)],
          repaying && [words.got, money(holding.taken)],
          repaying && [words.due, money(holding.due)],
        ]}
      />
      {(phase === 'open' || phase === 'closing') && <ChangeMind series={series} pledge={pledge} />}
      {phase === 'funded' && <p className="m-0 text-soft">{words.wait}</p>}
      {phase === 'failed' && holding.due > 0n && (
        <>
          <Button look="main" wide disabled={refund.busy} onClick={() => void refund.run(offer)}>
            {words.refund({ amount: money(holding.due) })}
          </Button>
          <p className="m-0 text-sm text-soft">{words.refundNote}</p>
        </>
      )}
      <Progress state={refund.state} />
      {repaying && holding.due > 0n && (
        <>
          <Button look="main" wide disabled={take.busy} onClick={() => void take.run(offer)}>
            {words.collect({ amount: money(holding.due) })}
          </Button>
          <p className="m-0 text-sm text-soft">{words.collectNote}</p>
        </>
      )}
      {repaying && holding.due === 0n && take.state.step !== 'done' && phase !== 'redeemed' && (
        <p className="m-0 text-soft">{words.nothingDue}</p>
      )}
      <Progress state={take.state} done={() => words.collected} />
      {repaying && holding.units > 0n && <HandOver series={series} holding={holding} />}
    </Card>
  )
}

function ChangeMind({ series, pledge }: { series: SeriesDetail; pledge: Pledge }) {
  const money = useMoney()
  const house = useHouse()
  const { currency } = useSettings()
  const act = useWithdrawPledge()
  const [typed, setTyped] = useState(numberTyped(pledge.withdrawable))
  const [back, setBack] = useState(0n)
  const [open, setOpen] = useState(false)
  const reading = readUnits(typed, currency)
  const asked = exactly(reading)
  const { withdrawable, until } = pledge
  const face = BigInt(series.face)
  const over = asked !== null && asked > withdrawable
  const units = over ? null : asked
  const most = money(withdrawable * face)
  const withdraw = async (event: FormEvent) => {
    event.preventDefault()
    if (!house || units === null) return
    setBack(units)
    const receipt = await act.run({ house, series: BigInt(series.id), units })
    if (receipt) setOpen(false)
  }
  if (withdrawable === 0n && act.state.step !== 'done') {
    return (
      <p className="m-0 text-soft">
        {words.binding({
          until: date(series.subscribeUntil, 'time'),
          closes: date(series.closes, 'time'),
        })}
      </p>
    )
  }
  return (
    <>
      {withdrawable > 0n && (
        <p className="m-0 text-soft">{words.changeHelp({ when: date(until, 'time'), most })}</p>
      )}
      {open ? (
        <form className="flex flex-col gap-3" onSubmit={(event) => void withdraw(event)}>
          <UnitsField
            label={words.changeAmount}
            value={typed}
            onChange={setTyped}
            reading={reading}
            faults={{ places: bonds.lend.problems.notWhole }}
            error={over ? words.changeOver({ most }) : undefined}
          />
          <Button type="submit" disabled={act.busy || units === null}>
            {units === null
              ? words.changeEmpty
              : words.changeButton({ amount: money(units * face) })}
          </Button>
        </form>
      ) : (
        <Button className="self-start" onClick={() => setOpen(true)}>
          {words.change}
        </Button>
      )}
      <Progress state={act.state} done={() => words.changeDone({ amount: money(back * face) })} />
    </>
  )
}

function HandOver({ series, holding }: { series: SeriesDetail; holding: Holding }) {
  const text = bonds.transfer
  const money = useMoney()
  const house = useHouse()
  const { people } = useEnv()
  const { currency } = useSettings()
  const act = useHandOver()
  const list = useId()
  const [name, setName] = useState('')
  const [typed, setTyped] = useState('')
  const reading = readUnits(typed, currency)
  const asked = exactly(reading)
  const over = asked !== null && asked > holding.units
  const units = over ? null : asked
  const to = addressOf(name, people)
  const held = money(holding.units * holding.face)
  const handOver = async (event: FormEvent) => {
    event.preventDefault()
    if (!house || units === null || to === null) return
    const done = await act.run({ house, series: BigInt(series.id), units, to })
    if (done) setTyped('')
  }
  const called = typedAddress(name) ? shortAddress(name.trim()) : name.trim()
  return (
    <Disclosure summary={text.summary}>
      <form className="flex flex-col gap-3" onSubmit={(event) => void handOver(event)}>
        <p className="m-0 text-soft">{text.what}</p>
        <Field
          label={text.to}
          help={text.toHelp}
          error={name.trim() !== '' && to === null ? text.notAddress : undefined}
        >
          <input
            className={inputClass}
            list={list}
            autoComplete="off"
            spellCheck={false}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <datalist id={list}>
          {people.map((person) => (
            <option key={person.address} value={person.name} />
          ))}
        </datalist>
        <UnitsField
          label={text.amount}
          value={typed}
          onChange={setTyped}
          reading={reading}
          faults={{ places: bonds.lend.problems.notWhole }}
          error={over ? text.over({ most: held }) : undefined}
        />
        <Button type="submit" disabled={act.busy || units === null || to === null}>
          {units === null || to === null
            ? text.empty
            : text.button({ amount: money(units * holding.face), name: called })}
        </Button>
        <Progress state={act.state} done={() => text.done} />
      </form>
    </Disclosure>
  )
}

/** By name among the people known here, else as an address; null when it is neither. */
function addressOf(
  text: string,
  people: readonly { readonly name: string; readonly address: Address }[],
): Address | null {
  const typed = text.trim().toLowerCase()
  const person = people.find((one) => one.name.toLowerCase() === typed)
  return person?.address ?? typedAddress(text)
}
