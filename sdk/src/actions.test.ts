// SPDX-License-Identifier: MIT
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Abi,
  type AbiParameter,
  type Address,
  encodeFunctionData,
  erc20Abi,
  getAddress,
  numberToHex,
  zeroAddress,
  zeroHash,
} from 'viem'
import { type HouseName, houseCall, sayCall } from './actions/house.ts'
import { actOf, actsOf, type Naming, type Place, stepsOf, titleOfAct } from './actions.ts'
import {
  iAssemblyAbi,
  iCommonsFundAbi,
  iCooperativeAbi,
  iLicencesAbi,
  iMembershipAbi,
  iStatutesAbi,
} from './generated/abi.ts'
import { contracts } from './generated/chapters/acts.ts'
import { ruleToChain } from './rule.ts'

const address = (n: number): Address => getAddress(numberToHex(n, { size: 20 }))
const PLACE: Place = {
  cooperative: address(1),
  statutes: address(2),
  membership: address(3),
  assembly: address(4),
  house: {
    phyle: address(20),
    fund: address(21),
    bonds: address(22),
    machines: address(23),
    works: address(24),
    licences: address(25),
    contributions: address(26),
    cash: address(27),
  },
  root: { membership: address(30), assembly: address(31) },
  registrar: address(32),
  classNames: ['worker', 'user'],
}
const EURO = address(9)
const ADA = address(10)
const NAMING: Naming = {
  nameOf: (a) => (a === ADA ? 'Ada' : a),
  tokenOf: (token) => ({ symbol: token ? 'EUR' : 'xDAI', decimals: token ? 6 : 18 }),
  cash: address(27),
}
const pay = encodeFunctionData({
  abi: iCooperativeAbi,
  functionName: 'pay',
  args: [EURO, ADA, 1_250_000_000n, 1, zeroHash, 0n],
})
const title = (action: Parameters<typeof actOf>[0]) => titleOfAct(actOf(action, PLACE), NAMING)

test('a payment says how much, to whom and on which ground', () => {
  const action = { target: PLACE.cooperative, value: 0n, data: pay }
  assert.deepEqual(actOf(action, PLACE), {
    act: 'pay',
    token: EURO,
    to: ADA,
    amount: 1_250_000_000n,
    ground: 'INVOICE',
    document: zeroHash,
    line: null,
  })
  assert.equal(title(action), 'Pay EUR 1 250.00 to Ada (invoice)')
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
    functionName: 'setRules',
    args: [[{ kind: 2, rule: ruleToChain(rule, PLACE.classNames) }]],
  })
  const action = { target: PLACE.statutes, value: 0n, data }
  assert.deepEqual(actOf(action, PLACE), { act: 'setRules', rules: [{ kind: 'SPECIAL', rule }] })
  assert.equal(title(action), 'Change the rule for major decisions')
})

test('tokens, coins and texts', () => {
  const data = encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [ADA, 5n] })
  assert.equal(title({ target: EURO, value: 0n, data }), 'Send EUR 0.000005 to Ada')
  assert.equal(title({ target: ADA, value: 10n ** 18n, data: '0x' }), 'Send xDAI 1.00 to Ada')
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

/** A value that encodes as the type asks; numbers small enough to be an index of anything. */
function sample({ type, ...rest }: AbiParameter): unknown {
  const list = /^(.*)\[(\d*)\]$/.exec(type)
  if (list) {
    const one = { ...rest, type: list[1] as string }
    return Array.from({ length: Number(list[2]) || 1 }, () => sample(one))
  }
  if (type === 'tuple' && 'components' in rest) {
    return Object.fromEntries(rest.components.map((one) => [one.name, sample(one)]))
  }
  if (type === 'address') return ADA
  if (type === 'bool') return true
  if (type === 'string') return 'words'
  if (type === 'bytes') return '0x'
  if (type.startsWith('bytes')) return numberToHex(1, { size: Number(type.slice(5)) })
  const bits = Number(type.replace(/^u?int/, ''))
  return bits > 48 ? 1n : 1
}

