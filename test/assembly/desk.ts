// SPDX-License-Identifier: AGPL-3.0-or-later
/** Members with keys of their own, what they sign, and the proposals they vote on. */
import { CHOICE, CHOICES, PROPOSAL_STATE, ROUTE } from '@phyle/sdk/chapters/assembly/enums'
import type { BytesLike, Wallet } from 'ethers'
import { DAY, digestOf, ethers, type Signer, time } from '../kit/chain.ts'
import { Kind } from '../kit/charter.ts'
import { type Action, carryOut, type House, type Motion, motionOf, propose } from '../kit/house.ts'

export const Support = {
  AGAINST: CHOICE.against,
  FOR: CHOICE.for,
  ABSTAIN: CHOICE.abstain,
  OBJECT: CHOICE.object,
} as const
export const Way = {
  NONE: BigInt(ROUTE.none),
  STAND_IN: BigInt(ROUTE.standIn),
  CARRIED: BigInt(ROUTE.carried),
  DIRECT: BigInt(ROUTE.direct),
} as const
export const State = {
  Pending: BigInt(PROPOSAL_STATE.pending),
  Active: BigInt(PROPOSAL_STATE.active),
  Canceled: BigInt(PROPOSAL_STATE.cancelled),
  Defeated: BigInt(PROPOSAL_STATE.defeated),
  Succeeded: BigInt(PROPOSAL_STATE.succeeded),
  Queued: BigInt(PROPOSAL_STATE.queued),
  Expired: BigInt(PROPOSAL_STATE.expired),
  Executed: BigInt(PROPOSAL_STATE.executed),
} as const
export const CHOICE_WORDS = CHOICES
export const DOCUMENT = digestOf('I bake, and live in the town.')

/** Whoever can sign typed data and has an address. */
export type Signing = Pick<Signer, 'address' | 'signTypedData'>

export const APPLICATION_TYPES = {
  Application: [
    { name: 'cooperative', type: 'string' },
    { name: 'applicant', type: 'address' },
    { name: 'class', type: 'uint8' },
    { name: 'document', type: 'bytes32' },
    { name: 'deadline', type: 'uint256' },
  ],
}

export const SPONSORSHIP_TYPES = {
  Sponsorship: [
    { name: 'cooperative', type: 'string' },
    { name: 'applicant', type: 'address' },
    { name: 'class', type: 'uint8' },
    { name: 'sponsor', type: 'address' },
    { name: 'deadline', type: 'uint256' },
  ],
}

export const BALLOT_TYPES = {
  Ballot: [
    { name: 'cooperative', type: 'string' },
    { name: 'resolution', type: 'string' },
    { name: 'choice', type: 'string' },
    { name: 'member', type: 'address' },
    { name: 'proposal', type: 'uint256' },
    { name: 'motion', type: 'bytes32' },
  ],
}

export type Domain = {
  readonly name: string
  readonly version: string
  readonly chainId: bigint
  readonly verifyingContract: string
}

export async function domainOf(contract: { getAddress(): Promise<string> }): Promise<Domain> {
  const { chainId } = await ethers.provider.getNetwork()
  return { name: 'Phyle', version: '1', chainId, verifyingContract: await contract.getAddress() }
}

/** A wallet that is the same in every run. */
export function wallet(number: number): Wallet {
  const key = ethers.keccak256(ethers.toUtf8Bytes(`member ${number}`))
  return new ethers.Wallet(key, ethers.provider)
}

export function walletsOf(count: number, from = 0): Wallet[] {
  return Array.from({ length: count }, (_, i) => wallet(from + i))
}

/* JOINING */

export async function application(
  { membership, statutes }: Pick<House, 'membership' | 'statutes'>,
  who: Signing,
  memberClass: number,
  deadline?: bigint,
) {
  const until = deadline ?? BigInt(await time.latest()) + BigInt(30 * DAY)
  const signature = await who.signTypedData(await domainOf(membership), APPLICATION_TYPES, {
    cooperative: await statutes.name(),
    applicant: who.address,
    class: memberClass,
    document: DOCUMENT,
    deadline: until,
  })
  return { wallet: who.address, class: memberClass, document: DOCUMENT, deadline: until, signature }
}

export type Application = Awaited<ReturnType<typeof application>>

export async function applications(house: House, who: readonly Signing[]): Promise<Application[]> {
  return Promise.all(who.map((one, i) => application(house, one, i % 3)))
}

