// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Address,
  encodeFunctionData,
  erc20Abi,
  getAddress,
  numberToHex,
  zeroAddress,
  zeroHash,
} from 'viem'
import { actOf, actsOf, type Naming, type Place, titleOfAct } from './actions.ts'
import { iCooperativeAbi, iMembershipAbi, iStatutesAbi } from './generated/abi.ts'
import { ruleToChain } from './rule.ts'

const address = (n: number): Address => getAddress(numberToHex(n, { size: 20 }))
const PLACE: Place = {
  cooperative: address(1),
  statutes: address(2),
  membership: address(3),
  classNames: ['worker', 'user'],
}
const EURO = address(9)
const ADA = address(10)
const NAMING: Naming = {
  nameOf: (a) => (a === ADA ? 'Ada' : a),
  tokenOf: (token) => ({ symbol: token ? 'EUR' : 'xDAI', decimals: token ? 6 : 18 }),
}
const pay = encodeFunctionData({
  abi: iCooperativeAbi,
  functionName: 'pay',
  args: [EURO, ADA, 1_250_000_000n, 1, zeroHash],
})
const title = (action: Parameters<typeof actOf>[0]) => titleOfAct(actOf(action, PLACE), NAMING)

test('a payment says how much, to whom and on which ground', () => {
  const action = { target: PLACE.cooperative, value: 0n, data: pay }
  assert.deepEqual(actOf(action, PLACE), {
    act: 'pay',
    token: EURO,
    to: ADA,
    amount: 1_250_000_000n,
    ground: 'invoice',
    document: zeroHash,
  })
  assert.equal(title(action), 'Pay 1250.00 EUR to Ada (invoice)')
})

test('an admission names the class', () => {
  const data = encodeFunctionData({
    abi: iMembershipAbi,
    functionName: 'admit',
    args: [[{ wallet: ADA, class: 1, document: zeroHash, deadline: 1n, signature: '0x' }]],
  })
  assert.equal(title({ target: PLACE.membership, value: 0n, data }), 'Admit Ada as user')
})

test('a change of rule comes out as a rule', () => {
  const rule = {
    count: 'HEADCOUNT',
    basis: 'CAST',
    of: 'CAST',
    threshold: 6000,
    inclusive: false,
    quorumBps: 2500,
    quorumMin: 3,
    nonUserCapBps: 10_000,
    classMajority: ['user'],
    maxObjections: null,
    noticePeriod: 1,
    votingPeriod: 2,
    timelock: 3,
    gracePeriod: 4,
    objectionPeriod: 5,
  } as const
  const data = encodeFunctionData({
    abi: iStatutesAbi,
    functionName: 'setRule',
    args: [2, ruleToChain(rule, PLACE.classNames)],
  })
  const action = { target: PLACE.statutes, value: 0n, data }
  assert.deepEqual(actOf(action, PLACE), { act: 'setRule', kind: 'SPECIAL', rule })
  assert.equal(title(action), 'Change the rule for major decisions')
})

test('tokens, coins and texts', () => {
  const data = encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [ADA, 5n] })
  assert.equal(title({ target: EURO, value: 0n, data }), 'Send 0.000005 EUR to Ada')
  assert.equal(title({ target: ADA, value: 10n ** 18n, data: '0x' }), 'Send 1.00 xDAI to Ada')
  assert.deepEqual(actsOf([], PLACE), [{ act: 'text' }])
})

test('refuses: a meaning for calldata that goes elsewhere, is cut off or carries coins', () => {
  const elsewhere = actOf({ target: EURO, value: 0n, data: pay }, PLACE)
  assert.equal(elsewhere.act, 'call')
  const cut = actOf(
    { target: PLACE.cooperative, value: 0n, data: pay.slice(0, -2) as `0x${string}` },
    PLACE,
  )
  assert.deepEqual([cut.act, cut.act === 'call' && cut.own], ['call', true])
  assert.equal(actOf({ target: PLACE.cooperative, value: 1n, data: pay }, PLACE).act, 'call')
  assert.equal(actOf({ target: zeroAddress, value: 0n, data: '0x12' }, PLACE).act, 'call')
})
