// SPDX-License-Identifier: AGPL-3.0-or-later
/** Machines whose bonds are sold. */
import { STATUS } from '@phyle/sdk/chapters/bonds/enums'
import { iCommonsBondsAbi } from '@phyle/sdk/generated/abi'
import { encodeFunctionData, getAbiItem } from 'viem'
import { inFederation, type Look, type Task } from '../chores/chore.ts'

const abi = iCommonsBondsAbi

export const chores = inFederation((book, { bonds }) => {
  /** Series that were floated and not bought. */
  const series = new Set<bigint>()
  book.believe(bonds)
  book.on(getAbiItem({ abi, name: 'Floated' }), ({ args }) => {
    series.add(args.seriesId)
  })
  book.on(getAbiItem({ abi, name: 'Bought' }), ({ args }) => {
    series.delete(args.seriesId)
  })

  const find = async ({ chain: { client } }: Look): Promise<readonly Task[]> => {
    const tasks: Task[] = []
    for (const id of series) {
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
  return [{ find }]
})
