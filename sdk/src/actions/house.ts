// SPDX-License-Identifier: MIT
/**
 * The contracts of the house, which are those of all chapters, and what a call of one means: an act with
 * a shape of its own, or any other function, with the words that its chapter has for it.
 */
import {
  type Abi,
  type Address,
  decodeFunctionData,
  erc20Abi,
  type Hex,
  size,
  slice,
  toFunctionSelector,
} from 'viem'
import type { Reader, Said, Say, Spoken } from '../chapters/acting.ts'
import { type Deployments, FIRST_CHAPTERS } from '../deployments.ts'
import { type Act, contracts } from '../generated/chapters/acts.ts'

export type HouseName = keyof typeof contracts

const CONTRACTS: Readonly<Record<HouseName, Spoken>> = contracts

export interface HouseCall {
  readonly act: 'house'
  readonly contract: HouseName
  /** Whether it is the federation's own membership or assembly, not the co-op's. */
  readonly root: boolean
  readonly name: string
  readonly args: readonly unknown[]
}

/** Tells whether a name is that of a contract of the house. */
export const isOfHouse = (name: string): name is HouseName => Object.hasOwn(contracts, name)

type Table = Readonly<Record<string, ((args: readonly unknown[], say: Say) => Said) | undefined>>

function tableOf({ contract, root }: Pick<HouseCall, 'contract' | 'root'>): Table {
  const { words, rootWords } = CONTRACTS[contract]
  return ((root && rootWords) || words) as Table
}

/** Reads a call of one of the house's contracts; null where it has no words here. */
export function houseCall(contract: HouseName, root: boolean, data: Hex): HouseCall | null {
  const call = decodeFunctionData({ abi: CONTRACTS[contract].abi, data })
  const known = Object.hasOwn(tableOf({ contract, root }), call.functionName)
  return known
    ? { act: 'house', contract, root, name: call.functionName, args: call.args ?? [] }
    : null
}

/** Reads a call as an act with a shape of its own; null where it has none. Throws on bad calldata. */
export const readCare = (contract: HouseName, data: Hex, reader: Reader): Act | null =>
  (CONTRACTS[contract].read?.(data, reader) ?? null) as Act | null

export function sayCall(call: HouseCall, say: Say): Said {
  const words = tableOf(call)[call.name]
  if (!words) throw new Error(`${call.contract}.${call.name} has no words`)
  return words(call.args, say)
}

/** Where a deployment has the chapters that federations are not founded with, by name. */
export const laterChapters = ({
  implementations,
}: Deployments): Readonly<Record<string, Address>> =>
  Object.fromEntries(
    Object.entries<Spoken>(CONTRACTS).flatMap(([name, contract]) => {
      const deployed = implementations[contract.name]
      const isFirst = FIRST_CHAPTERS.some((first) => first === name)
      return contract.told === 'chapter' && !isFirst && deployed ? [[name, deployed.address]] : []
    }),
  )

/** The arguments of a call by the names that its contract gives them. */
export function argumentsOf({
  contract,
  name,
  args,
}: HouseCall): Readonly<Record<string, unknown>> {
  const item = (contracts[contract].abi as Abi).find(
    (one) => one.type === 'function' && one.name === name && one.inputs.length === args.length,
  )
  const inputs = item?.type === 'function' ? item.inputs : []
  return Object.fromEntries(args.map((arg, at) => [inputs[at]?.name || `${at + 1}`, arg]))
}

let signatures: Map<Hex, string> | undefined

/** The function that calldata seems to call, by the selectors known here; null for any other. */
export function functionNamed(data: Hex): string | null {
  if (size(data) < 4) return null
  if (!signatures) {
    signatures = new Map()
    const abis = Object.values(contracts).map(({ abi }): Abi => abi)
    for (const abi of [...abis, erc20Abi]) {
      for (const item of abi) {
        if (item.type === 'function') signatures.set(toFunctionSelector(item), item.name)
      }
    }
  }
  return signatures.get(slice(data, 0, 4)) ?? null
}
