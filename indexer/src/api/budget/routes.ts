// SPDX-License-Identifier: AGPL-3.0-or-later
import { db } from 'ponder:api'
import { budget, budgetLine, coverage } from 'ponder:schema'
import type { BudgetLine } from '@phyle/sdk/chapters/budget/api'
import { GROUNDS } from '@phyle/sdk/chapters/cooperative/enums'
import { and, eq, gte, lte } from 'ponder'
import { type Hex, zeroAddress } from 'viem'
import type { Doors } from '../doors.ts'
import { merged } from '../page.ts'
import { amount, at, address as checked } from '../rows.ts'
import { newestIn } from '../tables.ts'
import { committedOf } from './committed.ts'

/** The budget that the statutes of a co-op name, and the numbers of its lines in force. */
async function inForceOf(coop: Hex) {
  const [found] = await db
    .select()
    .from(coverage)
    .leftJoin(budget, and(eq(budget.coop, coverage.coop), eq(budget.chapter, coverage.chapter)))
    .where(eq(coverage.coop, coop))
  const { first = 1n, last = 0n } = found?.budget ?? {}
  return { chapter: found?.coverage.chapter ?? zeroAddress, first, last }
}

type InForce = Awaited<ReturnType<typeof inForceOf>>

function told(
  rows: readonly (typeof budgetLine.$inferSelect)[],
  { first, last }: InForce,
  committed: ReadonlyMap<bigint, bigint>,
): readonly BudgetLine[] {
  return rows.map((row) => ({
    coop: checked(row.coop),
    line: `${row.line}`,
    name: row.name,
    asset: checked(row.asset),
    ground: GROUNDS[row.ground] ?? null,
    from: row.from,
    to: row.to,
    payees: row.payees.map(checked),
    ceiling: amount(row.ceiling),
    spent: amount(row.spent),
    committed: amount(committed.get(row.line) ?? 0n),
    proposal: `${row.proposal}`,
    current: row.line >= first && row.line <= last,
    ...at(row),
  }))
}

export function routes({ list }: Doors): void {
  list('/api/budgets/:coop', async ({ address, query, now }) => {
    const coop = address('coop')
    const inForce = await inForceOf(coop)
    const { chapter, first, last } = inForce
    const own = and(eq(budgetLine.coop, coop), eq(budgetLine.chapter, chapter))
    const current = query.flag('current')
      ? and(gte(budgetLine.line, first), lte(budgetLine.line, last))
      : undefined
    return merged([newestIn(budgetLine, and(own, current))], async (rows) =>
      told(rows, inForce, await committedOf(coop, now)),
    )
  })
}
