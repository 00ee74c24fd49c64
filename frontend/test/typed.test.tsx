import type { Rule } from '@phyle/sdk/rule'
import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { exactly, moneyTyped, readMoney, readPercent, readUnits } from '../src/chain/typedMoney.ts'
import { readRule, ruleTexts } from '../src/features/statutes/typedRule.ts'
import { MoneyField, PercentField, UnitsField } from '../src/ui/AmountField.tsx'
import { fullMoney, money } from '../src/words/format.ts'
import { LANGUAGES, setLanguage } from '../src/words/language.ts'

const currency = { symbol: 'EURe', decimals: 6, iso: 'EUR' }
vi.mock('../src/chain/settings.tsx', () => ({ useSettings: () => ({ currency }) }))

const speak = (language: string) => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue([language])
  setLanguage(LANGUAGES.find((one) => language.startsWith(one)) ?? 'en')
}
afterEach(() => {
  vi.restoreAllMocks()
  setLanguage('en')
})

const COUNTRIES = ['en', 'en-IN', 'en-ZA', 'fr', 'fr-CH', 'fr-CA', 'es', 'es-MX', 'it', 'it-CH']

describe('Money as the app itself writes it', () => {
  it.each(COUNTRIES)('is read back in %s, with the name of the currency', (language) => {
    speak(language)
    for (const amount of [1_234_560_000n, 10_000n, 1_000_000_500_000n, 99_990_000n]) {
      const written = fullMoney(amount, currency)
      expect(readMoney(written, currency), written).toEqual({ kind: 'exact', amount })
      const typed = moneyTyped(amount, currency)
      expect(readMoney(typed, currency), typed).toEqual({ kind: 'exact', amount })
    }
  })

  it.each(COUNTRIES)('is never taken for another amount in %s', (language) => {
    speak(language)
    for (const whole of [1n, 12n, 999n, 1_000n, 20_000n, 62_700n, 1_234_567n]) {
      const amount = whole * 1_000_000n
      const reading = readMoney(money(amount, currency), currency)
      if (reading.kind === 'ambiguous') expect(reading.grouped).toBe(amount)
      else expect(reading).toEqual({ kind: 'exact', amount })
    }
  })

  it('has the places of its currency, not those of the coin', () => {
    expect(readMoney('0.001', currency)).toEqual({ kind: 'refused', fault: 'places' })
    expect(readMoney('12.3456', currency)).toEqual({ kind: 'refused', fault: 'places' })
    const yen = { symbol: 'JPYC', decimals: 18, iso: 'JPY' }
    expect(readMoney('1.5', yen)).toEqual({ kind: 'refused', fault: 'places' })
    expect(readMoney('0.5', { symbol: 'HOURS', decimals: 18, places: 1 }).kind).toBe('exact')
  })

  it('that is owed stands in a field rounded up to a whole cent', () => {
    speak('en')
    expect(moneyTyped(333_333_333n, currency)).toBe('333.34')
    expect(moneyTyped(520_000_000n, currency)).toBe('520')
  })
})

describe('A share as typed', () => {
  it('is at most all, with two places', () => {
    expect(exactly(readPercent('12,5'))).toBe(1_250n)
    expect(exactly(readPercent('66.67 %'))).toBe(6_667n)
    expect(exactly(readPercent('0'))).toBe(0n)
    expect(readPercent('101')).toEqual({ kind: 'refused', fault: 'much' })
    expect(readPercent('1,000')).toEqual({ kind: 'ambiguous', grouped: null, decimal: 100n })
  })
})

