import { getAddress, numberToHex, padHex } from 'viem'
import type { Reader } from '../../src/features/assembly/readActions.ts'
import type { Saying } from '../../src/shell/saying.ts'
import { type Currency, money } from '../../src/words/format.ts'

/** The same address for the same number. */
export const address = (number: number) => getAddress(padHex(numberToHex(number), { size: 20 }))

/** The contracts of a federation. */
export const house = {
  phyle: address(20),
  fund: address(21),
  bonds: address(22),
  machines: address(23),
  works: address(24),
  licences: address(25),
  contributions: address(26),
  cash: address(27),
  root: address(28),
  registrar: address(29),
  block: 0,
  chapters: {},
}

/** The contracts of a co-op of it. */
export const coop = {
  coop: address(1),
  statutes: address(2),
  membership: address(3),
  assembly: address(4),
}

/** How all features say their acts. */
export const says = Object.values(
  import.meta.glob<readonly Saying[]>('../../src/features/*/says.ts', {
    eager: true,
    import: 'says',
  }),
).flat()

/** Who reads decisions of that co-op, in a federation with that currency. */
export const readerIn = (currency: Currency, known: Partial<Reader> = {}): Reader => ({
  coop: { ...coop, classes: [] },
  house,
  says,
  root: null,
  registrar: null,
  nameOf: () => undefined,
  machineOf: () => undefined,
  ruleOf: () => null,
  money: (amount) => money(amount, currency),
  face: 10n ** BigInt(currency.decimals),
  ...known,
})
