// SPDX-License-Identifier: MIT
/** Vectors of kind `fee`: terms and points, and the credit and the fee that follow. */
import { asAmount, asArray, asCount, asObject, at, type Fields, ParseError } from '../../parse.ts'
import { BPS } from '../../units.ts'
import { differs, type Faults } from '../../vector-faults.ts'
import { feeOf } from './fee.ts'

export type FeeCase = {
  readonly kind: 'fee'
  readonly name: string
  readonly pricePerYear: bigint
  readonly tierBps: number
  readonly seconds: number
  readonly waivePoints: bigint
  readonly quarters: readonly bigint[]
  readonly distinctAttesters: number
  readonly minAttesters: number
  readonly expect: { readonly credit: bigint; readonly fee: bigint }
}

export function parseFee(o: Fields, name: string, place: string): FeeCase {
  const quarters = at(place, 'quarters')
  const expectPlace = at(place, 'expect')
  const expect = asObject(o.expect, expectPlace)
  const points = asArray(o.quarters, quarters).map((q, i) => BigInt(asCount(q, at(quarters, i))))
  if (points.length > 8) throw new ParseError(quarters, 'has more than 8 quarters')
  return {
    kind: 'fee',
    name,
    pricePerYear: asAmount(o.pricePerYear, at(place, 'pricePerYear')),
    tierBps: asCount(o.tierBps, at(place, 'tierBps'), BPS),
    seconds: asCount(o.seconds, at(place, 'seconds')),
    waivePoints: BigInt(asCount(o.waivePoints, at(place, 'waivePoints'))),
    quarters: points,
    distinctAttesters: asCount(o.distinctAttesters, at(place, 'distinctAttesters')),
    minAttesters: asCount(o.minAttesters, at(place, 'minAttesters')),
    expect: {
      credit: BigInt(asCount(expect.credit, at(expectPlace, 'credit'))),
      fee: asAmount(expect.fee, at(expectPlace, 'fee')),
    },
  }
}

/** Puts a case through the reference model. */
export function runFee(c: FeeCase): Faults {
  return feeFaults(c, feeOf(c))
}

export function feeFaults(c: FeeCase, got: FeeCase['expect']): Faults {
  return [
    ...differs('credit', got.credit, c.expect.credit),
    ...differs('fee', got.fee, c.expect.fee),
  ]
}
