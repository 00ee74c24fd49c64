// SPDX-License-Identifier: MIT
/** Vectors of kind `places`: people who sit down, leave and move up in one co-op, epoch by epoch. */
import {
  asArray,
  asCount,
  asObject,
  asOneOf,
  asString,
  asText,
  at,
  type Fields,
} from '../../parse.ts'
import { differs, type Faults } from '../../vector-faults.ts'
import { Places, PlacesError } from './places.ts'

/** What an act gives: the epoch of a start, places, `ok` or `refused`, or figures by name. */
export type PlacesAnswer = string | Readonly<Record<string, number>>

export type PlacesStep = { readonly expect: PlacesAnswer } & (
  | { readonly op: 'seat' | 'leave' | 'hasten'; readonly who: string }
  | { readonly op: 'seats'; readonly prefix: string; readonly count: number }
  | { readonly op: 'grant'; readonly granted: number }
  | { readonly op: 'epoch' }
)

export type PlacesCase = {
  readonly kind: 'places'
  readonly name: string
  readonly granted: number
  readonly epoch: number
  readonly steps: readonly PlacesStep[]
  readonly expect: Readonly<Record<string, number>>
}

export function parsePlaces(o: Fields, name: string, place: string): PlacesCase {
  const steps = at(place, 'steps')
  return {
    kind: 'places',
    name,
    granted: asCount(o.granted, at(place, 'granted')),
    epoch: asCount(o.epoch, at(place, 'epoch')),
    steps: asArray(o.steps, steps).map((step, i) => parseStep(step, at(steps, i))),
    expect: asCounts(o.expect, at(place, 'expect')),
  }
}

function parseStep(value: unknown, place: string): PlacesStep {
  const o = asObject(value, place)
  const ops = ['seat', 'seats', 'leave', 'hasten', 'grant', 'epoch'] as const
  const op = asOneOf(o.op, at(place, 'op'), ops)
  const words = at(place, 'expect')
  const expect =
    typeof o.expect === 'string' ? asString(o.expect, words) : asCounts(o.expect, words)
  switch (op) {
    case 'seats': {
      const prefix = asText(o.prefix, at(place, 'prefix'))
      return { op, prefix, count: asCount(o.count, at(place, 'count')), expect }
    }
    case 'grant':
      return { op, granted: asCount(o.granted, at(place, 'granted')), expect }
    case 'epoch':
      return { op, expect }
    default:
      return { op, who: asText(o.who, at(place, 'who')), expect }
  }
}

function asCounts(value: unknown, place: string): Record<string, number> {
  const o = asObject(value, place)
  return Object.fromEntries(Object.entries(o).map(([k, v]) => [k, asCount(v, at(place, k))]))
}

/** The people whom a step of many seats seats. */
export function peopleOf({ prefix, count }: Extract<PlacesStep, { op: 'seats' }>): string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`)
}

/** What a step gave beside what it was to give. */
export function stepFaults(step: PlacesStep, number: number, got: PlacesAnswer): Faults {
  const { expect } = step
  const place = `step ${number}: ${step.op}`
  if (typeof expect === 'string' || typeof got === 'string') return differs(place, got, expect)
  return figureFaults(place, got, expect)
}

/** Figures beside those that were expected; others may be among them. */
export function figureFaults(
  place: string,
  got: Readonly<Record<string, number>>,
  expect: Readonly<Record<string, number>>,
): Faults {
  return Object.entries(expect).flatMap(([key, value]) =>
    differs(`${place}, ${key}`, got[key], value),
  )
}

/** Puts a case through the reference model. */
export function runPlaces(c: PlacesCase): Faults {
  const places = new Places(c.epoch)
  places.since = c.epoch
  places.grant(c.granted)
  const faults = c.steps.flatMap((step, i) => stepFaults(step, i + 1, go(places, step)))
  return [
    ...faults,
    ...figureFaults(
      'at the end',
      {
        active: places.seated,
        base: places.base,
        since: places.since,
        earning: places.earning(),
      },
      c.expect,
    ),
  ]
}

function go(places: Places, step: PlacesStep): PlacesAnswer {
  switch (step.op) {
    case 'seat':
      return String(places.seat(step.who))
    case 'seats': {
      const starts = peopleOf(step).map((who) => places.seat(who))
      return { first: starts[0] ?? 0, last: starts.at(-1) ?? 0 }
    }
    case 'leave':
      places.leave(step.who)
      return 'ok'
    case 'hasten':
      return orRefused(() => String(places.hasten(step.who)))
    case 'grant':
      return String(places.grant(step.granted))
    case 'epoch':
      places.epoch += 1
      return { places: places.places(), earning: places.earning() }
  }
}

function orRefused(act: () => string): string {
  try {
    return act()
  } catch (error) {
    if (error instanceof PlacesError) return 'refused'
    throw error
  }
}
