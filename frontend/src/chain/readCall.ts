import { contracts } from '@phyle/sdk/generated/chapters/acts'
import {
  type Abi,
  type AbiFunction,
  decodeFunctionData,
  erc20Abi,
  type Hex,
  slice,
  toFunctionSelector,
} from 'viem'

/** A call with the names that its contract gives to function and arguments. */
export interface NamedCall {
  readonly name: string
  readonly args: readonly (readonly [name: string, value: unknown])[]
}

const abis = Object.values(contracts).map(({ abi }): Abi => abi)
const known: readonly AbiFunction[] = [...abis, erc20Abi]
  .flatMap((abi) => [...abi])
  .filter((item) => item.type === 'function')

/** What calldata calls; null where no function of the house has its selector. */
export function readCall(data: Hex): NamedCall | null {
  if (data.length < 10) return null
  const item = known.find((one) => toFunctionSelector(one) === slice(data, 0, 4))
  if (!item) return null
  try {
    const { args } = decodeFunctionData({ abi: [item], data })
    const values = (args ?? []) as readonly unknown[]
    return {
      name: item.name,
      args: item.inputs.map((input, at) => [input.name || `${at + 1}`, values[at]]),
    }
  } catch {
    return null
  }
}
