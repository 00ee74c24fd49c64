// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What the logs say of a federation, kept up to date in memory: enough to know which chores may be
 * due. Nothing here is trusted: every chore is tried on the chain before it is sent.
 */
import {
  iAssemblyAbi,
  iCommonsBondsAbi,
  iMembershipAbi,
  iPhyleAbi,
  iRegistrarAbi,
} from '@phyle/sdk/generated/abi'
import { type Address, getAbiItem, getAddress, type Hex, parseEventLogs } from 'viem'
import type { Chain } from '../chain/chain.ts'
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

export interface Register {
  readonly coops: ReadonlyMap<Address, Coop>
  readonly entered: ReadonlySet<Address>
  /** By co-op and member id. */
  readonly people: ReadonlyMap<string, Person>
  /** Seats that have not ended, by co-op and member id. */
  readonly seats: ReadonlyMap<string, Person>
  /** Series that were floated and not bought. */
  readonly series: ReadonlySet<bigint>
  /** Proposals that were neither carried out nor cancelled. */
  readonly decisions: ReadonlyMap<string, Decision>
}

/** Read again every time, because the last blocks may change. */
const OVERLAP = 64n
const MOST_BLOCKS = 10_000n

const abi = [
  getAbiItem({ abi: iRegistrarAbi, name: 'Founded' }),
  getAbiItem({ abi: iPhyleAbi, name: 'CoopEntered' }),
  getAbiItem({ abi: iPhyleAbi, name: 'CoopDeparted' }),
  getAbiItem({ abi: iPhyleAbi, name: 'Seated' }),
  getAbiItem({ abi: iPhyleAbi, name: 'Unseated' }),
  getAbiItem({ abi: iMembershipAbi, name: 'Admitted' }),
  getAbiItem({ abi: iMembershipAbi, name: 'ClassChanged' }),
  getAbiItem({ abi: iMembershipAbi, name: 'Resigned' }),
  getAbiItem({ abi: iCommonsBondsAbi, name: 'Floated' }),
  getAbiItem({ abi: iCommonsBondsAbi, name: 'Bought' }),
  getAbiItem({ abi: iAssemblyAbi, name: 'ProposalCreated' }),
  getAbiItem({ abi: iAssemblyAbi, name: 'ProposalExecuted' }),
  getAbiItem({ abi: iAssemblyAbi, name: 'ProposalCanceled' }),
] as const

export const keyOf = (coop: Address, id: bigint): string => `${coop}/${id}`

export function openRegister(chain: Chain, env: Pick<Env, 'deployment' | 'executes'>) {
  const { registrars, house, block } = env.deployment
  const coops = new Map<Address, Coop>()
  const byOrgan = new Map<Address, Coop>()
  const entered = new Set<Address>()
  const people = new Map<string, Person>()
  const seats = new Map<string, Person>()
  const series = new Set<bigint>()
  const decisions = new Map<string, Decision>()
  /** Up to where the logs of an address were read. */
  const cursors = new Map<Address, bigint>()

  const watch = (address: Address, from: bigint): void => {
    if (!cursors.has(address)) cursors.set(address, from)
  }
  for (const address of registrars) watch(address, BigInt(block))
  if (house) {
    watch(house.phyle, BigInt(house.block))
    watch(house.bonds, BigInt(house.block))
  }

  const read = async (addresses: readonly Address[], from: bigint, to: bigint): Promise<void> => {
    for (let start = from; start <= to; start += MOST_BLOCKS) {
      const end = start + MOST_BLOCKS - 1n < to ? start + MOST_BLOCKS - 1n : to
      const logs = await chain.client.getLogs({
        address: [...addresses],
        events: abi,
        fromBlock: start,
        toBlock: end,
      })
      for (const log of parseEventLogs({ abi, logs })) note(log)
    }
    for (const address of addresses) cursors.set(address, to + 1n)
  }

  const member = (organ: Address, id: bigint, wallet: Address, change: Partial<Person>): void => {
    const coop = byOrgan.get(organ)?.coop
    if (!coop) return
    const before = people.get(keyOf(coop, id)) ?? { coop, id, wallet, class: 0, onRoll: true }
    people.set(keyOf(coop, id), { ...before, ...change })
  }

  const note = (log: ReturnType<typeof parseEventLogs<typeof abi>>[number]): void => {
    const { eventName, args } = log
    const address = getAddress(log.address)
    switch (eventName) {
      case 'Founded': {
        const { cooperative: coop, statutes, membership, assembly_: assembly } = args
        const found = { coop, registrar: address, statutes, membership, assembly }
        coops.set(coop, found)
        byOrgan.set(membership, found)
        watch(membership, log.blockNumber)
        if (env.executes) watch(assembly, log.blockNumber)
        break
      }
      case 'CoopEntered':
        entered.add(args.coop)
        break
      case 'CoopDeparted':
        entered.delete(args.coop)
        break
      case 'Seated': {
        const { coop, memberId: id, wallet } = args
        seats.set(keyOf(coop, id), { coop, id, wallet, class: 0, onRoll: true })
        break
      }
      case 'Unseated':
        seats.delete(keyOf(args.coop, args.memberId))
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

  const register: Register = { coops, entered, people, seats, series, decisions }

  return {
    /** Reads what is new. Addresses that were read up to the same block share a request. */
    async refresh(): Promise<Register> {
      const head = await chain.client.getBlockNumber()
      for (;;) {
        const behind = [...cursors].filter(([, next]) => next <= head)
        const [first] = behind
        if (!first) break
        const together = behind.filter(([, next]) => next === first[1]).map(([address]) => address)
        await read(together, first[1], head)
      }
      const again = head > OVERLAP ? head - OVERLAP : 0n
      for (const address of cursors.keys()) cursors.set(address, again)
      return register
    },
  }
}
