// SPDX-License-Identifier: AGPL-3.0-or-later
/** Others lend beside the story, until enough came together. */
import { erc20Abi, parseAbi } from 'viem'
import { iCommonsBondsAbi, iPhyleAbi } from '../../../sdk/src/generated/abi.ts'
import { client, everybody, house, keyOf } from './chain.ts'

const mined = async (sent: Promise<`0x${string}`>) =>
  client.waitForTransactionReceipt({ hash: await sent, pollingInterval: 50 })

/** New money of the practice chain. */
export async function mint(to: `0x${string}`, amount: bigint): Promise<void> {
  const { cash } = await house()
  const [anyone] = await everybody()
  if (!anyone) throw new Error('The example has no people')
  const abi = parseAbi(['function mint(address to, uint256 amount)'])
  const call = { address: cash, abi, functionName: 'mint', args: [to, amount] } as const
  await mined(keyOf(anyone).writeContract({ ...call, chain: null }))
}

/** Cooperators who hold nothing of an offer yet lend half of what they have, until it is enough. */
export async function lendUntilEnough(series: bigint): Promise<void> {
  const { phyle, fund, bonds, cash } = await house()
  const at = { address: bonds, abi: iCommonsBondsAbi } as const
  const face = await client.readContract({ ...at, functionName: 'face' })
  for (const person of (await everybody()).toReversed()) {
    const { terms, units } = await client.readContract({
      ...at,
      functionName: 'seriesOf',
      args: [series],
    })
    const missing = BigInt(terms.leastUnits) - BigInt(units)
    if (missing <= 0n) return
    const wallet = keyOf(person)
    const { address } = wallet.account
    const [seated, held, purse] = await Promise.all([
      client.readContract({
        address: phyle,
        abi: iPhyleAbi,
        functionName: 'isSeated',
        args: [address],
      }),
      client.readContract({ ...at, functionName: 'balanceOf', args: [address, series] }),
      client.readContract({
        address: cash,
        abi: erc20Abi,
        functionName: 'balanceOf',
        args: [address],
      }),
    ])
    if (!seated || held > 0n) continue
    const most = [missing, BigInt(terms.mostPerPerson), purse / face / 2n]
    const lent = most.reduce((a, b) => (a < b ? a : b))
    if (lent === 0n) continue
    const allow = { address: cash, abi: erc20Abi, functionName: 'approve' } as const
    await mined(wallet.writeContract({ ...allow, args: [fund, lent * face], chain: null }))
    const subscribe = { ...at, functionName: 'subscribe' } as const
    await mined(wallet.writeContract({ ...subscribe, args: [series, lent], chain: null }))
  }
}
