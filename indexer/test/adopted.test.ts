// SPDX-License-Identifier: AGPL-3.0-or-later
/** A co-op adopts organs that a newer Registrar made for it: the index tells what those say. */
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { KIND } from '@phyle/sdk/chapters/statutes/enums'
import type { ChainCharter } from '@phyle/sdk/charter'
import {
  iAssemblyAbi,
  iCooperativeAbi,
  iMembershipAbi,
  iRegistrarAbi,
  iStatutesAbi,
} from '@phyle/sdk/generated/abi'
import {
  type Abi,
  type AbiEvent,
  type Address,
  type ContractFunctionArgs,
  encodeAbiParameters,
  encodeEventTopics,
  encodeFunctionData,
  getAbiItem,
  type Hex,
  isAddressEqual,
  keccak256,
  numberToHex,
  pad,
  parseAbi,
  stringToHex,
  toFunctionSelector,
} from 'viem'
import type { Ground } from '../../relay/test/kit.ts'
import { followed, type Index } from './house.ts'

const house = new AsyncDisposableStack()
/** The decision is carried out as if every class had carried it. */
const [EVERY_CLASS, NO_CLASS] = [0xff, 0]
const SELECTOR = toFunctionSelector('function mow(uint256 square)')
/** The least that is a rule: the bit that says that there is one. */
const RULE = 1n << 255n
let ground: Ground
let index: Index

before(async () => {
  ;({ ground, index } = await followed(house, 3))
})

after(() => house.disposeAsync())

/** Has the Registrar build successors for the co-op. */
async function organsFor(charter: ChainCharter) {
  const args = [ground.coop.cooperative, charter] as const
  const at = { address: ground.registrar, abi: iRegistrarAbi } as const
  const built = await ground.client.readContract({ ...at, functionName: 'successorsOf', args })
  const hash = await ground.client.writeContract({ ...at, functionName: 'succeed', args })
  assert.equal((await ground.client.waitForTransactionReceipt({ hash })).status, 'success')
  const { statutes, membership, assembly_: assembly } = built
  return { registrar: ground.registrar, statutes, membership, assembly }
}

/** Sends as an address whose key nobody has. */
async function as(account: Address, to: Address, data: Hex): Promise<void> {
  await ground.client.impersonateAccount({ address: account })
  await ground.client.setBalance({ address: account, value: 10n ** 20n })
  const hash = await ground.client.sendTransaction({ account, to, data })
  const { status } = await ground.client.waitForTransactionReceipt({ hash })
  assert.equal(status, 'success')
}

const amends = (
  statutes: Address,
  functionName: 'setKind' | 'setName' | 'setBody',
  args: ContractFunctionArgs<typeof iStatutesAbi, 'nonpayable', typeof functionName>,
) =>
  as(
    ground.coop.cooperative,
    statutes,
    encodeFunctionData({ abi: iStatutesAbi, functionName, args } as never),
  )

async function adopt(organs: Awaited<ReturnType<typeof organsFor>>): Promise<void> {
  const { registrar, statutes, membership, assembly } = organs
  const { cooperative } = ground.coop
  const deciding = await ground.client.readContract({
    address: cooperative,
    abi: iCooperativeAbi,
    functionName: 'assembly_',
  })
  const data = encodeFunctionData({
    abi: iCooperativeAbi,
    functionName: 'adoptOrgans',
    args: [registrar, statutes, membership, assembly],
  })
  const execute = encodeFunctionData({
    abi: iCooperativeAbi,
    functionName: 'execute',
    args: [1n, KIND.ENTRENCHED, EVERY_CLASS, NO_CLASS, [cooperative], [0n], [data]],
  })
  await as(deciding, cooperative, execute)
}

/** Lets a contract of the code of `LyingAssembly` tell an event of ours. */
async function tell(
  liar: Address,
  eventName: string,
  named: Readonly<Record<string, unknown>>,
  rest: readonly unknown[],
): Promise<void> {
  const abi: Abi = [...iAssemblyAbi, ...iStatutesAbi]
  const event = getAbiItem({ abi, name: eventName }) as AbiEvent
  const topics = encodeEventTopics({ abi: [event], args: named as never })
  const data = encodeAbiParameters(
    event.inputs.filter(({ indexed }) => !indexed),
    rest,
  )
  const hash = await ground.client.writeContract({
    address: liar,
    abi: parseAbi(['function tell(bytes32[] topics, bytes data)']),
    functionName: 'tell',
    args: [topics as Hex[], data],
  })
  assert.equal((await ground.client.waitForTransactionReceipt({ hash })).status, 'success')
}

const told = async () => {
  await index.caughtUp()
  const { cooperative } = ground.coop
  return (await index.told('/api/coops/:coop', `/api/coops/${cooperative}`)).data
}

