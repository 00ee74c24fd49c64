// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type AmountShape, type Reading, readAmount, typeable } from './amount.ts'

const EURO: AmountShape = { decimals: 6, places: 2, most: 2n ** 96n - 1n }
const cents = (count: number): bigint => BigInt(count) * 10_000n
const exact = (count: number): Reading => ({ kind: 'exact', amount: cents(count) })
const refused = (fault: string) => ({ kind: 'refused', fault })

/** Languages of every notation that browsers know: groups, marks, digits, India. */
const LOCALES = [
  ...['en', 'en-IN', 'en-ZA', 'de', 'de-AT', 'de-CH', 'de-LI', 'fr', 'fr-CH', 'it', 'it-CH', 'es'],
  ...['es-MX', 'pt', 'pt-PT', 'nl', 'pl', 'cs', 'fi', 'sv', 'nb', 'da', 'et', 'bg', 'ru', 'uk'],
  ...['hi', 'hi-u-nu-deva', 'mr', 'ne', 'bn', 'ta-u-nu-tamldec', 'gu', 'my', 'th-u-nu-thai', 'km'],
  ...['ar', 'ar-EG', 'ar-SA', 'ar-MA', 'fa', 'ur', 'ps', 'ckb', 'he', 'dz', 'ff-Adlm', 'tr', 'el'],
  ...['ja', 'zh', 'ko', 'zh-u-nu-fullwide', 'sw', 'am', 'ka', 'hy', 'sl', 'hu', 'ro', 'ca', 'mt'],
]

test('one separator before exactly three digits has two meanings, wherever the reader lives', () => {
  const both = (grouped: number, decimal: number | null): Reading => ({
    kind: 'ambiguous',
    grouped: cents(grouped),
    decimal: decimal === null ? null : cents(decimal),
  })
  assert.deepEqual(readAmount('1,000', EURO), both(100_000, 100))
  assert.deepEqual(readAmount('1.000', EURO), both(100_000, 100))
  assert.deepEqual(readAmount('20,000', EURO), both(2_000_000, 2_000))
  assert.deepEqual(readAmount('62,700', EURO), both(6_270_000, 6_270))
  // A euro has no thousandths, but nobody who writes 1.234 is taken at a thousand times it unasked.
  assert.deepEqual(readAmount('1.234', EURO), both(123_400, null))
  assert.deepEqual(readAmount('12.345', EURO), both(1_234_500, null))
  assert.deepEqual(readAmount('١،٠٠٠', EURO), both(100_000, 100))
})

test('a text that shows which mark is which has one meaning', () => {
  for (const text of [
    ...['1,234.56', '1.234,56', '1 234,56', '1 234.56', "1'234.56", '1’234,56', '1234.56'],
    ...[
      '1234,56',
      '1\u202f234,56',
      '1\u00a0234.56',
      '١٬٢٣٤٫٥٦',
      '۱٬۲۳۴٫۵۶',
      '१,२३४.५६',
      ' 1234.560 ',
    ],
    ...['１，２３４．５６', '\u200e1,234.56\u200e', '1234٫56'],
  ])
    assert.deepEqual(readAmount(text, EURO), exact(123_456), text)
  assert.deepEqual(readAmount('1,00,000', EURO), exact(10_000_000))
  assert.deepEqual(readAmount('12,34,567.89', EURO), exact(123_456_789))
  assert.deepEqual(readAmount('1,000,000', EURO), exact(100_000_000))
  assert.deepEqual(readAmount('1.000.000', EURO), exact(100_000_000))
  assert.deepEqual(readAmount('1 000', EURO), exact(100_000))
  assert.deepEqual(readAmount("20'000", EURO), exact(2_000_000))
  assert.deepEqual(readAmount('0,5', EURO), exact(50))
  assert.deepEqual(readAmount('0.500', EURO), exact(50))
  assert.deepEqual(readAmount(',5', EURO), exact(50))
  assert.deepEqual(readAmount('5.', EURO), exact(500))
})

test('refuses: more places than the coin has', () => {
  for (const text of ['0.001', '0,001', '12.3456', '1,234.567', '0.000001', '1234.567'])
    assert.deepEqual(readAmount(text, EURO), refused('places'), text)
  assert.deepEqual(readAmount('1.5', { decimals: 0 }), refused('places'))
})

test('refuses: nothing, signs, and what is no amount', () => {
  assert.deepEqual(readAmount('  ', EURO), { kind: 'empty' })
  for (const text of ['0', '0.00', '٠']) assert.deepEqual(readAmount(text, EURO), refused('zero'))
  for (const text of ['-1', '+1', '−1', '–5'])
    assert.deepEqual(readAmount(text, EURO), refused('sign'))
  for (const text of [
    ...[
      '1e3',
      '0x10',
      'abc',
      '1٢',
      '1,,000',
      '1..5',
      '1. 5',
      '.',
      ',',
      '(5)',
      '½',
      '①',
      '五',
      '1_000',
    ],
    ...['1-2', '5-', 'Infinity', 'NaN', '1 000 x', '٫'],
  ])
    assert.deepEqual(readAmount(text, EURO), refused('form'), text)
})

