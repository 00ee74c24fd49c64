// SPDX-License-Identifier: AGPL-3.0-or-later
/** Founding and running a co-op in tests. */
import type { ContractTransactionResponse } from 'ethers'
import { ORGANS } from '../../scripts/deploy/implementations.ts'
import {
  DAY,
  digestOf,
  ethers,
  impersonateAccount,
  networkHelpers,
  type Signer,
  setBalance,
  time,
} from './chain.ts'
import { type CharterOf, charter, Ground, Kind } from './charter.ts'
import { deployed } from './deploy.ts'
import { type FounderOf, foundersOf, foundingSigners, type Name, people } from './people.ts'

export const FOUNDING_TYPES = {
  Founding: [
    { name: 'cooperative', type: 'string' },
    { name: 'charter', type: 'bytes32' },
    { name: 'founders', type: 'bytes32' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
}

/** Where they were put, in the order of the names. */
export async function implementations<const Names extends readonly string[]>(names: Names) {
  const addresses: string[] = []
  for (const name of names) {
    addresses.push(await deployed(name))
  }
  return addresses as { -readonly [Place in keyof Names]: string }
}

/** The implementations and a Registrar; the first, unless another comes before it. */
export async function registrar(previous: string = ethers.ZeroAddress) {
  return ethers.deployContract('Registrar', [...(await implementations(ORGANS)), previous])
}

export type Registrar = Awaited<ReturnType<typeof registrar>>

export type Founding = {
  readonly charter: CharterOf
  readonly founders: FounderOf[]
  readonly nonce: bigint
  readonly deadline: bigint
}

export async function founding(changes: Partial<Founding> = {}): Promise<Founding> {
  return {
    charter: charter(),
    founders: foundersOf(await people()),
    nonce: 1n,
    deadline: BigInt(await time.latest()) + BigInt(7 * DAY),
    ...changes,
  }
}

/** What the founders sign, hashed from its parts as a wallet does. */
export async function foundingMessage(to: Registrar, it: Founding) {
  const encode = to.interface.getFunction('found').inputs
  const coder = ethers.AbiCoder.defaultAbiCoder()
  const { chainId } = await ethers.provider.getNetwork()
  return {
    domain: { name: 'Phyle', version: '1', chainId, verifyingContract: await to.getAddress() },
    message: {
      cooperative: it.charter.name,
      charter: ethers.keccak256(coder.encode(encode.slice(0, 1), [it.charter])),
      founders: ethers.keccak256(coder.encode(encode.slice(1, 2), [it.founders])),
      nonce: it.nonce,
      deadline: it.deadline,
    },
  }
}

export async function signFounding(to: Registrar, it: Founding, signer: Signer): Promise<string> {
  const { domain, message } = await foundingMessage(to, it)
  return signer.signTypedData(domain, FOUNDING_TYPES, message)
}

export async function signaturesOf(to: Registrar, it: Founding, signers: readonly Signer[]) {
  return Promise.all(signers.map((signer) => signFounding(to, it, signer)))
}

/** The four contracts of a co-op. */
export async function organsAt(addresses: {
  cooperative: string
  statutes: string
  membership: string
  assembly_: string
}) {
  return {
    coop: await ethers.getContractAt('Cooperative', addresses.cooperative),
    statutes: await ethers.getContractAt('Statutes', addresses.statutes),
    membership: await ethers.getContractAt('Membership', addresses.membership),
    assembly: await ethers.getContractAt('Assembly', addresses.assembly_),
  }
}

/** Sends a founding that all its founders signed. */
export async function found(to: Registrar, it: Founding, signers: readonly Signer[]) {
  const signatures = await signaturesOf(to, it, signers)
  const hash = await to.foundingHash(it.charter, it.founders, it.nonce, it.deadline)
  const addresses = await to.organsOf(hash, it.charter)
  const sent = await to.found(it.charter, it.founders, signatures, it.nonce, it.deadline)
  return { ...(await organsAt(addresses)), sent, hash }
}

async function foundedWith(changes: Partial<CharterOf>) {
  const who = await people()
  const founder = await registrar()
  const it = await founding({ charter: charter(changes) })
  const organs = await found(founder, it, foundingSigners(who))
  const euro = await ethers.deployContract('DemoEuro')
  return { registrar: founder, it, who, euro, ...organs }
}

/** A co-op of seven founders in three classes, and a currency. The fixture that most tests load. */
export async function founded() {
  return foundedWith({})
}

/** The same with other statutes. Not itself a fixture: wrap it in a named function. */
export async function foundedAs(changes: Partial<CharterOf>) {
  return foundedWith(changes)
}

export type House = Awaited<ReturnType<typeof founded>>
export type Organs = Awaited<ReturnType<typeof organsAt>>

export type Action = {
  readonly target: { getAddress(): Promise<string> } | string
  readonly value?: bigint
  readonly data?: string
}

/** The classes that a decision was carried by and refused by, as bits. */
export type Majorities = { readonly carried: number; readonly refused: number }

const ALL_CARRIED: Majorities = { carried: 0xff, refused: 0 }

/**
 * Carries out actions as if they had passed under `kind`, by every class where nothing else is said:
 * the tests of the account stand in for its assembly, whose own tests decide.
 */
export async function carryOut(
  { coop }: Pick<Organs, 'coop'>,
  kind: number,
  actions: readonly Action[],
  proposalId = 1n,
  { carried, refused }: Majorities = ALL_CARRIED,
): Promise<ContractTransactionResponse> {
  const assembly = await coop.assembly_()
  await impersonateAccount(assembly)
  await setBalance(assembly, 10n ** 20n)
  const signer = await ethers.getSigner(assembly)
  const targets = await Promise.all(
    actions.map(({ target }) => (typeof target === 'string' ? target : target.getAddress())),
  )
  return coop.connect(signer).execute(
    proposalId,
    kind,
    carried,
    refused,
    targets,
    actions.map(({ value }) => value ?? 0n),
    actions.map(({ data }) => data ?? '0x'),
  )
}

/**
 * The roll as the account speaks to it while it carries out a decision of `kind`. The account itself
 * answers nothing else from then on.
 */
export async function asCarryingOut(
  { coop, membership }: Pick<Organs, 'coop' | 'membership'>,
  kind: number = Kind.SPECIAL,
  { carried, refused }: Majorities = ALL_CARRIED,
) {
  const account = await coop.getAddress()
  const answer = [1, kind, carried, refused].map((word, i) => {
    return ethers.concat(['0x60', toByte(word), '0x60', toByte(i * 32), '0x52'])
  })
  await networkHelpers.setCode(account, ethers.concat([...answer, '0x60805ff3']))
  await impersonateAccount(account)
  await setBalance(account, 10n ** 20n)
  return membership.connect(await ethers.getSigner(account))
}

const toByte = (value: number): string => ethers.toBeHex(value, 1)

/** The action of paying somebody from the account, or from a line of its budget. */
export function payment(
  { coop }: Pick<Organs, 'coop'>,
  token: string,
  to: string,
  amount: bigint,
  ground: number = Ground.INVOICE,
  line = 0n,
): Action {
  const document = digestOf('invoice 1')
  const data = coop.interface.encodeFunctionData('pay', [token, to, amount, ground, document, line])
  return { target: coop, data }
}

/* DECIDING */

/** The founders vote for everything, or as `vote` says: by name, 0 against, 1 for, 2 abstain, 3 object. */
export type Votes = Readonly<Partial<Record<Name, 0 | 1 | 2 | 3>>>

const ALL_FOR: Votes = { ada: 1, bo: 1, chi: 1, dee: 1, eli: 1, fay: 1, gus: 1 }

export type Motion = {
  readonly targets: string[]
  readonly values: bigint[]
  readonly calldatas: string[]
  readonly description: string
}

export async function motionOf(actions: readonly Action[], description: string): Promise<Motion> {
  const targets = await Promise.all(
    actions.map(({ target }) => (typeof target === 'string' ? target : target.getAddress())),
  )
  return {
    targets,
    values: actions.map(({ value }) => value ?? 0n),
    calldatas: actions.map(({ data }) => data ?? '0x'),
    description,
  }
}

/** Puts a motion, under the kind that its actions need or a higher one. Ada does it if nobody is named. */
export async function propose(
  { assembly, who }: Pick<House, 'assembly' | 'who'>,
  { targets, values, calldatas, description }: Motion,
  kind?: number,
  by: Signer = who.ada,
): Promise<bigint> {
  const ours = assembly.connect(by)
  await (kind === undefined
    ? ours.propose(targets, values, calldatas, description)
    : ours.proposeAs(kind, targets, values, calldatas, description))
  return assembly.proposalCount()
}

/** Waits for the vote to open, casts the ballots, and waits until the decision can be carried out. */
export async function vote({ assembly, who }: House, proposalId: bigint, votes: Votes = ALL_FOR) {
  const { voteStart, voteEnd } = await assembly.proposalOf(proposalId)
  if (BigInt(await time.latest()) < voteStart) await time.increaseTo(voteStart)
  for (const [name, choice] of Object.entries(votes)) {
    await assembly.connect(who[name as Name]).castVote(proposalId, choice)
  }
  const { timelock } = await assembly.ruleOfProposal(proposalId)
  await time.increaseTo(voteEnd + timelock + 1n)
}

/** The whole life of a decision: put, voted, waited for, carried out by somebody outside. */
export async function decide(
  house: House,
  actions: readonly Action[],
  description: string,
  votes: Votes = ALL_FOR,
): Promise<{ readonly proposalId: bigint; readonly sent: ContractTransactionResponse }> {
  const motion = await motionOf(actions, description)
  const proposalId = await propose(house, motion)
  await vote(house, proposalId, votes)
  const { targets, values, calldatas } = motion
  const sent = await house.assembly
    .connect(house.who.carrier)
    .execute(targets, values, calldatas, ethers.id(description))
  return { proposalId, sent }
}
