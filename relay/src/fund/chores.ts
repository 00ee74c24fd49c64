// SPDX-License-Identifier: AGPL-3.0-or-later
/** Months that are over, and what had been set aside for persons whose end was noticed late. */
import { iCommonsFundAbi, iPhyleAbi } from '@phyle/sdk/generated/abi'
import { type Address, encodeFunctionData, getAbiItem } from 'viem'
import { inFederation, type Look, type Task } from '../chores/chore.ts'

export const chores = inFederation((book, house) => {
  const fund = { address: house.fund, abi: iCommonsFundAbi } as const
  const phyle = { address: house.phyle, abi: iPhyleAbi } as const
  /** Persons a seat of whom ended, and who were not settled since. */
  const ended = new Set<Address>()
  book.believe(fund.address)
  book.on(getAbiItem({ abi: phyle.abi, name: 'Unseated' }), ({ args }) => {
    ended.add(args.wallet)
  })
  book.on(getAbiItem({ abi: fund.abi, name: 'Returned' }), ({ args }) => {
    ended.delete(args.person)
  })

  const closing = async ({ chain: { client } }: Look): Promise<readonly Task[]> => {
    const [now, closed] = await Promise.all([
      client.readContract({ ...phyle, functionName: 'epoch' }),
      client.readContract({ ...fund, functionName: 'closedEpochs' }),
    ])
    if (closed >= now) return []
    const data = encodeFunctionData({ abi: fund.abi, functionName: 'closeEpoch' })
    return [{ name: `closeEpoch ${now}`, target: fund.address, data }]
  }

  const settling = async ({ chain: { client } }: Look): Promise<readonly Task[]> => {
    const tasks: Task[] = []
    if (ended.size === 0) return tasks
    const closed = await client.readContract({ ...fund, functionName: 'closedEpochs' })
    const indexAt = (epoch: number) =>
      client.readContract({ ...fund, functionName: 'indexAt', args: [BigInt(epoch)] })
    for (const person of ended) {
      const head = await client.readContract({ ...phyle, functionName: 'headOf', args: [person] })
      const sent = () => ended.delete(person)
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
      tasks.push({ name: `settle ${person}`, target: fund.address, data, sent })
    }
    return tasks
  }
  return [{ find: closing }, { find: settling }]
})
