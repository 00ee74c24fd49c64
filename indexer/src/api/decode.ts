// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a proposal would call, in the words of the contracts. */

import type { Json } from '@phyle/sdk/answer'
import type { Action, DecodedCall } from '@phyle/sdk/chapters/assembly/api'
import {
  iAssemblyAbi,
  iCommonsBondsAbi,
  iCommonsFundAbi,
  iContributionsAbi,
  iCooperativeAbi,
  iLicencesAbi,
  iMachinesAbi,
  iMembershipAbi,
  iPhyleAbi,
  iPhyleRegistrarAbi,
  iRegistrarAbi,
  iStatutesAbi,
  iWorksAbi,
} from '@phyle/sdk/generated/abi'
import {
  type Abi,
  type AbiFunction,
  decodeFunctionData,
  erc20Abi,
  getAbiItem,
  type Hex,
} from 'viem'
import { plain } from '../place.ts'
import { address, amount } from './rows.ts'

const KNOWN: readonly (readonly [contract: string, abi: Abi])[] = [
  ['Cooperative', iCooperativeAbi],
  ['Statutes', iStatutesAbi],
  ['Membership', iMembershipAbi],
  ['Assembly', iAssemblyAbi],
  ['Registrar', iRegistrarAbi],
  ['PhyleRegistrar', iPhyleRegistrarAbi],
  ['Phyle', iPhyleAbi],
  ['CommonsFund', iCommonsFundAbi],
  ['CommonsBonds', iCommonsBondsAbi],
  ['Machines', iMachinesAbi],
  ['Works', iWorksAbi],
  ['Licences', iLicencesAbi],
  ['Contributions', iContributionsAbi],
  ['ERC20', erc20Abi],
]

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