/** What a read of its members by the index tells. */
const people = async () => {
  const { cooperative } = ground.coop
  const { data } = await index.told('/api/coops/:coop/members', `/api/coops/${cooperative}/members`)
  return data
}

async function decision(assembly: Address, id: bigint) {
  await index.caughtUp()
  const path = `/api/proposals/${assembly}/${id}` as const
  return (await index.told('/api/proposals/:assembly/:id', path)).data
}

const membershipOf = (address: Address) => ({ address, abi: iMembershipAbi }) as const

it('G14 tells the rules of the organs that a co-op adopts, and its members as they are', async () => {
  const old = await told()
  const first = { ...ground.coop, statutes: old.statutes }
  const lost = await ground.openVote('A text on which nobody votes')
  await ground.pass(lost.ends - (await ground.time()))
  const vote = await ground.openVote('A text that nobody will adopt')
  assert.notEqual((await decision(first.assembly, lost.id)).secondCall, null)
  const everybody = await people()
  const charter = { ...ground.charter, name: 'The Renewed Mill', coolingPeriod: 5 * 86_400 }
  const next = await organsFor(charter)
  await amends(first.statutes, 'setKind', [ground.registrar, SELECTOR, KIND.ORDINARY])
  await amends(next.statutes, 'setKind', [ground.registrar, SELECTOR, KIND.ENTRENCHED])
  const before = await told()
  assert.deepEqual(
    before.kinds.map(({ kind }) => kind),
    ['ORDINARY'],
  )

  await adopt(next)
  const renewed = await told()
  assert.equal(renewed.statutes.toLowerCase(), next.statutes.toLowerCase())
  assert.equal(renewed.name, 'The Renewed Mill')
  assert.equal(renewed.coolingPeriod, 5 * 86_400)
  assert.equal(renewed.body, old.body)
  assert.deepEqual(renewed.classes, old.classes)
  assert.deepEqual(renewed.rules, old.rules)
  assert.deepEqual(
    renewed.kinds.map(({ kind }) => kind),
    ['ENTRENCHED'],
  )
  assert.equal(renewed.members, old.members)
  assert.deepEqual(await people(), everybody)
  assert.equal((await decision(first.assembly, vote.id)).state, 'cancelled')
  assert.equal((await decision(first.assembly, lost.id)).secondCall, null)

  await amends(first.statutes, 'setName', ['Nobody is bound by this'])
  assert.equal((await told()).name, 'The Renewed Mill')

  const [member] = ground.members
  assert.ok(member)
  const resign = encodeFunctionData({ abi: iMembershipAbi, functionName: 'resign' })
  await as(member.address, next.membership, resign)
  assert.equal((await told()).members, old.members - 1)
  const total = await ground.client.readContract({
    ...membershipOf(next.membership),
    functionName: 'total',
  })
  assert.equal(total, BigInt(old.members - 1))

  await adopt(await organsFor({ ...charter, name: 'The Mill, once more' }))
  const again = await told()
  assert.equal(again.name, 'The Mill, once more')
  assert.equal(again.members, old.members - 1)
  assert.deepEqual(again.kinds, [])
  assert.equal(again.builtBy, again.registrar)
})

it('takes no name from adopted statutes that those of ours could not have', async () => {
  const { client } = ground
  const next = await organsFor({ ...ground.charter, name: 'The Mill of the long name' })
  const { statutes: address } = next
  const name = 'n'.repeat(64)
  await amends(address, 'setName', [name])
  const lengthOf = (bytes: number) => numberToHex(2 * bytes + 1, { size: 32 })
  const slots = Array.from({ length: 64 }, (_, slot) => numberToHex(slot))
  const kept = await Promise.all(slots.map((slot) => client.getStorageAt({ address, slot })))
  const slot = slots[kept.indexOf(lengthOf(name.length))]
  assert.ok(slot)
  await client.setStorageAt({ address, index: slot, value: lengthOf(10_000) })
  const start = keccak256(pad(slot))
  await client.setStorageAt({ address, index: start, value: stringToHex('m'.repeat(32)) })
  await adopt(next)
  const adopted = await told()
  assert.equal(adopted.statutes.toLowerCase(), address.toLowerCase())
  assert.equal(adopted.name, name)

  const codeOf = (at: Address) => client.getCode({ address: at })
  const organs = [ground.coop.cooperative, address, next.membership]
  const liar = await codeOf(await ground.deployMock('LyingAssembly', organs, 'HostileOrgans'))
  const code = await codeOf(address)
  assert.ok(liar && code)
  await client.setCode({ address, bytecode: liar })
  await tell(address, 'NameSet', {}, [name.repeat(100)])
  await client.setCode({ address, bytecode: code })
  assert.equal((await told()).name, name)
})

