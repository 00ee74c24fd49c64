// SPDX-License-Identifier: AGPL-3.0-or-later
/** Licence fees on their way to stewards, parents and the fund; what is below a face waits for more. */
import { iCommonsBondsAbi, iLicencesAbi, iWorksAbi } from '@phyle/sdk/generated/abi'
import { type Address, encodeFunctionData, getAbiItem, type Hex } from 'viem'
import { inFederation, type Look, type Task } from '../chores/chore.ts'
import { keyOf } from '../cooperative/coops.ts'

const DAY = 86_400
const abi = iLicencesAbi

/** A licence fee that waits for the end of its refund window. */
interface Payment {
  readonly family: bigint
  readonly licensee: Address
  readonly receipt: bigint
  /** Not to be looked at before. */
  readonly from: number
}

/** What was released for a work under a version of its terms. */
interface Fee {
  readonly work: bigint
  readonly terms: bigint
}

const paymentKey = (licensee: Address, family: bigint, receipt: bigint): string =>
  `${keyOf(licensee, family)}/${receipt}`
const feeKey = (work: bigint, terms: bigint): string => `${work}/${terms}`

export const feeChores = inFederation((book, house) => {
  const licences = { address: house.licences, abi } as const
  const works = { address: house.works, abi: iWorksAbi } as const
  const payments = new Map<string, Payment>()
  const fees = new Map<string, Fee>()
  /** Works a fee of which was split with their parents. */
  const shared = new Set<bigint>()
  /** Works in whose fees something may wait for the fund. */
  const forFund = new Set<bigint>()
  book.believe(licences.address)
  book.on(getAbiItem({ abi, name: 'Receipt' }), ({ args: { family, licensee, entry } }) => {
    if (entry.amount === 0n) return
    const receipt = entry.number
    payments.set(paymentKey(licensee, family, receipt), { family, licensee, receipt, from: 0 })
  })
  book.on(getAbiItem({ abi, name: 'PaymentReleased' }), ({ args }) => {
    const { family, licensee, receipt, work, terms } = args
    payments.delete(paymentKey(licensee, family, receipt))
    fees.set(feeKey(work, terms), { work, terms })
  })
  book.on(getAbiItem({ abi, name: 'FeeSplit' }), ({ args: { work, terms, toParents } }) => {
    fees.delete(feeKey(work, terms))
    forFund.add(work)
    if (toParents > 0n) shared.add(work)
  })

  const find = async ({ chain: { client }, head: { time } }: Look): Promise<readonly Task[]> => {
    const least = await client.readContract({
      address: house.bonds,
      abi: iCommonsBondsAbi,
      functionName: 'face',
    })
    const tasks: Task[] = []
    const add = (name: string, data: Hex) => tasks.push({ name, target: house.licences, data })

    for (const [key, payment] of payments) {
      if (time < payment.from) continue
      const args = [payment.family, payment.licensee, payment.receipt] as const
      const { amount, refundUntil } = await client.readContract({
        ...licences,
        functionName: 'paymentOf',
        args,
      })
      if (amount === 0n) payments.delete(key)
      else if (time < refundUntil) payments.set(key, { ...payment, from: refundUntil })
      else if (amount < least) payments.set(key, { ...payment, from: time + DAY })
      else add(`release ${key}`, encodeFunctionData({ abi, functionName: 'release', args }))
    }

    for (const work of shared) {
      const args = [work] as const
      const parents = await client.readContract({ ...works, functionName: 'parentsOf', args })
      for (const parent of parents) {
        const [standing, , newest] = await client.readContract({
          ...works,
          functionName: 'priceOf',
          args: [parent],
        })
        for (let terms = 0n; terms <= newest; terms += 1n) {
          fees.set(feeKey(standing, terms), { work: standing, terms })
        }
      }
      shared.delete(work)
    }
    for (const [key, { work, terms }] of fees) {
      const args = [work, terms] as const
      const pending = await client.readContract({ ...licences, functionName: 'pendingOf', args })
      if (pending === 0n) fees.delete(key)
      else if (pending >= least) {
        add(`split ${key}`, encodeFunctionData({ abi, functionName: 'split', args }))
      }
    }
    for (const work of forFund) {
      const args = [work] as const
      const pending = await client.readContract({
        ...licences,
        functionName: 'pendingForFund',
        args,
      })
      if (pending === 0n) forFund.delete(work)
      else if (pending >= least) {
        add(`pourToFund ${work}`, encodeFunctionData({ abi, functionName: 'pourToFund', args }))
      }
    }
    return tasks
  }
  return [{ find }]
})
