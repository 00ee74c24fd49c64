// SPDX-License-Identifier: AGPL-3.0-or-later
/** The acts that are open to anyone and that nobody should have to think of. */

import type { PhyleHouse } from '@phyle/sdk/deployments'
import {
  iAssemblyAbi,
  iCommonsBondsAbi,
  iCommonsFundAbi,
  iMembershipAbi,
  iPhyleAbi,
  iStatutesAbi,
} from '@phyle/sdk/generated/abi'
import { COOPERATOR_FLAG } from '@phyle/sdk/rule'
import { type Address, encodeFunctionData, type Hex, keccak256, toBytes } from 'viem'
import { STATES } from '../chain/assemblies.ts'
import type { Chain, Head } from '../chain/chain.ts'
import { keyOf, type Register } from './register.ts'

export interface Task {
  /** Names it: two with the same name are never under way together. */
  readonly name: string
  readonly target: Address
  readonly data: Hex
}

const FUNDED = 3

/** Calls into the phyle's register: co-ops that came or went, persons who came or went. */
export async function seatTasks(
  { client }: Chain,
  house: PhyleHouse,
  register: Register,
): Promise<readonly Task[]> {
  const { phyle, root } = house
  const abi = iPhyleAbi
  const rootMembership = register.coops.get(root)?.membership
  const tasks: Task[] = []

  for (const { coop, registrar } of register.coops.values()) {
    if (coop === root || !rootMembership) continue
    const onRoll = await client.readContract({
      address: rootMembership,
      abi: iMembershipAbi,
      functionName: 'isMember',
      args: [coop],
    })
    const isIn = register.entered.has(coop)
    if (onRoll && !isIn) {
      const data = encodeFunctionData({ abi, functionName: 'enter', args: [coop, registrar] })
      tasks.push({ name: `enter ${coop}`, target: phyle, data })
    }
    if (!onRoll && isIn) {
      const data = encodeFunctionData({ abi, functionName: 'depart', args: [coop] })
      tasks.push({ name: `depart ${coop}`, target: phyle, data })
    }
  }

  const cooperators = new Map<Address, readonly boolean[]>()
  for (const coop of register.entered) {
    const statutes = register.coops.get(coop)?.statutes
    if (!statutes) continue
    const classes = await client.readContract({
      address: statutes,
      abi: iStatutesAbi,
      functionName: 'classes',
    })
    cooperators.set(
      coop,
      classes.map(({ flags }) => (flags & COOPERATOR_FLAG) !== 0),
    )
  }
  const counts = (coop: Address, id: bigint): boolean => {
    const person = register.people.get(keyOf(coop, id))
    return person?.onRoll === true && cooperators.get(coop)?.[person.class] === true
  }

  for (const [key, { coop, id, wallet }] of register.people) {
    if (register.seats.has(key) || !counts(coop, id)) continue
    const data = encodeFunctionData({ abi, functionName: 'seat', args: [coop, wallet] })
    tasks.push({ name: `seat ${key}`, target: phyle, data })
  }
  for (const [key, { coop, id }] of register.seats) {
    if (counts(coop, id)) continue
    const data = encodeFunctionData({ abi, functionName: 'unseat', args: [coop, id] })
    tasks.push({ name: `unseat ${key}`, target: phyle, data })
  }
  return tasks
}

/** Machines whose bonds are sold. */
export async function buyTasks(
  { client }: Chain,
  { bonds }: PhyleHouse,
  register: Register,
): Promise<readonly Task[]> {
  const abi = iCommonsBondsAbi
  const tasks: Task[] = []
  for (const id of register.series) {
    const status = await client.readContract({
      address: bonds,
      abi,
      functionName: 'statusOf',
      args: [id],
    })
    if (status !== FUNDED) continue
    const data = encodeFunctionData({ abi, functionName: 'buy', args: [id] })
    tasks.push({ name: `buy ${id}`, target: bonds, data })
  }
  return tasks
}

export async function epochTasks(
  { client }: Chain,
  { phyle, fund }: PhyleHouse,
): Promise<readonly Task[]> {
  const [now, closed] = await Promise.all([
    client.readContract({ address: phyle, abi: iPhyleAbi, functionName: 'epoch' }),
    client.readContract({ address: fund, abi: iCommonsFundAbi, functionName: 'closedEpochs' }),
  ])
  if (closed >= now) return []
  const data = encodeFunctionData({ abi: iCommonsFundAbi, functionName: 'closeEpoch' })
  return [{ name: `closeEpoch ${now}`, target: fund, data }]
}

/** Decisions that passed and whose waiting time is over. Only where the relay was told to. */
export async function decisionTasks(
  { client }: Chain,
  register: Register,
  { time }: Head,
): Promise<readonly Task[]> {
  const abi = iAssemblyAbi
  const tasks: Task[] = []
  for (const { assembly, id, ...decision } of register.decisions.values()) {
    const at = { address: assembly, abi, args: [id] } as const
    const state = await client.readContract({ ...at, functionName: 'state' })
    if (STATES[state] !== 'queued' && STATES[state] !== 'succeeded') continue
    const eta = await client.readContract({ ...at, functionName: 'proposalEta' })
    if (BigInt(time) < eta) continue
    const { targets, values, calldatas, description } = decision
    const data = encodeFunctionData({
      abi,
      functionName: 'execute',
      args: [targets, values, calldatas, keccak256(toBytes(description))],
    })
    tasks.push({ name: `execute ${keyOf(assembly, id)}`, target: assembly, data })
  }
  return tasks
}
