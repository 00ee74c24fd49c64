// SPDX-License-Identifier: AGPL-3.0-or-later
/** A co-op with money in its account. */
import { ethers, setBalance } from '../kit/chain.ts'
import { type Action, founded } from '../kit/house.ts'

export const { parseUnits, parseEther } = ethers
export const euros = (amount: number) => parseUnits(String(amount), 6)

/** The co-op of the kit with 9 000 euros and 9 of the chain's own coin. */
export async function funded() {
  const house = await founded()
  const coop = await house.coop.getAddress()
  await house.euro.mint(coop, euros(9000))
  await setBalance(coop, parseEther('9'))
  return house
}

export const erc20 = new ethers.Interface([
  'function transfer(address,uint256)',
  'function transferFrom(address,address,uint256)',
  'function approve(address,uint256)',
  'function increaseAllowance(address,uint256)',
  'function transferAndCall(address,uint256)',
  'function transferAndCall(address,uint256,bytes)',
  'function approveAndCall(address,uint256,bytes)',
  'function transferFromAndCall(address,address,uint256)',
  'function send(address,uint256,bytes)',
])

export function transfer(token: Action['target'], to: string, amount: bigint): Action {
  return { target: token, data: erc20.encodeFunctionData('transfer', [to, amount]) }
}
