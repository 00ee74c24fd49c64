// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Address } from 'viem'
import type { Charter } from '../../sdk/src/charter.ts'
import { parseCharter } from '../../sdk/src/charter-file.ts'
import { asArray, asObject, asText, at } from '../../sdk/src/parse.ts'
import type { Person } from './coop.ts'
import { bodyKey } from './people.ts'

/** One co-op of `examples/federation.json`. */
export type CoopPlan = {
  readonly id: string
  readonly name: string
  readonly city: string
  readonly charter: Charter
  /** Euros on its account in the beginning. */
  readonly cash: number
  readonly members: readonly { readonly name: string; readonly class: number }[]
}

export type FederationPlan = {
  readonly name: string
  /** Who gets what is left of its co-ops, and of their root, when nobody is a member any more. */
  readonly body: Person
  readonly coops: readonly CoopPlan[]
}

/** Reads the example federation and the charters that it names. */
export function readFederation(folder: string): FederationPlan {
  const plan = asObject(json(join(folder, 'federation.json')), 'federation')
  const body = { name: asText(plan.body, 'body'), wallet: bodyKey() }
  return {
    name: asText(plan.name, 'name'),
    body,
    coops: asArray(plan.coops, 'coops').map((entry, i) =>
      readCoop(folder, entry, body.wallet.address as Address, at('coops', i)),
    ),
  }
}

function readCoop(folder: string, entry: unknown, body: Address, place: string): CoopPlan {
  const o = asObject(entry, place)
  const text = (key: string): string => asText(o[key], at(place, key))
  const preset = json(join(folder, 'charters', `${text('charter')}.json`))
  const charter = parseCharter({
    ...asObject(preset, place),
    name: text('name'),
    city: text('city'),
    country: text('country'),
    purpose: text('purpose'),
    language: text('language'),
    body,
  })
  return {
    id: text('id'),
    name: text('name'),
    city: text('city'),
    charter,
    cash: Number(text('cash').replaceAll(' ', '')),
    members: asArray(o.members, at(place, 'members')).map((member, i) => {
      const where = at(at(place, 'members'), i)
      const fields = asObject(member, where)
      const className = asText(fields.class, at(where, 'class'))
      const index = charter.classes.findIndex((c) => c.name === className)
      if (index < 0) throw new Error(`${where}: ${className} is not a class of ${text('name')}`)
      return { name: asText(fields.name, at(where, 'name')), class: index }
    }),
  }
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