test('refuses: thousands where none belong', () => {
  for (const text of [
    '12 34',
    '1 0000',
    '1,2345.6',
    '1,234,56',
    '1,234 567',
    '0,123,456',
    '1.23.456',
    '1.5.',
  ])
    assert.equal(readAmount(text, EURO).kind, 'refused', text)
  assert.deepEqual(readAmount('12 34', EURO), refused('groups'))
  assert.deepEqual(readAmount('1,234.567,89', EURO), refused('groups'))
})

test('refuses: more than there is room for, however long', () => {
  assert.deepEqual(readAmount('9'.repeat(40), EURO), refused('much'))
  assert.deepEqual(readAmount('9'.repeat(100_000), EURO), refused('much'))
})

test('takes the name of the unit, and asks about a number behind it all the same', () => {
  const shape = { ...EURO, units: ['EUR', '€', 'euros'] }
  assert.deepEqual(readAmount('€ 1,234.50', shape), exact(123_450))
  assert.deepEqual(readAmount('12.50\u00a0euros', shape), exact(1_250))
  assert.deepEqual(readAmount('eur 5', shape), exact(500))
  assert.equal(readAmount('EUR 1,000', shape).kind, 'ambiguous')
  assert.deepEqual(readAmount('USD 5', shape), refused('form'))
})

test('asks even where only one of two meanings is possible', () => {
  // 1000 % is more than all, so 1 % is offered, but not taken unasked.
  assert.deepEqual(readAmount('1,000', { decimals: 2, most: 10_000n }), {
    kind: 'ambiguous',
    grouped: null,
    decimal: 100n,
  })
  assert.deepEqual(readAmount('12,345', { decimals: 2, most: 10_000n }), refused('much'))
})

const amounts = fc.oneof(
  fc.bigInt({ min: 1n, max: 100_000n }),
  fc.bigInt({ min: 1n, max: 10n ** 15n }),
  fc.integer({ min: 1, max: 2_000_000 }).map((whole) => BigInt(whole) * 100n),
)
const locales = fc.constantFrom(...LOCALES)
const decimalText = (amount: bigint) =>
  `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}` as `${number}`

test('reads back what is written in every language', () => {
  fc.assert(
    fc.property(locales, amounts, (locale, amount) => {
      const format = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
      const text = new Intl.NumberFormat(locale, format).format(decimalText(amount))
      assert.deepEqual(
        readAmount(text, { decimals: 2 }),
        { kind: 'exact', amount },
        `${locale}: ${text}`,
      )
    }),
    { numRuns: 3_000 },
  )
})

test('never takes a whole number for another one', () => {
  fc.assert(
    fc.property(locales, fc.bigInt({ min: 1n, max: 10n ** 12n }), (locale, whole) => {
      const text = new Intl.NumberFormat(locale).format(whole)
      const amount = whole * 100n
      const reading = readAmount(text, { decimals: 2 })
      if (reading.kind === 'ambiguous') assert.equal(reading.grouped, amount, `${locale}: ${text}`)
      else assert.deepEqual(reading, { kind: 'exact', amount }, `${locale}: ${text}`)
    }),
    { numRuns: 3_000 },
  )
})

test('what stands in a field has one meaning, in every language and for every coin', () => {
  fc.assert(
    fc.property(
      locales,
      amounts,
      fc.constantFrom(0, 2, 3, 6, 18),
      fc.integer({ min: 0, max: 6 }),
      (locale, amount, decimals, places) => {
        const shape = { decimals, places: Math.max(places, decimals) }
        const text = typeable(amount, shape, locale)
        assert.deepEqual(readAmount(text, shape), { kind: 'exact', amount }, `${locale}: ${text}`)
      },
    ),
    { numRuns: 3_000 },
  )
})

test('no text is read as an amount that another language writes otherwise', () => {
  // Whatever a language writes is read as that amount or asked about; so two languages that write
  // the same text for two amounts always lead to a question.
  fc.assert(
    fc.property(
      locales,
      amounts,
      fc.integer({ min: 0, max: 6 }),
      fc.boolean(),
      (locale, amount, places, useGrouping) => {
        const exactText = decimalText(amount)
        const text = new Intl.NumberFormat(locale, {
          minimumFractionDigits: places,
          maximumFractionDigits: Math.max(places, 2),
          useGrouping,
        }).format(exactText)
        const reading = readAmount(text, { decimals: 2 })
        if (reading.kind === 'exact') assert.equal(reading.amount, amount, `${locale}: ${text}`)
        else {
          assert.equal(reading.kind, 'ambiguous', `${locale}: ${text}`)
          assert.ok(
            reading.kind === 'ambiguous' && [reading.grouped, reading.decimal].includes(amount),
          )
        }
      },
    ),
    { numRuns: 5_000 },
  )
})

test('never throws, whatever is typed', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(..."0123456789.,'’ ٬٫-+eE٠١۱१％%") }),
      ),
      (text) => {
        const reading = readAmount(text, EURO)
        if (reading.kind === 'exact') assert.ok(reading.amount > 0n)
      },
    ),
    { numRuns: 3_000 },
  )
})

test('a unit takes no digit with it, whatever letters it has', () => {
  for (const text of ['İX55', 'İX 55', '55 İX', '55İX'])
    assert.deepEqual(readAmount(text, { ...EURO, units: ['İX'] }), exact(5_500), text)
})
