// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Context, ponder } from 'ponder:registry'
import { budget, budgetLine } from 'ponder:schema'
import type { Hex } from 'viem'
import { placeOf } from '../place.ts'
import { isOpenTo } from '../statutes/open.ts'

const isTold = (db: Context['db'], coop: Hex, address: Hex) =>
  isOpenTo(db, coop, { address, name: 'budget' })

ponder.on('Budget:BudgetAdopted', async ({ event, context: { db } }) => {
  const { coop, first, last, proposalId: proposal } = event.args
  const chapter = event.log.address
  if (!(await isTold(db, coop, chapter))) return
  const now = { first, last, proposal }
  await db
    .insert(budget)
    .values({ coop, chapter, ...now })
    .onConflictDoUpdate(now)
})

ponder.on('Budget:LinePlanned', async ({ event, context: { db } }) => {
  const { coop, line, terms } = event.args
  const chapter = event.log.address
  if (!(await isTold(db, coop, chapter))) return
  const adopted = await db.find(budget, { coop, chapter })
  if (!adopted) return
  await db
    .insert(budgetLine)
    .values({
      ...{ coop, chapter, line, ...terms, payees: [...terms.payees] },
      spent: 0n,
      proposal: adopted.proposal,
      ...placeOf(event),
    })
    .onConflictDoNothing()
})

ponder.on('Budget:LineSpent', async ({ event, context: { db } }) => {
  const { coop, line, spent } = event.args
  const chapter = event.log.address
  if (!(await isTold(db, coop, chapter))) return
  if (await db.find(budgetLine, { coop, chapter, line })) {
    await db.update(budgetLine, { coop, chapter, line }).set({ spent })
  }
})
