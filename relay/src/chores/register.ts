// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What the logs say of a federation, in memory: enough to know which chores may be due. Nothing here
 * is trusted: every chore is tried on the chain before it is sent.
 */
import {
  iAssemblyAbi,
  iCommonsBondsAbi,
  iCommonsFundAbi,
  iContributionsAbi,
  iCooperativeAbi,
  iLicencesAbi,
  iMembershipAbi,
  iPhyleAbi,
  iRegistrarAbi,
} from '@phyle/sdk/generated/abi'
import { type Address, getAbiItem, getAddress, type Hex, type Log, parseEventLogs } from 'viem'
import type { Env } from '../env.ts'

export interface Coop {
  readonly coop: Address
  readonly registrar: Address
  readonly statutes: Address
  readonly membership: Address
  readonly assembly: Address
}

export interface Person {
  readonly coop: Address
  readonly wallet: Address
  readonly id: bigint
  readonly class: number
  readonly onRoll: boolean
}

export interface Decision {
  readonly assembly: Address
  readonly id: bigint
  readonly targets: readonly Address[]
  readonly values: readonly bigint[]
  readonly calldatas: readonly Hex[]
  readonly description: string
}

/** A licence fee that waits for the end of its refund window. */
export interface Payment {
  readonly family: bigint
  readonly licensee: Address
  /** Not to be looked at before. */
  readonly from: number
}

/** What was released for a work under a version of its terms. */
export interface Fee {
  readonly work: bigint
  readonly terms: bigint
}

export interface Contribution {
  readonly family: bigint
  readonly artefact: Hex
  readonly maturesAt: number
}

/** Whoever finds on the chain that there is nothing to do for an entry takes it out of its map. */
export interface Register {
  readonly coops: ReadonlyMap<Address, Coop>
  readonly entered: ReadonlySet<Address>
  /** When a co-op leaves that gave notice. */
  readonly leaving: ReadonlyMap<Address, number>
  /** Co-ops that took other organs, which the phyle may not know. */
  readonly moved: Set<Address>
  /** By co-op and member id. */
  readonly people: ReadonlyMap<string, Person>
  /** Seats that have not ended, by co-op and member id. */
  readonly seats: ReadonlyMap<string, Person>
  /** Persons a seat of whom ended, and who were not settled since. */
  readonly ended: Set<Address>
  /** Series that were floated and not bought. */
  readonly series: ReadonlySet<bigint>
  /** Proposals that were neither carried out nor cancelled. */
  readonly decisions: ReadonlyMap<string, Decision>
  readonly payments: Map<string, Payment>
  readonly fees: Map<string, Fee>
  /** Works a fee of which was split with their parents. */
  readonly shared: Set<bigint>
  readonly contributions: ReadonlyMap<string, Contribution>
}

const always = [
  getAbiItem({ abi: iRegistrarAbi, name: 'Founded' }),
  getAbiItem({ abi: iPhyleAbi, name: 'CoopEntered' }),
  getAbiItem({ abi: iPhyleAbi, name: 'CoopGaveNotice' }),
  getAbiItem({ abi: iPhyleAbi, name: 'CoopDeparted' }),
  getAbiItem({ abi: iPhyleAbi, name: 'Seated' }),
  getAbiItem({ abi: iPhyleAbi, name: 'Unseated' }),
  getAbiItem({ abi: iCooperativeAbi, name: 'OrgansSet' }),
  getAbiItem({ abi: iMembershipAbi, name: 'Admitted' }),
  getAbiItem({ abi: iMembershipAbi, name: 'ClassChanged' }),
  getAbiItem({ abi: iMembershipAbi, name: 'Resigned' }),
  getAbiItem({ abi: iCommonsBondsAbi, name: 'Floated' }),
  getAbiItem({ abi: iCommonsBondsAbi, name: 'Bought' }),
  getAbiItem({ abi: iCommonsFundAbi, name: 'Returned' }),
  getAbiItem({ abi: iLicencesAbi, name: 'Receipt' }),
  getAbiItem({ abi: iLicencesAbi, name: 'PaymentReleased' }),
  getAbiItem({ abi: iLicencesAbi, name: 'FeeSplit' }),
  getAbiItem({ abi: iContributionsAbi, name: 'ContributionAttested' }),
  getAbiItem({ abi: iContributionsAbi, name: 'ContributionWithdrawn' }),
  getAbiItem({ abi: iContributionsAbi, name: 'ContributionCounted' }),
] as const

/** Only a relay that carries decisions out has use for these: they are many and large. */
const decisionsOnly = [
  getAbiItem({ abi: iAssemblyAbi, name: 'ProposalCreated' }),
  getAbiItem({ abi: iAssemblyAbi, name: 'ProposalExecuted' }),
  getAbiItem({ abi: iAssemblyAbi, name: 'ProposalCanceled' }),
] as const

const abi = [...always, ...decisionsOnly] as const

type Note = ReturnType<typeof parseEventLogs<typeof abi>>[number]

/** The events that a relay reads. */
export const eventsFor = ({ executes }: Pick<Env, 'executes'>) => (executes ? abi : always)

/** What makes others known is taken in before them, whatever stood first in a block. */
const FIRST: readonly Note['eventName'][] = ['Founded', 'OrgansSet']

export const keyOf = (coop: Address, id: bigint): string => `${coop}/${id}`
export const feeKey = (work: bigint, terms: bigint): string => `${work}/${terms}`