it('goes on where a co-op adopts an assembly that tells of votes that there never were', async () => {
  const { cooperative } = ground.coop
  const { membership: before } = await told()
  const registrar = await ground.deployMock('YesRegistrar', [], 'HostileRolls')
  const { statutes } = await organsFor({ ...ground.charter, name: 'The Mill among liars' })
  const rollOf = [cooperative, statutes, before]
  const membership = await ground.deployMock('LyingRoll', rollOf, 'HostileRolls')
  const organs = [cooperative, statutes, membership]
  const assembly = await ground.deployMock('LyingAssembly', organs, 'HostileOrgans')
  await adopt({ registrar, statutes, membership, assembly })
  const [member] = ground.members
  const voter = member?.address ?? cooperative
  const none = { proposalId: 7n, first: 6n, kind: 0, carrier: voter, member: voter, voter }
  const far = 2 ** 47
  const tail = [{ wallet: voter, choice: 9, reason: '0x', signature: '0x' }]
  const changes = [{ wallet: voter, choice: 9, change: 2n ** 256n - 1n, signature: '0x' }]
  for (const [event, rest] of [
    ['VoteOpened', ['#7 Without a rule', 0n, 0n, 0n, 1, 2, 3]],
    ['VoteOpened', ['#7 For ever', RULE, 0n, 0n, far, far, far]],
    ['VoteOpened', ['#7 Since never', RULE, 0n, 0n, far, 2, 3]],
    ['VoteOpened', ['#7 Never begun', RULE, 0n, 0n, 1, far, 3]],
    ['BallotsCounted', ['0x1234', tail]],
    ['BallotsCounted', ['0x', tail]],
    ['BallotsChanged', [changes]],
    ['VoteCast', [7n, 1, 1n, '']],
    ['ProposalExecuted', [7n]],
    ['ProposalCanceled', [7n]],
    ['AskedAgain', []],
    ['AskedAgain', []],
    ['CalledAgain', []],
    ['ProposalCreated', [8n, voter, [], [], [], [], 1n, 2n, '# Without a vote']],
    // A vote that could be one, and ballots in it that nobody can have cast.
    ['VoteOpened', ['#7 At last', RULE, 0n, 0n, 1, 2, 3]],
    ['VoteOpened', ['#7 Once more', RULE, 0n, 0n, 1, 2, 3]],
    ['BallotsCounted', ['0x', tail]],
    ['BallotsChanged', [changes]],
    ['VoteCast', [7n, 9, 1n, '']],
  ] as const) {
    await tell(assembly, event, none, rest)
  }
  const opened = (id: number) => [`#${id} Among others`, RULE, 0n, 0n, 1, 2, 3]
  await tell(assembly, 'VoteOpened', { ...none, proposalId: 8n, kind: 200 }, opened(8))
  const named = (id: bigint, of: readonly Address[], description: string) => [
    ...[id, voter, of, [], [], []],
    ...[0n, 0n, description],
  ]
  await tell(assembly, 'ProposalCreated', {}, named(9n, [], `# ${'Long'.repeat(100)}`))
  await tell(assembly, 'ProposalCreated', {}, named(9n, [voter], '# Pay nobody knows what'))
  await tell(assembly, 'VoteOpened', { ...none, proposalId: 9n }, opened(9))
  await index.caughtUp()
  const { data: lies } = await index.told('/api/proposals', `/api/proposals?coop=${cooperative}`)
  const known = lies.filter((one) => isAddressEqual(one.assembly, assembly))
  assert.deepEqual(known.map(({ id, title, actionCount }) => [id, title, actionCount]).toSorted(), [
    ['7', '', 0],
    ['9', '', 0],
  ])
  const foreign = await told()
  assert.equal(foreign.assembly.toLowerCase(), assembly.toLowerCase())
  assert.equal(foreign.builtBy.toLowerCase(), registrar.toLowerCase())
  const { data: listed } = await index.told('/api/proposals', '/api/proposals')
  const liars = listed.filter((one) => one.assembly.toLowerCase() === assembly.toLowerCase())
  assert.deepEqual(liars.map(({ id, title, coopName }) => [id, title, coopName]).toSorted(), [
    ['7', '', 'The Mill among liars'],
    ['9', '', 'The Mill among liars'],
  ])
})

it('STA-12 tells who gets what is left, from the founding on', async () => {
  const { statutes, body: first } = await told()
  assert.equal(first?.toLowerCase(), ground.charter.body)
  const next = `0x${'b1'.repeat(20)}` as const
  const giveWay = encodeFunctionData({ abi: iStatutesAbi, functionName: 'giveWay', args: [next] })
  await as(ground.charter.body, statutes, giveWay)
  await amends(statutes, 'setBody', [next])
  const { body, amendments } = await told()
  assert.equal(body?.toLowerCase(), next)
  assert.equal(amendments[0]?.what, 'BodySet')
})
