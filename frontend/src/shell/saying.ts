import type { Act } from '@phyle/sdk/actions'
import type { HouseName } from '@phyle/sdk/actions/house'
import type { Changing } from '@phyle/sdk/chapters/acting'
import type { Kind } from '@phyle/sdk/chapters/statutes/enums'
import type { Rule } from '@phyle/sdk/rule'
import type { Abi, Address, ContractFunctionArgs, ContractFunctionName } from 'viem'

/** With what an act is said to this reader. */
export interface Telling {
  /** The co-op that decides. */
  readonly coop: Address
  /** Groups of its members, in the order of its statutes. */
  readonly groups: readonly string[]
  /** The name of an account, or its address cut short. */
  readonly who: (address: Address) => string
  readonly nameOf: (address: Address) => string | undefined
  /** What a machine of the federation is called; undefined while nobody knows. */
  readonly machineOf: (id: string) => string | undefined
  /** The rule that a decision would change; null where it is not known, or was changed already. */
  readonly ruleOf: (kind: Kind) => Rule | null
  /** Of the federation's cash. */
  readonly money: (amount: bigint) => string
  /** Of any asset; null: the network's own coin. */
  readonly amount: (amount: bigint, token: Address | null) => string
  /** Face of a bond, 10^decimals. */
  readonly face: bigint
  /** It was carried out: it is told as what was done. */
  readonly isDone: boolean
  /** What is called is the federation's own membership or assembly, not the co-op's. */
  readonly isRoot: boolean
  /** An act within an act. */
  readonly sentence: (act: Act) => string
}

/** A sentence for each act of a chapter that has a shape of its own. */
export type Sentences<A extends { readonly act: string }> = {
  readonly [Name in A['act']]: (act: Extract<A, { readonly act: Name }>, tell: Telling) => string
}

/** A sentence for each function that changes something, `Apart` from those that are acts with a shape. */
export type CallSentences<A extends Abi, Apart extends string = never> = {
  readonly [F in Exclude<ContractFunctionName<A, Changing>, Apart>]: (
    args: ContractFunctionArgs<A, Changing, F>,
    tell: Telling,
  ) => string
}

/**
 * How a chapter says what can be done in it, in the reader's language. A sentence goes on after "If this
 * passes,", or tells what was done. Parts between ** are set bold.
 */
export interface Saying {
  /** `Sentences` of its acts. */
  readonly acts?: object
  /** `CallSentences` of each of its contracts. */
  readonly calls?: Readonly<Partial<Record<HouseName, object>>>
}
