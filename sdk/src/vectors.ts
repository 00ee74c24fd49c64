// SPDX-License-Identifier: MIT
/**
 * Vectors: worked cases of the arithmetic as JSON, read here and put through the reference model.
 *
 * Each kind stands in the folder of its chapter: how its cases are read, how they run through the
 * model, and what is compared. Amounts are decimal strings in base units, units are faces of 1.00,
 * counts are numbers. `runModel` and whoever drives the contracts return the same `Faults`.
 */
import { parseTally, runTally, type TallyCase } from './chapters/assembly/vectors.ts'
import { type FundCase, parseFund, runFund } from './chapters/fund/vectors.ts'
import { type FeeCase, parseFee, runFee } from './chapters/licences/vectors.ts'
import { type PlacesCase, parsePlaces, runPlaces } from './chapters/phyle/vectors.ts'
import { asArray, asObject, asOneOf, asText, at, ParseError } from './parse.ts'
import type { Faults } from './vector-faults.ts'

export type Case = TallyCase | FeeCase | FundCase | PlacesCase

/** Reads one file of cases; `place` names it in errors. @throws ParseError */
export function parseCases(json: string, place: string): Case[] {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    throw new ParseError(place, `is not JSON (${(error as Error).message})`)
  }
  return asArray(value, place).map((entry, i) => parseCase(entry, at(place, i)))
}

function parseCase(value: unknown, place: string): Case {
  const o = asObject(value, place)
  const kind = asOneOf(o.kind, at(place, 'kind'), ['tally', 'fee', 'fund', 'places'])
  const name = asText(o.name, at(place, 'name'))
  switch (kind) {
    case 'tally':
      return parseTally(o, name, place)
    case 'fee':
      return parseFee(o, name, place)
    case 'fund':
      return parseFund(o, name, place)
    case 'places':
      return parsePlaces(o, name, place)
  }
}

/** Puts one case through the reference model. */
export function runModel(c: Case): Faults {
  switch (c.kind) {
    case 'tally':
      return runTally(c)
    case 'fee':
      return runFee(c)
    case 'fund':
      return runFund(c)
    case 'places':
      return runPlaces(c)
  }
}
