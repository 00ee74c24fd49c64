// SPDX-License-Identifier: MIT
/**
 * What was deployed on a chain: the content of `deployments/<chainId>.json`, which the deploy
 * scripts write and the indexer, the relay and the app read.
 */
import { type Address, getAddress, type Hex, isAddress, isHash } from 'viem'
import { asCount, asObject, asString, at, ParseError } from './parse.ts'

export type Deployed = {
  readonly address: Address
  /** The block in which it came to be. */
  readonly block: number
  /** keccak256 of the code at the address. */
  readonly codeHash: Hex
}

/** A phyle: its singletons, its root co-op and the token in which it keeps its cash. */
export type PhyleHouse = {
  readonly phyle: Address
  readonly root: Address
  readonly fund: Address
  readonly bonds: Address
  readonly works: Address
  readonly machines: Address
  readonly licences: Address
  readonly contributions: Address
  readonly cash: Address
  /** The block of its founding. */
  readonly block: number
}

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

function asAddress(value: unknown, place: string): Address {
  const text = asString(value, place)
  if (!isAddress(text, { strict: false })) throw new ParseError(place, 'must be an address')
  return getAddress(text)
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
  return {
    phyle: address('phyle'),
    root: address('root'),
    fund: address('fund'),
    bonds: address('bonds'),
    works: address('works'),
    machines: address('machines'),
    licences: address('licences'),
    contributions: address('contributions'),
    cash: address('cash'),
    block: asCount(fields.block, at(place, 'block')),
  }
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
