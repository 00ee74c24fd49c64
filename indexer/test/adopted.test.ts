// SPDX-License-Identifier: AGPL-3.0-or-later
/** A co-op adopts organs that a newer Registrar made for it: the index tells what those say. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, it } from 'node:test'
import { KIND } from '@phyle/sdk/chapters/statutes/enums'
import { type ChainCharter, charterToChain } from '@phyle/sdk/charter'
import { readCharter } from '@phyle/sdk/charter-file'
import {
  iAssemblyAbi,
  iCooperativeAbi,
  iMembershipAbi,
  iStatutesAbi,
} from '@phyle/sdk/generated/abi'
import {
  type Abi,
  type AbiEvent,
  type Address,
  type ContractFunctionArgs,
  concat,
  encodeAbiParameters,
  encodeEventTopics,
  encodeFunctionData,
  getAbiItem,
  type Hex,
  keccak256,
  numberToHex,
  parseAbi,
  size,
  toBytes,
  toFunctionSelector,
} from 'viem'
import type { Ground } from '../../relay/test/kit.ts'
import { fromRoot } from '../../scripts/paths.ts'
import { groundFor, Index, inFolder } from './house.ts'

const house = new AsyncDisposableStack()
/** The decision is carried out as if every class had carried it. */
const [EVERY_CLASS, NO_CLASS] = [0xff, 0]
const SELECTOR = toFunctionSelector('function mow(uint256 square)')
/** The least that is a rule: the bit that says that there is one. */
const RULE = 1n << 255n
let ground: Ground
let index: Index
let deployed: (name: string) => Address

before(async () => {
  ground = await groundFor(3)
  house.defer(() => ground.close())
  const { implementations } = JSON.parse(await readFile(ground.deploymentsFile, 'utf8'))
  deployed = (name) => implementations[name].address
  index = house.use(Index.in(house.use(await inFolder()), ground))
  await index.start()
  await index.caughtUp()
})

after(() => house.disposeAsync())

/** A minimal proxy (ERC-1167) with arguments behind its code, as a Registrar makes them. */
async function clone(name: string, ...args: readonly Hex[]): Promise<Address> {
  const code = concat([
    '0x363d3d373d3d3d363d73',
    deployed(name),
    '0x5af43d82803e903d91602b57fd5bf3',
    ...args,
  ])
  const init = concat(['0x61', numberToHex(size(code), { size: 2 }), '0x3d81600a3d39f3', code])
  const hash = await ground.client.sendTransaction({ data: init })
  const { contractAddress } = await ground.client.waitForTransactionReceipt({ hash })
  if (!contractAddress) throw new Error(`${name} was not cloned`)
  return contractAddress
}

async function organsFor(charter: ChainCharter) {
  const account = ground.coop.cooperative
  const at = { address: deployed('Statutes'), abi: iStatutesAbi } as const
  const constitution = await ground.client.readContract({
    ...at,
    functionName: 'checkCharter',
    args: [charter],
  })
  const statutes = await clone('Statutes', account, constitution)
  const name = keccak256(toBytes(charter.name))
  const classes = numberToHex(charter.classes.length, { size: 1 })
  const membership = await clone('Membership', account, statutes, name, classes)
  const assembly = await clone('Assembly', account, statutes, membership)
  return { statutes, membership, assembly }
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
  functionName: 'setKind' | 'setName',
  args: ContractFunctionArgs<typeof iStatutesAbi, 'nonpayable', 'setKind' | 'setName'>,
) =>
  as(
    ground.coop.cooperative,
    statutes,
    encodeFunctionData({ abi: iStatutesAbi, functionName, args } as never),
  )

async function adopt(organs: Awaited<ReturnType<typeof organsFor>>): Promise<void> {
  const { statutes, membership, assembly } = organs
  const { cooperative } = ground.coop
  const deciding = await ground.client.readContract({
    address: cooperative,
    abi: iCooperativeAbi,
    functionName: 'assembly_',
  })
  const data = encodeFunctionData({
    abi: iCooperativeAbi,
    functionName: 'adoptOrgans',
    args: [statutes, membership, assembly],
  })
  const execute = encodeFunctionData({
    abi: iCooperativeAbi,
    functionName: 'execute',
    args: [1n, KIND.ENTRENCHED, EVERY_CLASS, NO_CLASS, [cooperative], [0n], [data]],
  })
  await as(deciding, cooperative, execute)
}

