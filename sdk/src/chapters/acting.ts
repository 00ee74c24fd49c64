// SPDX-License-Identifier: MIT
/**
 * How a chapter says what can be done in it. A contract of a chapter has words for every function that
 * changes something, and their type is read off its ABI: a new function without words does not compile.
 * Acts that deserve more care than one sentence have a shape of their own (`Act` of the chapter): `read`
 * makes one from calldata, `titles` say it.
 *
 * A sentence goes on after "If this passes,". Parts between ** are set bold. Units: money in base units
 * of the token named, times in seconds, shares in basis points.
 */
import type { Abi, Address, ContractFunctionArgs, ContractFunctionName, Hex } from 'viem'
import type { Act } from '../actions.ts'

/** How the reader writes and names things. */
export interface Say {
  readonly who: (address: Address) => string
  /** Of the federation's cash. */
  readonly money: (amount: bigint) => string
  readonly day: (seconds: number) => string
  readonly time: (seconds: number) => string
  readonly percent: (bps: number) => string
  readonly number: (count: bigint | number) => string
}

export interface Said {
  readonly title: string
  readonly sentence: string
}

export type Changing = 'nonpayable' | 'payable'

/** Words for each function that changes something, `Apart` from those that are acts of their own. */
export type WordsOf<A extends Abi, Apart extends string = never> = {
  readonly [F in Exclude<ContractFunctionName<A, Changing>, Apart>]: (
    args: ContractFunctionArgs<A, Changing, F>,
    say: Say,
  ) => Said
}

/** Whose calls are read, and how a call within a call is. */
export interface Reader {
  /** Of the co-op's members, in the order of its statutes. */
  readonly classNames: readonly string[]
  readonly actOf: (target: Address, data: Hex) => Act
}

/**
 * Where the addresses of a contract are told: the office that founds co-ops, in a deployment; an organ of a
 * co-op, at its founding and whenever the co-op adopts another; the register of a federation, at its
 * founding; a chapter, whenever a federation opens it.
 */
export type Told = 'office' | 'organ' | 'federation' | 'chapter'

/** A contract that calls can be put to the vote of. */
export interface Spoken {
  readonly told: Told
  /** Its name in Solidity. */
  readonly name: string
  readonly abi: Abi
  /** A `WordsOf` its ABI. */
  readonly words: object
  /** The same for the federation's own one, where each co-op has one too. */
  readonly rootWords?: object
  /** Reads the acts that have a shape of their own; null for any other. Throws on bad calldata. */
  readonly read?: (data: Hex, reader: Reader) => { readonly act: string } | null
}

/** How the title of an act names and writes things; in English, as a proposal holds it. */
export interface Titling {
  readonly nameOf: (address: Address) => string
  /** null: the chain's own coin. */
  readonly money: (amount: bigint, token: Address | null) => string
  /** Of the federation's cash. */
  readonly cash: (amount: bigint) => string
  /** Of an act within an act. */
  readonly titleOf: (act: Act) => string | null
  /** The function with a selector; null where nobody here knows one. */
  readonly functionOf: (selector: Hex) => string | null
}

/** A title for each act; null where the proposer has to find one. */
export type TitlesOf<A extends { readonly act: string }> = {
  readonly [Name in A['act']]: (
    act: Extract<A, { readonly act: Name }>,
    say: Titling,
  ) => string | null
}

export const said = (title: string, sentence: string): Said => ({ title, sentence })

/** What only another contract of the house may call: a decision that does it fails. */
export const refused = (name: string, who: string) => (): Said =>
  said(
    `Call ${name}, which only ${who} may`,
    `**nothing happens**: only ${who} may do this, so it fails.`,
  )
