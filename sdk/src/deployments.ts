// SPDX-License-Identifier: MIT
/**
 * Reads what was deployed on a chain: the content of `deployments/<chainId>.json`, which the deploy
 * scripts write and the indexer, the relay and the app read.
 */
import { type Address, type Hex, isAddressEqual, isHash } from 'viem'
import { asCount, asObject, asString, at, ParseError } from './parse.ts'
import { asAddress } from './parse-address.ts'

export type Deployed = {
  readonly address: Address
  /** The block in which it came to be. */
  readonly block: number
  /** keccak256 of the code at the address. */
  readonly codeHash: Hex
}

/** The chapters that every federation is founded with, beside its register. */
export const FIRST_CHAPTERS = [
  'fund',
  'bonds',
  'works',
  'machines',
  'licences',
  'contributions',
] as const
export type FirstChapter = (typeof FIRST_CHAPTERS)[number]

/** A phyle as a deployments file holds it. */
export type PhyleRecord = {
  readonly phyle: Address
  readonly root: Address
  readonly cash: Address
  /** The block of its founding. */
  readonly block: number
  /** Its chapters by name; those too that it opened later and this file knows. */
  readonly chapters: { readonly [name: string]: Deployed }
}

/** A phyle, its root co-op, the token in which it keeps its cash, and where its first chapters are. */
export type PhyleHouse = PhyleRecord & { readonly [name in FirstChapter]: Address }

export type Deployments = {
  readonly chainId: number
  readonly implementations: { readonly [name: string]: Deployed }
  /** `Registrar` and `PhyleRegistrar`. */
  readonly registrars: { readonly [name: string]: Deployed }
  /** What exists on the local chain only, such as the demo currency. */
  readonly demo: { readonly [name: string]: Deployed }
  /** The phyle that is shown here; null before it is founded. */
  readonly phyle: PhyleHouse | null
}

function asDeployed(value: unknown, place: string): Deployed {
  const fields = asObject(value, place)
  const codeHash = asString(fields.codeHash, at(place, 'codeHash'))
  if (!isHash(codeHash)) throw new ParseError(at(place, 'codeHash'), 'must be a hash')
  return {
    address: asAddress(fields.address, at(place, 'address')),
    block: asCount(fields.block, at(place, 'block')),
    codeHash,
  }
}

function asNamed(value: unknown, place: string): { readonly [name: string]: Deployed } {
  const entries = Object.entries(asObject(value ?? {}, place))
  return Object.fromEntries(entries.map(([name, one]) => [name, asDeployed(one, at(place, name))]))
}

function asPhyle(value: unknown, place: string): PhyleHouse {
  const fields = asObject(value, place)
  const address = (key: string) => asAddress(fields[key], at(place, key))
  return phyleHouse({
    phyle: address('phyle'),
    root: address('root'),
    cash: address('cash'),
    block: asCount(fields.block, at(place, 'block')),
    chapters: asNamed(fields.chapters, at(place, 'chapters')),
  })
}

/** The first chapters of a phyle beside its record. Throws where one is missing. */
export function phyleHouse(record: PhyleRecord): PhyleHouse {
  const chapter = (name: FirstChapter): Address => {
    const found = record.chapters[name]
    if (!found) throw new ParseError(at('phyle', at('chapters', name)), 'is missing')
    return found.address
  }
  return {
    ...record,
    fund: chapter('fund'),
    bonds: chapter('bonds'),
    works: chapter('works'),
    machines: chapter('machines'),
    licences: chapter('licences'),
    contributions: chapter('contributions'),
  }
}

/** A chapter that the record of this page knows, by its address and the code there; undefined for any other. */
export function knownChapter(
  { implementations, phyle }: Deployments,
  address: Address,
  codeHash: Hex,
): string | undefined {
  const known = Object.entries({ ...implementations, ...phyle?.chapters })
  return known.find(
    ([, one]) => isAddressEqual(one.address, address) && one.codeHash === codeHash,
  )?.[0]
}

/** Reads the content of a deployments file. */
export function asDeployments(value: unknown): Deployments {
  const fields = asObject(value, '')
  return {
    chainId: asCount(fields.chainId, 'chainId'),
    implementations: asNamed(fields.implementations, 'implementations'),
    registrars: asNamed(fields.registrars, 'registrars'),
    demo: asNamed(fields.demo, 'demo'),
    phyle: fields.phyle ? asPhyle(fields.phyle, 'phyle') : null,
  }
}

/** The address of a Registrar, by its name. */
export function registrarOf(
  deployments: Deployments,
  name: 'Registrar' | 'PhyleRegistrar',
): Address {
  const found = deployments.registrars[name]
  if (!found) throw new Error(`${name} is not deployed on chain ${deployments.chainId}`)
  return found.address
}

/** The first block in which something of ours may have happened. */
export function firstBlock({ registrars }: Deployments): number {
  return Math.min(...Object.values(registrars).map(({ block }) => block))
}
