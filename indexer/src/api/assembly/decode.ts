// SPDX-License-Identifier: AGPL-3.0-or-later
/** Decodes what a proposal would call, by the ABIs of the contracts. */

import type { Json } from '@phyle/sdk/answer'
import type { Spoken } from '@phyle/sdk/chapters/acting'
import type { Action, DecodedCall } from '@phyle/sdk/chapters/assembly/api'
import { iPhyleRegistrarAbi } from '@phyle/sdk/generated/abi'
import { contracts } from '@phyle/sdk/generated/chapters/acts'
import {
  type Abi,
  type AbiFunction,
  decodeFunctionData,
  erc20Abi,
  getAbiItem,
  type Hex,
} from 'viem'
import { plain } from '../../place.ts'
import { address, amount } from '../rows.ts'

const CONTRACTS: Readonly<Record<string, Spoken>> = contracts

const KNOWN: readonly (readonly [contract: string, abi: Abi])[] = [
  ...Object.values(CONTRACTS).map(({ name, abi }) => [name, abi] as const),
  ['PhyleRegistrar', iPhyleRegistrarAbi],
  ['ERC20', erc20Abi],
]

/** What the contract of a chapter is called; undefined for one that nobody here knows. */
export const chapterNamed = (name: string): string | undefined =>
  Object.hasOwn(CONTRACTS, name) ? CONTRACTS[name]?.name : undefined

const selectorOf = (data: Hex): Hex | null =>
  data.length >= 10 ? (data.slice(0, 10) as Hex) : null

function read(contract: string, abi: Abi, data: Hex, selector: Hex): DecodedCall | null {
  const item = getAbiItem({ abi, name: selector }) as AbiFunction | undefined
  if (!item) return null
  try {
    const { args = [] } = decodeFunctionData({ abi: [item], data })
    const named = item.inputs.map(({ name }, i) => [name || `${i}`, plain(args[i]) as Json])
    return { contract, function: item.name, args: Object.fromEntries(named) }
  } catch {
    return null
  }
}

/** @param contracts what is known of a target, by address in lower case */
export function actionOf(
  target: Hex,
  value: bigint,
  data: Hex,
  contracts: ReadonlyMap<string, string>,
): Action {
  const selector = selectorOf(data)
  const contract = contracts.get(target.toLowerCase())
  const candidates = KNOWN.toSorted(
    ([a], [b]) => Number(b === contract) - Number(a === contract),
  ).filter(([name]) => contract === undefined || name === contract)
  const decoded =
    selector === null
      ? null
      : candidates.reduce<DecodedCall | null>(
          (found, [name, abi]) => found ?? read(name, abi, data, selector),
          null,
        )
  return { target: address(target), value: amount(value), data, selector, decoded }
}
