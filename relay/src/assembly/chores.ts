// SPDX-License-Identifier: AGPL-3.0-or-later
/** Decisions that passed and whose waiting time is over. Only where the relay was told to. */
import { PROPOSAL_STATES } from '@phyle/sdk/chapters/assembly/enums'
import { iAssemblyAbi } from '@phyle/sdk/generated/abi'
import { type Address, encodeFunctionData, getAbiItem, type Hex, keccak256, toBytes } from 'viem'
import { TOGETHER } from '../chain/many.ts'
import type { Chores, Look, Task } from '../chores/chore.ts'
import { coopsOf, keyOf } from '../cooperative/coops.ts'

const abi = iAssemblyAbi

/** A decision may do as much as a block holds: whoever set the relay to carry out knows that. */
const MOST_BLOCK_GAS = 16_777_216n

interface Decision {
  readonly assembly: Address
  readonly id: bigint
  readonly targets: readonly Address[]
  readonly values: readonly bigint[]
  readonly calldatas: readonly Hex[]
  readonly description: string
}

export const chores: Chores = (book) => {
  // Their logs are many and large: only who carries decisions out has use for them.
  if (!book.settings.executes) return []
  book.use(coopsOf)
  /** Proposals that were neither carried out nor cancelled. */
  const decisions = new Map<string, Decision>()
  book.on(getAbiItem({ abi, name: 'ProposalCreated' }), ({ address: assembly, args }) => {
    const { proposalId: id, targets, values, calldatas, description } = args
    decisions.set(keyOf(assembly, id), { assembly, id, targets, values, calldatas, description })
  })
  for (const name of ['ProposalExecuted', 'ProposalCanceled'] as const) {
    book.on(getAbiItem({ abi, name }), ({ address, args }) => {
      decisions.delete(keyOf(address, args.proposalId))
    })
  }

  const find = async ({ chain: { client }, head: { time } }: Look): Promise<readonly Task[]> => {
    const tasks: Task[] = []
    const open = [...decisions.values()]
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
  return [{ find, gas: MOST_BLOCK_GAS }]
}