describe('A rule as typed', () => {
  const old = {
    threshold: 5_000,
    inclusive: false,
    quorumBps: 2_000,
    quorumMin: 3,
    noticePeriod: 2 * 86_400,
    votingPeriod: 7 * 86_400,
    timelock: 3_601,
    objectionPeriod: 86_400,
    gracePeriod: 30 * 86_400,
    nonUserCapBps: 2_500,
    maxObjections: null,
  } as unknown as Rule

  it('keeps to the second what nobody touched', () => {
    expect(readRule(old, {})).toEqual(old)
    expect(ruleTexts(old, {})).toMatchObject({ threshold: '50', noticePeriod: '2' })
  })

  it('takes what was typed, and nothing while it has two meanings', () => {
    expect(readRule(old, { threshold: '66,67', votingPeriod: '10' })).toMatchObject({
      threshold: 6_667,
      votingPeriod: 864_000,
      timelock: 3_601,
    })
    expect(readRule(old, { quorumMin: '1,000' })).toBeNull()
    expect(readRule(old, { threshold: '120' })).toBeNull()
    expect(readRule(old, { noticePeriod: '366' })).toBeNull()
  })

  it('has objections without a limit where their field is empty', () => {
    expect(readRule({ ...old, maxObjections: 2 }, { maxObjections: '' })?.maxObjections).toBeNull()
    expect(readRule(old, { maxObjections: '0' })?.maxObjections).toBe(0)
  })
})

function Asked({ as: Typed, read }: { as: typeof MoneyField; read: typeof readMoney }) {
  const [typed, setTyped] = useState('')
  const reading = read(typed, currency)
  return (
    <>
      <Typed label="How much" value={typed} onChange={setTyped} reading={reading} />
      <output>{`${exactly(reading)}`}</output>
    </>
  )
}

describe('A field for an amount', () => {
  const type = (text: string) =>
    fireEvent.change(screen.getByLabelText('How much'), { target: { value: text } })
  const amount = () => screen.getByRole('status').textContent

  it('asks which of two meanings is meant, and takes the one that is chosen', () => {
    speak('en')
    render(<Asked as={MoneyField} read={readMoney} />)
    type('1,000')
    expect(screen.getByRole('alert').textContent).toBe(
      'Do you mean 1,000.00\u00a0euros or 1.00\u00a0euros?',
    )
    expect(amount()).toBe('null')
    fireEvent.click(screen.getByRole('button', { name: '1,000.00\u00a0euros' }))
    expect(amount()).toBe('1000000000')
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByText('That is 1,000.00 euros.')).toBeTruthy()
    type('1.000')
    fireEvent.click(screen.getByRole('button', { name: '1.00\u00a0euros' }))
    expect(amount()).toBe('1000000')
  })

  it('asks in the notation of the reader', () => {
    speak('it')
    render(<Asked as={MoneyField} read={readMoney} />)
    type('1.000')
    expect(screen.getByRole('alert').textContent).toContain('1000,00\u00a0euro')
    fireEvent.click(screen.getByRole('button', { name: '1000,00\u00a0euro' }))
    expect(amount()).toBe('1000000000')
  })

  it('asks even where only one meaning is possible', () => {
    speak('en')
    render(<Asked as={MoneyField} read={readMoney} />)
    type('12.345')
    expect(screen.getByRole('alert').textContent).toBe(
      'Do you mean 12,345.00\u00a0euros? If not, write at most 2 decimal places.',
    )
    expect(amount()).toBe('null')
  })

  it('says in words what cannot be an amount', () => {
    speak('en')
    render(<Asked as={MoneyField} read={readMoney} />)
    for (const [text, why] of [
      ['0', 'Write more than zero.'],
      ['-5', 'Write it without a plus or minus sign.'],
      ['0.001', 'Write at most 2 decimal places.'],
      ['1e3', 'Write it in digits, for example 1234.50'],
      ['12 34', 'The separators are not where thousands end. Write for example 1234.50'],
      ['9'.repeat(60), 'That is more than is possible here. Write less.'],
    ] as const) {
      type(text)
      expect(screen.getByRole('alert').textContent, text).toBe(why)
      expect(amount(), text).toBe('null')
    }
  })

  it('asks for whole units and for shares as well', () => {
    speak('en')
    const { unmount } = render(<Asked as={UnitsField} read={readUnits} />)
    type('62,700')
    fireEvent.click(screen.getByRole('button', { name: '62,700.00\u00a0euros' }))
    expect(amount()).toBe('62700')
    unmount()
    render(<Asked as={PercentField} read={readPercent} />)
    type('1,000')
    fireEvent.click(screen.getByRole('button', { name: '1%' }))
    expect(amount()).toBe('100')
  })
})
