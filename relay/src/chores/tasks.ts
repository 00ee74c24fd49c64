// SPDX-License-Identifier: AGPL-3.0-or-later
/** The acts that are open to anyone and that nobody should have to think of. */

import { PROPOSAL_STATES } from '@phyle/sdk/chapters/assembly/enums'
import { STATUS } from '@phyle/sdk/chapters/bonds/enums'
import type { PhyleHouse } from '@phyle/sdk/deployments'
import {
  iAssemblyAbi,
  iCommonsBondsAbi,
  iCommonsFundAbi,
  iContributionsAbi,
  iLicencesAbi,
  iMembershipAbi,
  iPhyleAbi,
  iStatutesAbi,
  iWorksAbi,
} from '@phyle/sdk/generated/abi'
import { COOPERATOR_FLAG } from '@phyle/sdk/rule'
import { type Address, encodeFunctionData, type Hex, keccak256, toBytes } from 'viem'
import type { Chain, Head } from '../chain/chain.ts'
import { TOGETHER } from '../chain/many.ts'
import { type Coop, feeKey, keyOf, type Register } from './register.ts'

export interface Task {
  /** Names it: two with the same name are never under way together. */
  readonly name: string
  readonly target: Address
  readonly data: Hex
  /** Called once it was sent. */
  readonly sent?: () => void
}

const DAY = 86_400

