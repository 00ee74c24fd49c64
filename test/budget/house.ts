// SPDX-License-Identifier: AGPL-3.0-or-later
/** A co-op with a budget, adopted as co-ops do it: put to the vote, passed, carried out. */
import { statementOf, sumsOf } from '@phyle/sdk/chapters/budget/model'
import type { Address } from 'viem'
import { DAY, ethers, setBalance, time } from '../kit/chain.ts'
import { Ground } from '../kit/charter.ts'
import { accountOf } from '../kit/federation.ts'
import { type Action, decide, founded, type House } from '../kit/house.ts'

export const euros = (amount: number) => ethers.parseUnits(String(amount), 6)

/** A co-op that has the chapter open, and named as its budget. */
export async function opened() {
  const house = await founded()
  const budget = await ethers.deployContract('Budget')
  const account = await accountOf(await house.coop.getAddress())
  const amending = house.statutes.connect(account)
  await amending.openChapter(budget)
  await amending.setCoverage(budget)
  await house.euro.mint(house.coop, euros(9000))
  await setBalance(await house.coop.getAddress(), ethers.parseEther('9'))
  return { ...house, budget, account, amending }
}

export type BudgetHouse = Awaited<ReturnType<typeof opened>>

/** What is put on chain of a line. */
export type LineOf = {
  readonly asset: string
  readonly ground: number
  readonly from: bigint
  readonly to: bigint
  readonly ceiling: bigint
  readonly name: string
  readonly payees: string[]
}

/** Wages for anybody, of 6 000 euros, for a year from now. */
export async function lineOf(house: House, changes: Partial<LineOf> = {}): Promise<LineOf> {
  const now = BigInt(await time.latest())
  return {
    asset: await house.euro.getAddress(),
    ground: Ground.WAGE,
    from: now,
    to: now + BigInt(366 * DAY),
    ceiling: euros(6000),
    name: 'Wages',
    payees: [],
    ...changes,
  }
}

/** A title that states what the lines come to. */
export function titleFor(lines: readonly LineOf[], name = 'Budget'): string {
  const sums = sumsOf(lines.map((line) => ({ ...line, asset: line.asset as Address })))
  const said = [...sums].map(([asset, sum]) =>
    asset === ethers.ZeroAddress
      ? `${statementOf(sum, 18, '')} coins`
      : statementOf(sum, 6, 'EURd'),
  )
  return `${name}: ${said.join(', ')}`
}

export function adoption({ budget }: BudgetHouse, title: string, lines: readonly LineOf[]): Action {
  return { target: budget, data: budget.interface.encodeFunctionData('adopt', [title, [...lines]]) }
}

/** Puts a budget to the vote, passes it and carries it out. */
export async function adopt(house: BudgetHouse, lines: readonly LineOf[], title = titleFor(lines)) {
  return decide(house, [adoption(house, title, lines)], title)
}

/** A co-op whose budget has a line of wages for anybody. */
export async function budgeted() {
  const house = await opened()
  await adopt(house, [await lineOf(house)])
  return house
}

/** What an action of a decision failed with, in the words of the budget or of the account. */
export async function reasonOf(sent: Promise<unknown>, { coop, budget, assembly }: BudgetHouse) {
  const error = await sent.then(
    () => null,
    (cause: { data?: string; error?: { data?: string } }) => cause,
  )
  const data = error?.data ?? error?.error?.data
  if (data === undefined) return undefined
  const reason = coop.interface.parseError(data)?.args.reason ?? '0x'
  for (const contract of [budget, coop, assembly]) {
    const found = contract.interface.parseError(reason)
    if (found) return found.name
  }
  return undefined
}
