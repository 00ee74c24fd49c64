// SPDX-License-Identifier: AGPL-3.0-or-later
/** The second job: somebody lends with one signature and one transaction, and collects what was repaid. */
import { type Address, encodeFunctionData, erc20Abi, isAddressEqual } from 'viem'
import type { SeriesDetail, SeriesSummary } from '../../sdk/src/chapters/bonds/api.ts'
import { iCommonsBondsAbi } from '../../sdk/src/generated/abi.ts'
import { must, type Paid, paid } from './job.ts'
import type { Tools } from './tools.ts'

const UNITS = 10n

export async function bond(tools: Tools): Promise<readonly Paid[]> {
  const { client, house } = tools
  const all = await tools.index<readonly SeriesSummary[]>(`/api/series?phyle=${house.phyle}`)
  const open = all.find(({ state }) => state === 'open')
  const bought = all.find(({ title }) => title === 'A grain mill')
  must(open !== undefined, 'the index shows no open offer')
  must(bought !== undefined, 'the index does not show the grain mill')
  const { positions } = await tools.index<SeriesDetail>(`/api/series/${house.phyle}/${bought.id}`)
  const owed = positions.find(({ due }) => BigInt(due) > 0n)
  const lender = tools.people.find(
    ({ address }) => owed && isAddressEqual(address as Address, owed.holder),
  )
  must(lender !== undefined, 'the index shows nobody to whom the grain mill owes something')
  const account = tools.keyOf(lender)
  const at = { address: house.bonds, abi: iCommonsBondsAbi } as const
  const series = BigInt(open.id)

  const allowed = await tools.permit(account, house.fund, UNITS * BigInt(open.face))
  const lend = encodeFunctionData({
    ...at,
    functionName: 'subscribeWithPermit',
    args: [series, UNITS, allowed.deadline, allowed.v, allowed.r, allowed.s],
  })
  const lent = await tools.send({ account, to: house.bonds, data: lend })
  await tools.until(
    'the index shows what was lent',
    () => tools.index<SeriesDetail>(`/api/series/${house.phyle}/${open.id}`),
    ({ pledgedUnits }) => BigInt(pledgedUnits) === BigInt(open.pledgedUnits) + UNITS,
  )

  const repaid = BigInt(bought.id)
  const balance = (blockNumber: bigint) =>
    client.readContract({
      address: house.cash,
      abi: erc20Abi,
      functionName: 'balanceOf',
      args: [account.address],
      blockNumber,
    })
  const due = await client.readContract({
    ...at,
    functionName: 'dueOf',
    args: [repaid, account.address],
  })
  must(due > 0n, 'the contract owes the lender nothing')
  const take = encodeFunctionData({ ...at, functionName: 'take', args: [repaid] })
  const taken = await tools.send({ account, to: house.bonds, data: take })
  const block = taken.blockNumber
  const got = await tools.until(
    'what was due is in the wallet',
    async () => (await balance(block)) - (await balance(block - 1n)),
    () => true,
  )
  must(got === due, `${due} was due, ${got} came`)
  return [
    paid('lent, with a permit', 'member', lent, lend),
    paid('collected', 'member', taken, take),
  ]
}
