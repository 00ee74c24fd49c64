// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'
import {
  type BaseContract,
  type Contract,
  ContractFactory,
  type ContractTransactionResponse,
  type HDNodeWallet,
  MaxUint256,
  type Signer,
  Wallet,
} from 'ethers'
import { fromRoot } from '../../scripts/paths.ts'
import type { Job, PeerCost, PeerCosts } from '../jobs.ts'
import type { Compiled } from './compile.ts'
import { merkleTree } from './merkle.ts'

/** What the peers are measured on: an in-process chain and its first accounts. */
export type Ground = {
  readonly signers: readonly Signer[]
  mine(): Promise<void>
  moveTo(time: number): Promise<void>
  now(): Promise<number>
  fuel(address: string): Promise<void>
}

const UNIT = 1_000_000n
const DAY = 86_400
const BATCH = 100

type Sent = Promise<ContractTransactionResponse>

async function gasOf(sent: Sent): Promise<number> {
  const receipt = await (await sent).wait()
  return Number(receipt?.gasUsed)
}

function versionOf(name: string): string {
  const file = fromRoot(`node_modules/${name}/package.json`)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

function artifact(path: string): Compiled {
  return JSON.parse(readFileSync(fromRoot(`node_modules/${path}`), 'utf8')) as Compiled
}

async function deploy(it: Compiled, by: Signer, ...args: unknown[]): Promise<Contract> {
  const factory = new ContractFactory(it.abi as never, it.bytecode, by)
  const contract = (await factory.deploy(...args)) as BaseContract
  await contract.waitForDeployment()
  return contract as Contract
}

const call = (contract: Contract, name: string, ...args: unknown[]): Sent =>
  contract.getFunction(name).send(...args) as Sent

/** A call as somebody else. */
const as = (contract: Contract, signer: Signer): Contract => contract.connect(signer) as Contract

async function addressOf(contract: Contract): Promise<string> {
  return contract.getAddress()
}

type Peers = (name: string) => Compiled

/** Every peer, measured now. */
export async function measurePeers(ground: Ground, peers: Peers): Promise<PeerCosts> {
  const costs: PeerCosts = {}
  for (const measure of [governor, funds, merkle, attestations, unlock]) {
    for (const [job, list] of Object.entries(await measure(ground, peers)) as [Job, PeerCost[]][]) {
      costs[job] = [...(costs[job] ?? []), ...list]
    }
  }
  return costs
}

async function governor(ground: Ground, peers: Peers): Promise<PeerCosts> {
  const version = versionOf('@openzeppelin/contracts')
  const [by] = ground.signers as [Signer]
  const badge = await deploy(peers('PeerBadge'), by)
  const assembly = await deploy(peers('PeerGovernor'), by, await addressOf(badge))
  const timelock = await deploy(peers('PeerTimelock'), by, await by.getAddress())
  let founding = 0
  for (const contract of [badge, assembly, timelock]) {
    founding += Number((await contract.deploymentTransaction()?.wait())?.gasUsed)
  }
  const voters: (HDNodeWallet | Wallet)[] = Array.from({ length: BATCH + 3 }, () =>
    Wallet.createRandom(),
  )
  let admitting = 0
  for (const [id, voter] of voters.entries()) {
    await ground.fuel(voter.address)
    const minted = await gasOf(call(badge, 'mint', voter.address, id))
    const own = as(badge, voter.connect(by.provider))
    const delegated = await gasOf(call(own, 'delegate', voter.address))
    if (id < 7) founding += minted + delegated
    admitting = minted + delegated
  }
  for (const role of ['PROPOSER_ROLE', 'EXECUTOR_ROLE', 'CANCELLER_ROLE']) {
    const code = (await timelock.getFunction(role).staticCall()) as string
    founding += await gasOf(call(timelock, 'grantRole', code, await addressOf(assembly)))
  }
  const propose = async (title: string): Promise<bigint> => {
    const content = [[await addressOf(badge)], [0], ['0x'], title] as const
    const id = (await assembly.getFunction('propose').staticCall(...content)) as bigint
    await gasOf(call(assembly, 'propose', ...content))
    for (let i = 0; i < 3; i += 1) await ground.mine()
    return id
  }
  const own = (index: number): Contract => {
    const voter = voters[index]
    if (voter === undefined) throw new Error('too few voters')
    return as(assembly, voter.connect(by.provider))
  }
  const direct = await propose('direct')
  const first = await gasOf(call(own(0), 'castVote', direct, 1))
  const later = await gasOf(call(own(1), 'castVote', direct, 1))

  const id = await propose('relayed')
  await gasOf(call(own(BATCH), 'castVote', id, 1))
  const domain = {
    name: 'Peer',
    version: '1',
    chainId: (await by.provider?.getNetwork())?.chainId,
    verifyingContract: await addressOf(assembly),
  }
  const types = {
    Ballot: [
      { name: 'proposalId', type: 'uint256' },
      { name: 'support', type: 'uint8' },
      { name: 'voter', type: 'address' },
      { name: 'nonce', type: 'uint256' },
    ],
  }
  const batch = async (proposalId: bigint, nonce: number): Promise<number> => {
    const calls = await Promise.all(
      voters.slice(0, BATCH).map(async (voter, i) => {
        const message = { proposalId, support: i % 3, voter: voter.address, nonce }
        const signature = await voter.signTypedData(domain, types, message)
        const args = [proposalId, i % 3, voter.address, signature]
        return assembly.interface.encodeFunctionData('castVoteBySig', args)
      }),
    )
    return Math.ceil((await gasOf(call(assembly, 'multicall', calls))) / BATCH)
  }
  await batch(id, 0)
  const again = await propose('relayed again')
  await gasOf(call(own(BATCH), 'castVote', again, 1))
  const relayed = await batch(again, 1)

  const peer = (name: string, gas: number): PeerCost[] => [{ name, version, gas }]
  return {
    'relayed ballot, batch of 100': peer('OpenZeppelin Governor, 100 by Multicall', relayed),
    'relayed ballot, batch of 500': peer('OpenZeppelin Governor, 100 by Multicall', relayed),
    'direct vote, first in a proposal': peer('OpenZeppelin Governor', first),
    'direct vote, later': peer('OpenZeppelin Governor', later),
    'found a co-op, 7 founders': peer('OpenZeppelin Governor, votes and timelock', founding),
    'admit one': peer('OpenZeppelin ERC721Votes, mint and delegate', admitting),
    'admit each of 100': peer('OpenZeppelin ERC721Votes, mint and delegate', admitting),
  }
}

async function funds(ground: Ground, peers: Peers): Promise<PeerCosts> {
  const [by, ada, bo] = ground.signers as [Signer, Signer, Signer]
  const cash = await deploy(peers('PeerCash'), by)
  const vault = await deploy(peers('PeerVault'), by, await addressOf(cash))
  const holders = [ada, bo]
  for (const holder of holders) {
    await gasOf(call(cash, 'mint', await holder.getAddress(), 1_000n * UNIT))
    await gasOf(call(as(cash, holder), 'approve', await addressOf(vault), MaxUint256))
  }
  const enter = async (holder: Signer): Promise<number> =>
    gasOf(call(as(vault, holder), 'deposit', 100n * UNIT, await holder.getAddress()))
  await enter(ada)
  const deposit = await enter(bo)

  const payees = await Promise.all(holders.map((holder) => holder.getAddress()))
  const splitter = await deploy(peers('PaymentSplitter'), by, payees, [1, 1])
  const release = async (): Promise<number> => {
    await gasOf(call(cash, 'mint', await addressOf(splitter), 100n * UNIT))
    const release_ = splitter.getFunction('release(address,address)')
    return gasOf(release_.send(await addressOf(cash), payees[1]) as Sent)
  }
  await release()
  const taken = await release()
  return {
    'subscribe, new holder': [
      { name: 'ERC-4626 deposit', version: versionOf('@openzeppelin/contracts'), gas: deposit },
    ],
    'take a part payment, later': [
      { name: 'PaymentSplitter', version: versionOf('@openzeppelin/contracts-v4'), gas: taken },
    ],
  }
}

async function merkle(ground: Ground, peers: Peers): Promise<PeerCosts> {
  const [by, ada] = ground.signers as [Signer, Signer]
  const cash = await deploy(peers('PeerCash'), by)
  const person = await ada.getAddress()
  const tree = merkleTree(10_000, 100n * UNIT, person)
  const built = artifact('@uniswap/merkle-distributor/build/MerkleDistributor.json')
  const distributor = await deploy(built, by, await addressOf(cash), tree.root)
  await gasOf(call(cash, 'mint', await addressOf(distributor), 1_000_000n * UNIT))
  await gasOf(call(cash, 'mint', person, 1n))
  const claims = [tree.claim(5), tree.claim(6)]
  let gas = 0
  for (const { index, account, amount, proof } of claims) {
    gas = await gasOf(call(distributor, 'claim', index, account, amount, proof))
  }
  const version = versionOf('@uniswap/merkle-distributor')
  return {
    'claim basic income, later': [{ name: 'Merkle distributor, 10 000 leaves', version, gas }],
  }
}

async function attestations(ground: Ground): Promise<PeerCosts> {
  const [by, ada] = ground.signers as [Signer, Signer]
  const at = '@ethereum-attestation-service/eas-contracts/artifacts/contracts'
  const registry = await deploy(artifact(`${at}/SchemaRegistry.sol/SchemaRegistry.json`), by)
  const eas = await deploy(artifact(`${at}/EAS.sol/EAS.json`), by, await addressOf(registry))
  const none = `0x${'00'.repeat(20)}`
  const schema = ['bytes32 work,bytes32 artefact,uint256 points', none, true] as const
  const uid = (await registry.getFunction('register').staticCall(...schema)) as string
  await gasOf(call(registry, 'register', ...schema))
  const request = {
    schema: uid,
    data: {
      recipient: await ada.getAddress(),
      expirationTime: 0,
      revocable: true,
      refUID: `0x${'00'.repeat(32)}`,
      data: `0x${'11'.repeat(96)}`,
      value: 0,
    },
  }
  await gasOf(call(eas, 'attest', request))
  const gas = await gasOf(call(eas, 'attest', request))
  const version = versionOf('@ethereum-attestation-service/eas-contracts')
  return { 'attest a contribution': [{ name: 'EAS attest, 96 bytes', version, gas }] }
}

async function unlock(ground: Ground, peers: Peers): Promise<PeerCosts> {
  const [by, ada, bo] = ground.signers as [Signer, Signer, Signer]
  const at = '@unlock-protocol/contracts/dist'
  const cash = await deploy(peers('PeerCash'), by)
  const lockCode = artifact(`${at}/abis/PublicLock/PublicLockV15.json`)
  const template = await deploy(lockCode, by)
  const unlockCode = await deploy(artifact(`${at}/abis/Unlock/UnlockV14.json`), by)
  const start = unlockCode.interface.encodeFunctionData('initialize', [await by.getAddress()])
  const proxy = await deploy(peers('PeerProxy'), by, await addressOf(unlockCode), start)
  const house = unlockCode.attach(await addressOf(proxy)) as Contract
  await gasOf(call(house, 'addLockTemplate', await addressOf(template), 15))
  await gasOf(call(house, 'setLockTemplate', await addressOf(template)))
  const init = template.interface.encodeFunctionData('initialize', [
    await by.getAddress(),
    30 * DAY,
    await addressOf(cash),
    100n * UNIT,
    1_000,
    'Permission',
  ])
  const args = [init, 15] as const
  const lock = (await house
    .getFunction('createUpgradeableLockAtVersion')
    .staticCall(...args)) as string
  await gasOf(call(house, 'createUpgradeableLockAtVersion', ...args))
  const shop = template.attach(lock) as Contract
  for (const buyer of [ada, bo]) {
    await gasOf(call(cash, 'mint', await buyer.getAddress(), 10_000n * UNIT))
    await gasOf(call(as(cash, buyer), 'approve', lock, MaxUint256))
  }
  const none = `0x${'00'.repeat(20)}`
  const buy = async (buyer: Signer): Promise<number> => {
    const address = await buyer.getAddress()
    const purchase = {
      value: 100n * UNIT,
      recipient: address,
      referrer: none,
      protocolReferrer: none,
      keyManager: none,
      data: '0x',
      additionalPeriods: 0,
    }
    return gasOf(call(as(shop, buyer), 'purchase', [purchase]))
  }
  await buy(ada)
  const bought = await buy(bo)
  await ground.moveTo((await ground.now()) + 25 * DAY)
  const renewed = await gasOf(call(as(shop, bo), 'extend', 100n * UNIT, 2, none, '0x'))
  const version = versionOf('@unlock-protocol/contracts')
  const peer = (gas: number): PeerCost[] => [{ name: 'Unlock PublicLock v15', version, gas }]
  return { 'licence, new, paid': peer(bought), 'licence, renewed': peer(renewed) }
}