/** Calls into the phyle's register: co-ops that came or went, persons who came or went. */
export async function seatTasks(
  { client }: Chain,
  house: PhyleHouse,
  register: Register,
  { time }: Head,
): Promise<readonly Task[]> {
  const { phyle, root } = house
  const abi = iPhyleAbi
  const rootMembership = register.coops.get(root)?.membership
  const tasks: Task[] = []

  const coops = [...register.coops.values()].filter(({ coop }) => coop !== root)
  const onRoot = rootMembership
    ? await client.multicall({
        ...TOGETHER,
        contracts: coops.map(
          ({ coop }) =>
            ({
              address: rootMembership,
              abi: iMembershipAbi,
              functionName: 'isMember',
              args: [coop],
            }) as const,
        ),
      })
    : []
  for (const [at, onRoll] of onRoot.entries()) {
    const { coop, registrar } = coops[at] as Coop
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

  for (const coop of register.moved) {
    const data = encodeFunctionData({ abi, functionName: 'refresh', args: [coop] })
    const sent = () => register.moved.delete(coop)
    tasks.push({ name: `refresh ${coop}`, target: phyle, data, sent })
  }

  const staying = [...register.entered].flatMap((coop) => {
    if ((register.leaving.get(coop) ?? time + 1) <= time) return []
    return register.coops.get(coop) ?? []
  })
  const classesOf = await client.multicall({
    ...TOGETHER,
    contracts: staying.map(
      ({ statutes }) =>
        ({ address: statutes, abi: iStatutesAbi, functionName: 'classes' }) as const,
    ),
  })
  const cooperators = new Map<Address, readonly boolean[]>(
    staying.map(({ coop }, at) => [
      coop,
      (classesOf[at] ?? []).map(({ flags }) => (flags & COOPERATOR_FLAG) !== 0),
    ]),
  )
  const counts = (coop: Address, id: bigint): boolean => {
    const person = register.people.get(keyOf(coop, id))
    return person?.onRoll === true && cooperators.get(coop)?.[person.class] === true
  }

  // first who left: until their seat has ended they could still buy bonds
  for (const [key, { coop, id, wallet }] of register.seats) {
    // under another roll the number may be somebody else's
    if (counts(coop, id) && register.people.get(key)?.wallet === wallet) continue
    const data = encodeFunctionData({ abi, functionName: 'unseat', args: [coop, id] })
    tasks.push({ name: `unseat ${key}`, target: phyle, data })
  }
  for (const [key, { coop, id, wallet }] of register.people) {
    if (register.seats.has(key) || !counts(coop, id)) continue
    const data = encodeFunctionData({ abi, functionName: 'seat', args: [coop, wallet] })
    tasks.push({ name: `seat ${key}`, target: phyle, data })
  }
  return tasks
}

/** Persons whose end was noticed late: what had been set aside for them waits for everybody. */
export async function settleTasks(
  { client }: Chain,
  house: PhyleHouse,
  register: Register,
): Promise<readonly Task[]> {
  const fund = { address: house.fund, abi: iCommonsFundAbi } as const
  const phyle = { address: house.phyle, abi: iPhyleAbi } as const
  const tasks: Task[] = []
  if (register.ended.size === 0) return tasks
  const closed = await client.readContract({ ...fund, functionName: 'closedEpochs' })
  const indexAt = (epoch: number) =>
    client.readContract({ ...fund, functionName: 'indexAt', args: [BigInt(epoch)] })
  for (const person of register.ended) {
    const head = await client.readContract({ ...phyle, functionName: 'headOf', args: [person] })
    const sent = () => register.ended.delete(person)
    if (head.seats > 0 || head.countedTo <= head.earnsTo) {
      sent()
      continue
    }
    if (closed <= BigInt(head.countedTo)) continue
    if ((await indexAt(head.countedTo)) === (await indexAt(head.earnsTo))) {
      sent()
      continue
    }
    const data = encodeFunctionData({ abi: fund.abi, functionName: 'settle', args: [person] })
    tasks.push({ name: `settle ${person}`, target: house.fund, data, sent })
  }
  return tasks
}

/** Licence fees on their way to stewards, parents and the fund; what is below a face waits for more. */
export async function feeTasks(
  { client }: Chain,
  house: PhyleHouse,
  register: Register,
  { time }: Head,
): Promise<readonly Task[]> {
  const abi = iLicencesAbi
  const licences = { address: house.licences, abi } as const
  const works = { address: house.works, abi: iWorksAbi } as const
  const least = await client.readContract({
    address: house.bonds,
    abi: iCommonsBondsAbi,
    functionName: 'face',
  })
  const tasks: Task[] = []
  const add = (name: string, data: Hex) => tasks.push({ name, target: house.licences, data })

  for (const [key, { family, licensee, from }] of register.payments) {
    if (time < from) continue
    const args = [family, licensee] as const
    const { amount, refundUntil } = await client.readContract({
      ...licences,
      functionName: 'paymentOf',
      args,
    })
    if (amount === 0n) register.payments.delete(key)
    else if (time < refundUntil) register.payments.set(key, { family, licensee, from: refundUntil })
    else if (amount < least) register.payments.set(key, { family, licensee, from: time + DAY })
    else add(`release ${key}`, encodeFunctionData({ abi, functionName: 'release', args }))
  }

  for (const work of register.shared) {
    const args = [work] as const
    const parents = await client.readContract({ ...works, functionName: 'parentsOf', args })
    for (const parent of parents) {
      const [, newest] = await client.readContract({
        ...works,
        functionName: 'priceOf',
        args: [parent],
      })
      for (let terms = 0n; terms <= newest; terms += 1n) {
        register.fees.set(feeKey(parent, terms), { work: parent, terms })
      }
    }
    register.shared.delete(work)
  }
  for (const [key, { work, terms }] of register.fees) {
    const args = [work, terms] as const
    const pending = await client.readContract({ ...licences, functionName: 'pendingOf', args })
    if (pending === 0n) register.fees.delete(key)
    else if (pending >= least) {
      add(`split ${key}`, encodeFunctionData({ abi, functionName: 'split', args }))
    }
  }
  if ((await client.readContract({ ...licences, functionName: 'pendingForFund' })) >= least) {
    add('pourToFund', encodeFunctionData({ abi, functionName: 'pourToFund' }))
  }
  return tasks
}

/** Contributions that nobody took back in time. */
export function contributionTasks(
  { contributions: target }: PhyleHouse,
  register: Register,
  { time }: Head,
): readonly Task[] {
  const tasks: Task[] = []
  for (const [key, { family, artefact, maturesAt }] of register.contributions) {
    if (time < maturesAt) continue
    const data = encodeFunctionData({
      abi: iContributionsAbi,
      functionName: 'mature',
      args: [family, artefact],
    })
    tasks.push({ name: `mature ${key}`, target, data })
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
    if (status !== STATUS.funded) continue
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
  const open = [...register.decisions.values()]
  const states = await client.multicall({
    ...TOGETHER,
    contracts: open.map(
      ({ assembly, id }) =>
        ({ address: assembly, abi, functionName: 'state', args: [id] }) as const,
    ),
  })
  const passed = open.filter((_, at) => {
    const state = PROPOSAL_STATES[states[at] ?? 0]
    return state === 'queued' || state === 'succeeded'
  })
  for (const { assembly, id, ...decision } of passed) {
    const at = { address: assembly, abi, args: [id] } as const
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
