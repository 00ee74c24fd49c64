// SPDX-License-Identifier: MIT
/**
 * An amount as a person types it, in whatever notation. What a text means does not depend on where
 * the reader lives: two people never read two amounts out of one text, and where a text has two
 * meanings (`1,000` is a thousand for one and one for another) both are given back, to be asked.
 *
 * Spaces, apostrophes and the Arabic thousands mark only ever group; the Arabic decimal mark only
 * ever begins the decimals; a point and a comma can do either. Groups have three digits;
 * between commas they may also end in three after groups of two, as in India. Digits of every
 * script are read.
 */

export type AmountFault =
  /** Not an amount in any notation. */
  | 'form'
  /** A sign in front. */
  | 'sign'
  /** The thousands are not where they belong. */
  | 'groups'
  /** More decimal places than there are. */
  | 'places'
  | 'zero'
  | 'much'

export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'exact'; readonly amount: bigint }
  /** The separator groups in one reading and begins the decimals in the other; null: not possible. */
  | { readonly kind: 'ambiguous'; readonly grouped: bigint | null; readonly decimal: bigint | null }
  | { readonly kind: 'refused'; readonly fault: AmountFault }

export interface AmountShape {
  /** Of the base unit: the amount of `1` is 10 ** decimals. */
  readonly decimals: number
  /** Decimal places that may be typed, at most `decimals`; all of them where nothing is said. */
  readonly places?: number
  /** The largest amount that is taken, in base units. */
  readonly most?: bigint
  /** True where zero is an amount too. */
  readonly zero?: boolean
  /** Names of the unit, which may stand before or after the number. */
  readonly units?: readonly string[]
}

const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const SIGN = /^[-+\u2212\u2010-\u2015\ufe63\uff0b\uff0d]/
/** Each kind of separator as one character. */
const SEPARATORS: readonly (readonly [RegExp, string])[] = [
  [/\p{Zs}/gu, ' '],
  [/[\u2019\u2018\u02bc\uff07`´]/g, "'"],
  [/\uff0e/g, '.'],
  [/[\uff0c\u060c]/g, ','],
  [/\u2e41/g, '٬'],
]
const NUMBER = /^\d*(?:[ '٬.,٫]\d*)*$/

/** Decimal digits of every script as 0 to 9; null where two scripts are mixed. */
function plainDigits(text: string): string | null {
  const zeros = new Set<number>()
  const plain = text.replaceAll(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) as number
    let first = point
    // Decimal digits stand in runs of ten, each beginning with its nought.
    while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1
    const value = (point - first) % 10
    zeros.add(point - value)
    return `${value}`
  })
  return zeros.size > 1 ? null : plain
}

function withoutUnit(text: string, units: readonly string[]): string {
  // A letter may become longer in small letters: what is compared is what is cut off.
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
  for (const unit of units.map((one) => one.trim())) {
    if (unit === '' || text.length <= unit.length) continue
    if (same(text.slice(0, unit.length), unit)) return text.slice(unit.length).trim()
    if (same(text.slice(-unit.length), unit)) return text.slice(0, -unit.length).trim()
  }
  return text
}

/** Whether these runs of digits with these marks between them are the thousands of one number. */
function isGrouped([first = '', ...others]: readonly string[], marks: readonly string[]): boolean {
  if (others.length === 0) return true
  if (first === '' || first.startsWith('0') || new Set(marks).size > 1 || marks[0] === '٫') {
    return false
  }
  const before = others.slice(0, -1)
  return (
    others.at(-1)?.length === 3 &&
    ((first.length <= 3 && before.every(({ length }) => length === 3)) ||
      (first.length <= 2 && marks[0] === ',' && before.every(({ length }) => length === 2)))
  )
}

interface Parts {
  readonly whole: string
  readonly places: string
}

const fits = ({ decimals, places = decimals }: AmountShape) => Math.min(places, decimals)

function amountOf({ whole, places }: Parts, shape: AmountShape): bigint | AmountFault {
  const exact = places.replace(/0+$/, '')
  if (exact.length > fits(shape)) return 'places'
  // Nothing real has so many digits, and reading them would take long.
  if (whole.length > 100) return 'much'
  const amount = BigInt(whole + exact.padEnd(shape.decimals, '0'))
  if (shape.most !== undefined && amount > shape.most) return 'much'
  return amount === 0n && shape.zero !== true ? 'zero' : amount
}

/** The text that somebody typed, see above. */
export function readAmount(typed: string, shape: AmountShape): Reading {
  const refused = (fault: AmountFault): Reading => ({ kind: 'refused', fault })
  const bare = withoutUnit(typed.replaceAll(DIRECTION, '').trim(), shape.units ?? [])
  if (bare === '') return { kind: 'empty' }
  if (SIGN.test(bare)) return refused('sign')
  const digits = plainDigits(bare)
  if (digits === null) return refused('form')
  const text = SEPARATORS.reduce((one, [from, to]) => one.replaceAll(from, to), digits)
  if (!NUMBER.test(text) || !/\d/.test(text)) return refused('form')

  const runs = text.split(/\D/)
  const marks = text.match(/\D/g) ?? []
  if (runs.slice(1, -1).includes('')) return refused('form')
  const mark = marks.at(-1)
  const [before, last = ''] = [runs.slice(0, -1), runs.at(-1)]
  const hasDecimals =
    mark !== undefined &&
    '.,٫'.includes(mark) &&
    !marks.slice(0, -1).includes(mark) &&
    isGrouped(before, marks.slice(0, -1))
  const asDecimal: Parts | null = hasDecimals ? { whole: before.join(''), places: last } : null
  const asGrouped: Parts | null = isGrouped(runs, marks)
    ? { whole: runs.join(''), places: '' }
    : null

  const settle = (parts: Parts): Reading => {
    const amount = amountOf(parts, shape)
    return typeof amount === 'bigint' ? { kind: 'exact', amount } : refused(amount)
  }
  if (asDecimal && asGrouped) {
    const [grouped, decimal] = [amountOf(asGrouped, shape), amountOf(asDecimal, shape)]
    if (typeof grouped !== 'bigint' && typeof decimal !== 'bigint') return refused(grouped)
    return {
      kind: 'ambiguous',
      grouped: typeof grouped === 'bigint' ? grouped : null,
      decimal: typeof decimal === 'bigint' ? decimal : null,
    }
  }
  const only = asDecimal ?? asGrouped
  return only ? settle(only) : refused('groups')
}

/** Exact decimal text of an amount in fixed notation: digits, a point, and no more places than needed. */
function plainText(amount: bigint, decimals: number): string {
  const digits = amount.toString().padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  const places = digits.slice(cut).replace(/0+$/, '')
  return places === '' ? digits.slice(0, cut) : `${digits.slice(0, cut)}.${places}`
}

/**
 * An amount as the field of a form holds it for a reader of `locale`: without groups, and always
 * with one meaning.
 */
export function typeable(
  amount: bigint,
  { decimals, places = decimals }: Pick<AmountShape, 'decimals' | 'places'>,
  locale: string,
): string {
  const exact = plainText(amount, decimals)
  const needed = exact.includes('.') ? exact.length - exact.indexOf('.') - 1 : 0
  const shown = needed === 0 ? 0 : Math.max(needed, Math.min(places, 2))
  // Three places behind one to three digits could be thousands; a nought more could not.
  const least = shown === 3 ? 4 : shown
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: least,
    maximumFractionDigits: Math.max(least, 20),
  }).format(exact as `${number}`)
}
