// SPDX-License-Identifier: MIT
/** What can be asked of any token, and payments in the chain's own coin. */
import { type Address, decodeFunctionData, erc20Abi, type Hex } from 'viem'
import type { TitlesOf } from '../chapters/acting.ts'

export type TokenAct =
  | {
      readonly act: 'transferToken'
      readonly token: Address
      readonly to: Address
      readonly amount: bigint
    }
  | {
      readonly act: 'approveToken'
      readonly token: Address
      readonly spender: Address
      readonly amount: bigint
    }
  | { readonly act: 'transferCoin'; readonly to: Address; readonly amount: bigint }
  | {
      readonly act: 'transferFrom'
      readonly token: Address
      readonly from: Address
      readonly to: Address
      readonly amount: bigint
    }

/** Reads a call of a token; null for any other. Throws where calldata is not what it seems. */
export function readTokenCall(token: Address, data: Hex): TokenAct | null {
  const call = decodeFunctionData({ abi: erc20Abi, data })
  if (call.functionName === 'transfer') {
    return { act: 'transferToken', token, to: call.args[0], amount: call.args[1] }
  }
  if (call.functionName === 'approve') {
    return { act: 'approveToken', token, spender: call.args[0], amount: call.args[1] }
  }
  if (call.functionName === 'transferFrom') {
    const [from, to, amount] = call.args
    return { act: 'transferFrom', token, from, to, amount }
  }
  return null
}

export const titles: TitlesOf<TokenAct> = {
  transferToken: ({ amount, token, to }, { money, nameOf }) =>
    `Send ${money(amount, token)} to ${nameOf(to)}`,
  transferCoin: ({ amount, to }, { money, nameOf }) =>
    `Send ${money(amount, null)} to ${nameOf(to)}`,
  approveToken: ({ amount, token, spender }, { money, nameOf }) =>
    `Let ${nameOf(spender)} take ${money(amount, token)}`,
  transferFrom: ({ amount, token, from, to }, { money, nameOf }) =>
    `Move ${money(amount, token)} from ${nameOf(from)} to ${nameOf(to)}`,
}
