// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { iCooperativeAbi } from '@phyle/sdk/generated/abi'
import { encodeFunctionData, erc20Abi, type Hex, zeroHash } from 'viem'
import { actionOf } from './decode.ts'

const ACCOUNT: Hex = `0x${'11'.repeat(20)}`
const TOKEN: Hex = `0x${'22'.repeat(20)}`
const contracts = new Map([
  [ACCOUNT, 'Cooperative'],
  [TOKEN, 'ERC20'],
])

it('reads a call in the words of the contract that is called', () => {
  const data = encodeFunctionData({
    abi: iCooperativeAbi,
    functionName: 'pay',
    args: [TOKEN, ACCOUNT, 12_500_000n, 1, zeroHash, 0n],
  })
  const { decoded } = actionOf(ACCOUNT, 0n, data, contracts)
  assert.equal(decoded?.contract, 'Cooperative')
  assert.equal(decoded?.function, 'pay')
  assert.equal(decoded?.args.amount, '12500000')
  assert.equal(decoded?.args.ground, 1)
})

it('reads a call to a contract that it does not know by its selector alone', () => {
  const data = encodeFunctionData({
    abi: erc20Abi,
    functionName: 'transfer',
    args: [ACCOUNT, 1n],
  })
  const { decoded } = actionOf(`0x${'33'.repeat(20)}`, 0n, data, contracts)
  assert.equal(decoded?.function, 'transfer')
})

it('leaves alone what it cannot read', () => {
  assert.equal(actionOf(TOKEN, 5n, '0x', contracts).decoded, null)
  assert.equal(actionOf(TOKEN, 0n, '0xdeadbeef', contracts).decoded, null)
  assert.equal(actionOf(TOKEN, 0n, '0xa9059cbb00', contracts).decoded, null)
})