/** Admits by a SPECIAL decision, a hundred at a time, in three classes. */
export async function admitAll(house: House, who: readonly Signing[]): Promise<void> {
  for (let i = 0; i < who.length; i += 100) {
    const some = await applications(house, who.slice(i, i + 100))
    const data = house.membership.interface.encodeFunctionData('admit', [some])
    await carryOut(house, Kind.SPECIAL, [{ target: house.membership, data }])
  }
}

/* PROPOSING */

export async function motion(
  description: string,
  actions: readonly Action[] = [],
): Promise<Motion> {
  return motionOf(actions, description)
}

/** Arguments as `execute`, `cancel` and `getProposalId` take them. */
export function content({ targets, values, calldatas, description }: Motion) {
  return [targets, values, calldatas, ethers.id(description)] as const
}

export async function opens({ assembly }: House, id: bigint): Promise<void> {
  await time.increaseTo((await assembly.proposalOf(id)).voteStart)
}

export async function closes({ assembly }: House, id: bigint): Promise<void> {
  await time.increaseTo((await assembly.proposalOf(id)).voteEnd)
}

/** A resolution without actions, open for votes. */
export async function openVote(house: House, description: string, kind?: number): Promise<bigint> {
  const id = await propose(house, await motion(description), kind)
  await opens(house, id)
  return id
}

/* BALLOTS */

export type Paper = {
  readonly cooperative: string
  readonly resolution: string
  readonly proposal: bigint
  readonly motion: string
  readonly domain: Domain
}

/** What all ballots of a proposal have in common, from its event. */
export async function paperOf({ assembly, statutes }: House, id: bigint): Promise<Paper> {
  const [opened] = await assembly.queryFilter(assembly.filters.VoteOpened(id))
  if (!opened) throw new Error(`proposal ${id} was not opened`)
  return {
    cooperative: await statutes.name(),
    resolution: opened.args.resolution,
    proposal: id,
    motion: (await assembly.proposalOf(id)).motion,
    domain: await domainOf(assembly),
  }
}

export async function signBallot(paper: Paper, who: Signing, choice: number): Promise<string> {
  const signature = await who.signTypedData(paper.domain, BALLOT_TYPES, {
    cooperative: paper.cooperative,
    resolution: paper.resolution,
    choice: CHOICE_WORDS[choice],
    member: who.address,
    proposal: paper.proposal,
    motion: paper.motion,
  })
  return signature
}

const OBJECTION_TYPES = {
  Objection: [
    { name: 'cooperative', type: 'string' },
    { name: 'resolution', type: 'string' },
    { name: 'member', type: 'address' },
    { name: 'proposal', type: 'uint256' },
    { name: 'motion', type: 'bytes32' },
    { name: 'reason', type: 'string' },
  ],
}

export async function signObjection(paper: Paper, who: Signing, reason: string): Promise<string> {
  const { cooperative, resolution, proposal, motion } = paper
  const message = { cooperative, resolution, member: who.address, proposal, motion, reason }
  return who.signTypedData(paper.domain, OBJECTION_TYPES, message)
}

const CHANGE_TYPES = {
  Change: [...BALLOT_TYPES.Ballot, { name: 'change', type: 'uint256' }],
}

export async function signChange(
  paper: Paper,
  who: Signing,
  choice: number,
  change: bigint,
): Promise<string> {
  const { cooperative, resolution, proposal, motion } = paper
  return who.signTypedData(paper.domain, CHANGE_TYPES, {
    ...{ cooperative, resolution, proposal, motion, change },
    choice: CHOICE_WORDS[choice],
    member: who.address,
  })
}

export function record(address: string, choice: number, signature: BytesLike): string {
  const compact = ethers.Signature.from(ethers.hexlify(signature)).compactSerialized
  return ethers.concat([address, ethers.toBeHex(choice, 1), compact])
}

export async function ballot(paper: Paper, who: Signing, choice: number): Promise<string> {
  return record(who.address, choice, await signBallot(paper, who, choice))
}

/** Ballots of many, each choosing by its place. */
export async function ballots(
  paper: Paper,
  who: readonly Signing[],
  choose: (place: number) => number,
): Promise<string> {
  return ethers.concat(await Promise.all(who.map((one, i) => ballot(paper, one, choose(i)))))
}