test('every function of the house that changes something has a title and words', () => {
  const first: Partial<Record<HouseName, Address>> = { ...PLACE, ...PLACE.house }
  const names = Object.keys(contracts) as HouseName[]
  // Chapters that federations are not founded with are where somebody opened them.
  const opened = names
    .filter((name) => first[name] === undefined)
    .map((name, at) => [name, numberToHex(0xcc00 + at, { size: 20 })] as const)
  const chapters: Partial<Record<HouseName, Address>> = Object.fromEntries(opened)
  const targets = { ...first, ...chapters } as Readonly<Record<HouseName, Address>>
  const place = { ...PLACE, chapters }
  const say = {
    who: NAMING.nameOf,
    money: (amount: bigint) => `${amount} euros`,
    day: String,
    time: String,
    percent: String,
    number: String,
  }
  for (const [contract, { abi }] of Object.entries(contracts) as [HouseName, { abi: Abi }][]) {
    for (const item of abi) {
      if (item.type !== 'function' || ['view', 'pure'].includes(item.stateMutability)) continue
      const data = encodeFunctionData({
        abi: [item],
        functionName: item.name,
        args: item.inputs.map(sample),
      })
      const act = actOf({ target: targets[contract], value: 0n, data }, place)
      const name = `${contract}.${item.name}`
      assert.notEqual(act.act, 'call', `${name} has no words`)
      assert.ok(titleOfAct(act, NAMING), `${name} has no title`)
      if (act.act === 'house') assert.match(sayCall(act, say).sentence, /^.+\.$/, name)
    }
  }
})

test('a licence for the co-op itself says for what, how long and how much', () => {
  const request = {
    licensee: PLACE.cooperative,
    work: 7n,
    claim: 0,
    tier: 255,
    duration: 31_536_000,
    maxFee: 90n,
    terms: 2n,
    deadline: 1,
    payer: zeroAddress,
    purchaseOrder: zeroHash,
    statement: zeroHash,
  }
  const data = encodeFunctionData({
    abi: iLicencesAbi,
    functionName: 'acquire',
    args: [request, '0x'],
  })
  assert.equal(title({ target: address(25), value: 0n, data }), 'Get a licence for work 7')
})

test('a vote in the federation is told from one at home', () => {
  const data = encodeFunctionData({ abi: iAssemblyAbi, functionName: 'castVote', args: [3n, 1] })
  const at = (target: Address) => actOf({ target, value: 0n, data }, PLACE)
  assert.deepEqual(
    [at(address(31)), at(address(4))].map((act) => 'root' in act && act.root),
    [true, false],
  )
  const elsewhere = at(address(40))
  assert.equal(elsewhere.act === 'call' && elsewhere.name, 'castVote')
  assert.equal(houseCall('assembly', false, data)?.name, 'castVote')
})

const [FUND, CASH] = [address(21), address(27)]
const allow = (spender: Address, amount: bigint, token: Address = CASH) => ({
  target: token,
  value: 0n,
  data: encodeFunctionData({ abi: erc20Abi, functionName: 'approve', args: [spender, amount] }),
})
const pourIn = (amount: bigint) => ({
  target: FUND,
  value: 0n,
  data: encodeFunctionData({
    abi: iCommonsFundAbi,
    functionName: 'pour',
    args: [amount, 0, 1n],
  }),
})

test('an allowance that the next call uses up is no act of its own', () => {
  const fee = { act: 'pour', amount: 260n, source: 'machine', ref: 1n }
  assert.deepEqual(stepsOf([allow(FUND, 260n), pourIn(260n)], PLACE), [{ act: fee, calls: 2 }])
  assert.deepEqual(
    stepsOf([allow(FUND, 1n), pourIn(1n), allow(FUND, 2n), pourIn(2n)], PLACE).map(
      ({ calls }) => calls,
    ),
    [2, 2],
  )
})

test('any other allowance is said by itself', () => {
  const apart = [
    [allow(FUND, 261n), pourIn(260n)],
    [allow(ADA, 260n), pourIn(260n)],
    [allow(FUND, 260n, EURO), pourIn(260n)],
    [pourIn(260n), allow(FUND, 260n)],
  ]
  for (const actions of apart) {
    assert.deepEqual(
      stepsOf(actions, PLACE).map(({ calls }) => calls),
      [1, 1],
    )
  }
  assert.deepEqual(stepsOf([allow(FUND, 260n)], PLACE).length, 1)
  assert.deepEqual(stepsOf([], PLACE), [{ act: { act: 'text' }, calls: 1 }])
})

test('what follows a move to other organs is read with those', () => {
  const [statutes, membership, assembly] = [EURO, ADA, FUND]
  const move = {
    target: PLACE.cooperative,
    value: 0n,
    data: encodeFunctionData({
      abi: iCooperativeAbi,
      functionName: 'adoptOrgans',
      args: [ADA, statutes, membership, assembly],
    }),
  }
  const effects = `0x${'07'.repeat(32)}` as const
  const data = encodeFunctionData({
    abi: iStatutesAbi,
    functionName: 'setEffects',
    args: [effects],
  })
  const told = { target: statutes, value: 0n, data }
  const acts = (...actions: Parameters<typeof actsOf>[0]) =>
    actsOf(actions, PLACE).map(({ act }) => act)
  assert.deepEqual(acts(move, told), ['adoptOrgans', 'setEffects'])
  assert.deepEqual(acts(told, move), ['call', 'adoptOrgans'])
})