export function openBook({ deployment }: Pick<Env, 'deployment'>) {
  const { registrars, house } = deployment
  const coops = new Map<Address, Coop>()
  const byOrgan = new Map<Address, Coop>()
  const entered = new Set<Address>()
  const leaving = new Map<Address, number>()
  const moved = new Set<Address>()
  const people = new Map<string, Person>()
  const seats = new Map<string, Person>()
  const ended = new Set<Address>()
  const series = new Set<bigint>()
  const decisions = new Map<string, Decision>()
  const payments = new Map<string, Payment>()
  const fees = new Map<string, Fee>()
  const shared = new Set<bigint>()
  const contributions = new Map<string, Contribution>()
  /** Whose logs are believed. */
  const believed = new Set<Address>(registrars)
  if (house) {
    const { phyle, bonds, fund, licences, contributions: works } = house
    for (const address of [phyle, bonds, fund, licences, works]) believed.add(address)
  }
  /** Organs that were adopted: what they said before that was not believed when it was read. */
  const adopted: Address[] = []

  const member = (organ: Address, id: bigint, wallet: Address, change: Partial<Person>): void => {
    const coop = byOrgan.get(organ)?.coop
    if (!coop) return
    const before = people.get(keyOf(coop, id)) ?? { coop, id, wallet, class: 0, onRoll: true }
    people.set(keyOf(coop, id), { ...before, ...change })
  }

  /** A co-op took organs of a newer Registrar: its roll begins anew. */
  const move = (coop: Address, organs: Pick<Coop, 'statutes' | 'membership' | 'assembly'>) => {
    const known = coops.get(coop)
    if (!known || known.membership === organs.membership) return
    for (const [key, person] of people) if (person.coop === coop) people.delete(key)
    const found = { ...known, ...organs }
    coops.set(coop, found)
    byOrgan.delete(known.membership)
    byOrgan.set(organs.membership, found)
    for (const organ of [organs.membership, organs.assembly]) {
      believed.add(organ)
      adopted.push(organ)
    }
    moved.add(coop)
  }

  const note = (log: Note): void => {
    const { eventName, args } = log
    const address = getAddress(log.address)
    switch (eventName) {
      case 'Founded': {
        const { cooperative: coop, statutes, membership, assembly_: assembly } = args
        const found = { coop, registrar: address, statutes, membership, assembly }
        coops.set(coop, found)
        byOrgan.set(membership, found)
        for (const organ of [coop, membership, assembly]) believed.add(organ)
        break
      }
      case 'OrgansSet': {
        const { statutes, membership, assembly_: assembly } = args
        move(address, { statutes, membership, assembly })
        break
      }
      case 'CoopEntered':
        entered.add(args.coop)
        leaving.delete(args.coop)
        break
      case 'CoopGaveNotice':
        leaving.set(args.coop, args.leavesAt)
        break
      case 'CoopDeparted':
        entered.delete(args.coop)
        leaving.delete(args.coop)
        break
      case 'Seated': {
        const { coop, memberId: id, wallet } = args
        seats.set(keyOf(coop, id), { coop, id, wallet, class: 0, onRoll: true })
        break
      }
      case 'Unseated':
        seats.delete(keyOf(args.coop, args.memberId))
        ended.add(args.wallet)
        break
      case 'Returned':
        ended.delete(args.person)
        break
      case 'Admitted':
        member(address, args.id, args.wallet, { class: args.class, onRoll: true })
        break
      case 'ClassChanged':
        member(address, args.id, args.wallet, { class: args.to })
        break
      case 'Resigned':
        member(address, args.id, args.wallet, { onRoll: false })
        break
      case 'Floated':
        series.add(args.seriesId)
        break
      case 'Bought':
        series.delete(args.seriesId)
        break
      case 'Receipt': {
        const { family, licensee, entry } = args
        if (entry.amount > 0n) payments.set(keyOf(licensee, family), { family, licensee, from: 0 })
        break
      }
      case 'PaymentReleased': {
        const { family, licensee, work, terms } = args
        payments.delete(keyOf(licensee, family))
        fees.set(feeKey(work, terms), { work, terms })
        break
      }
      case 'FeeSplit':
        fees.delete(feeKey(args.work, args.terms))
        if (args.toParents > 0n) shared.add(args.work)
        break
      case 'ContributionAttested': {
        const { family, artefact, maturesAt } = args
        contributions.set(`${family}/${artefact}`, { family, artefact, maturesAt })
        break
      }
      case 'ContributionWithdrawn':
      case 'ContributionCounted':
        contributions.delete(`${args.family}/${args.artefact}`)
        break
      case 'ProposalCreated': {
        const { proposalId: id, targets, values, calldatas, description } = args
        const decision = { assembly: address, id, targets, values, calldatas, description }
        decisions.set(keyOf(address, id), decision)
        break
      }
      default:
        decisions.delete(keyOf(address, args.proposalId))
    }
  }

  const register: Register = {
    coops,
    entered,
    leaving,
    moved,
    people,
    seats,
    ended,
    series,
    decisions,
    payments,
    fees,
    shared,
    contributions,
  }

  return {
    register,

    /** Takes in logs, in their order, and answers those of contracts that are believed. */
    take(logs: readonly Log[]): readonly Log[] {
      const parsed = parseEventLogs({ abi, logs: [...logs] })
      const isBelieved = ({ address }: Pick<Log, 'address'>) => believed.has(getAddress(address))
      for (const name of FIRST) {
        for (const log of parsed) if (log.eventName === name && isBelieved(log)) note(log)
      }
      for (const log of parsed) if (!FIRST.includes(log.eventName) && isBelieved(log)) note(log)
      return logs.filter(isBelieved)
    },

    /** Organs that were adopted since this was asked last; their past is still to be read. */
    adopted: (): readonly Address[] => adopted.splice(0),
  }
}
