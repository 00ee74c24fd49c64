// SPDX-License-Identifier: AGPL-3.0-or-later
/** Members who take part and were given notice of silence: their vote is shown, so that nobody strikes them off. */
import { SILENT_SECONDS } from '@phyle/sdk/chapters/membership/silence'
import { iAssemblyAbi, iMembershipAbi } from '@phyle/sdk/generated/abi'
import { type Address, encodeFunctionData, getAbiItem } from 'viem'
import { TOGETHER } from '../chain/many.ts'
import type { Chores, Look, Task } from '../chores/chore.ts'
import { coopsOf, keyOf } from '../cooperative/coops.ts'

const abi = iMembershipAbi

/** Votes that are looked at in one question. */
const AT_ONCE = 50n

interface Noticed {
  readonly roll: Address
  readonly wallet: Address
  /** Votes up to this one are known not to be theirs. */
  searched: bigint
}

export const chores: Chores = (book) => {
  const { byRoll } = book.use(coopsOf)
  const noticed = new Map<string, Noticed>()
  book.on(getAbiItem({ abi, name: 'SilenceNoted' }), ({ address: roll, args }) => {
    noticed.set(keyOf(roll, args.id), { roll, wallet: args.wallet, searched: 0n })
  })
  const end = (roll: Address, id: bigint): void => {
    noticed.delete(keyOf(roll, id))
  }
  book.on(getAbiItem({ abi, name: 'Heard' }), ({ address, args }) => end(address, args.id))
  book.on(getAbiItem({ abi, name: 'StruckOff' }), ({ address, args }) => end(address, args.id))
  book.on(getAbiItem({ abi, name: 'Resigned' }), ({ address, args }) => end(address, args.id))

  /** The newest vote of the last two years that they put or took part in; null: there is none. */
  const voteOf = async ({ chain: { client }, head: { time } }: Look, one: Noticed) => {
    const assembly = byRoll.get(one.roll)?.assembly
    if (!assembly) return null
    const at = { address: assembly, abi: iAssemblyAbi } as const
    const last = await client.readContract({ ...at, functionName: 'proposalCount' })
    for (let to = last; to > one.searched; to -= AT_ONCE) {
      const from = to - AT_ONCE > one.searched ? to - AT_ONCE : one.searched
      const ids = Array.from({ length: Number(to - from) }, (_, back) => to - BigInt(back))
      const [voted, proposers, opened] = await Promise.all([
        client.multicall({
          ...TOGETHER,
          contracts: ids.map(
            (id) => ({ ...at, functionName: 'hasVoted', args: [id, one.wallet] }) as const,
          ),
        }),
        client.multicall({
          ...TOGETHER,
          contracts: ids.map(
            (id) => ({ ...at, functionName: 'proposalProposer', args: [id] }) as const,
          ),
        }),
        client.multicall({
          ...TOGETHER,
          contracts: ids.map(
            (id) => ({ ...at, functionName: 'proposalSnapshot', args: [id] }) as const,
          ),
        }),
      ])
      const isLate = (place: number) => Number(opened[place] ?? 0n) + SILENT_SECONDS > time
      const took = (place: number) => voted[place] === true || proposers[place] === one.wallet
      const found = ids.findIndex((_, place) => took(place) && isLate(place))
      if (found !== -1) return ids[found] ?? null
      if (!isLate(ids.length - 1)) break
    }
    one.searched = last
    return null
  }

  const find = async (look: Look): Promise<readonly Task[]> => {
    const tasks: Task[] = []
    for (const [key, one] of noticed) {
      const vote = await voteOf(look, one)
      if (vote === null) continue
      const data = encodeFunctionData({
        abi,
        functionName: 'showVote',
        args: [one.wallet, vote],
      })
      tasks.push({ name: `showVote ${key}`, target: one.roll, data })
    }
    return tasks
  }
  return [{ find }]
}