/** Lets a lying assembly tell an event of ours. */
async function tell(
  assembly: Address,
  eventName: string,
  named: Readonly<Record<string, unknown>>,
  rest: readonly unknown[],
): Promise<void> {
  const event = getAbiItem({ abi: iAssemblyAbi as Abi, name: eventName }) as AbiEvent
  const topics = encodeEventTopics({ abi: [event], args: named as never })
  const data = encodeAbiParameters(
    event.inputs.filter(({ indexed }) => !indexed),
    rest,
  )
  const hash = await ground.client.writeContract({
    address: assembly,
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

it('tells the rules, classes and members of the organs that a co-op adopts', async () => {
  const old = await told()
  const first = { ...ground.coop, statutes: old.statutes }
  const preset = readCharter(await readFile(fromRoot('examples/charters/fairshares.json'), 'utf8'))
  const charter = {
    ...charterToChain({ ...preset, name: 'The Renewed Mill', coolingPeriod: 5 * 86_400 }),
    purpose: old.purpose,
  }
  const next = await organsFor(charter)
  await amends(first.statutes, 'setKind', [ground.registrar, SELECTOR, KIND.ORDINARY])
  await amends(next.statutes, 'setKind', [ground.registrar, SELECTOR, KIND.ENTRENCHED])
  const founders = ground.members.slice(0, 2).map(({ address: wallet }) => ({ wallet, class: 1 }))
  await as(
    ground.coop.cooperative,
    next.membership,
    encodeFunctionData({ abi: iMembershipAbi, functionName: 'enrolFounders', args: [founders] }),
  )
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
  assert.deepEqual(
    renewed.classes.map(({ name, members }) => [name, members]),
    preset.classes.map(({ name }, i) => [name, i === 1 ? 2 : 0]),
  )
  assert.deepEqual(renewed.rules, preset.rules)
  assert.deepEqual(
    renewed.kinds.map(({ kind }) => kind),
    ['ENTRENCHED'],
  )
  assert.equal(renewed.members, 2)

  await amends(first.statutes, 'setName', ['Nobody is bound by this'])
  assert.equal((await told()).name, 'The Renewed Mill')

  await adopt({ statutes: first.statutes, membership: first.membership, assembly: first.assembly })
  const again = await told()
  assert.equal(again.name, 'Nobody is bound by this')
  assert.deepEqual(again.rules, old.rules)
  assert.deepEqual(
    again.kinds.map(({ kind }) => kind),
    ['ORDINARY'],
  )
  assert.equal(again.members, 3)
})

it('goes on where a co-op adopts an assembly that tells of votes that there never were', async () => {
  const { cooperative } = ground.coop
  const { statutes, membership } = await told()
  const name = 'LyingAssembly'
  const organs = [cooperative, statutes, membership]
  const assembly = await ground.deployMock(name, organs, 'HostileOrgans')
  await adopt({ statutes, membership, assembly })
  const [member] = ground.members
  const voter = member?.address ?? cooperative
  const none = { proposalId: 7n, kind: 0, carrier: voter, member: voter, voter }
  const far = 2 ** 47
  const tail = [{ wallet: voter, choice: 9, reason: '0x', signature: '0x' }]
  for (const [event, rest] of [
    ['VoteOpened', ['#7 Without a rule', 0n, 0n, 0n, 1, 2, 3]],
    ['VoteOpened', ['#7 For ever', RULE, 0n, 0n, far, far, far]],
    ['BallotsCounted', ['0x1234', tail]],
    ['BallotsCounted', ['0x', tail]],
    ['VoteCast', [7n, 1, 1n, '']],
    ['ProposalExecuted', [7n]],
    ['ProposalCanceled', [7n]],
    ['AskedAgain', []],
    ['AskedAgain', []],
    // A vote that could be one, and ballots in it that nobody can have cast.
    ['VoteOpened', ['#7 At last', RULE, 0n, 0n, 1, 2, 3]],
    ['VoteOpened', ['#7 Once more', RULE, 0n, 0n, 1, 2, 3]],
    ['BallotsCounted', ['0x', tail]],
    ['VoteCast', [7n, 9, 1n, '']],
  ] as const) {
    await tell(assembly, event, none, rest)
  }
  assert.equal((await told()).assembly.toLowerCase(), assembly.toLowerCase())
})
