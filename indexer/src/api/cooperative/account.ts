// SPDX-License-Identifier: AGPL-3.0-or-later
/** The money of a co-op, in and out, each movement with the ground and the decision that moved it. */

import { db } from 'ponder:api'
import { accountSize, carriedOut, payment, transfer } from 'ponder:schema'
import type { AccountEntry } from '@phyle/sdk/chapters/cooperative/api'
import { GROUNDS } from '@phyle/sdk/chapters/cooperative/enums'
import { and, desc, eq, sql } from 'ponder'
import type { Hex } from 'viem'
import { among, inOrder } from '../keyset.ts'
import { byPlace, type Listed, merged, type Source } from '../page.ts'
import { address, amount, at, named, orNull } from '../rows.ts'
import { coopRow } from './row.ts'

type Move = typeof transfer.$inferSelect

const SIDES = ['out', 'in'] as const

interface Entry {
  readonly move: Move
  /** Of `SIDES`: what a co-op moves to itself is an entry on each. */
  readonly side: number
}

/** The movements in which a co-op is on one side. */
function sideOf(self: Hex, side: number, count: () => Promise<number>): Source<Entry> {
  const own = SIDES[side] === 'out' ? transfer.from : transfer.to
  return inOrder<Entry>(
    {
      columns: [
        [transfer.block, 'integer'],
        [transfer.log, 'integer'],
        [sql`(${sql.raw(`${-side}`)})::int`, 'integer'],
      ],
      newestFirst: true,
    },
    {
      rankOf: ({ move }) => [...byPlace(move), side],
      rows: async ({ where, orderBy, most }) => {
        const rows = await db
          .select()
          .from(transfer)
          .where(and(eq(own, self), where))
          .orderBy(...orderBy)
          .limit(most)
        return rows.map((move) => ({ move, side }))
      },
      count,
    },
  )
}

async function entriesOf(self: Hex): Promise<number> {
  const [row] = await db.select().from(accountSize).where(eq(accountSize.coop, self))
  return row?.entries ?? 0
}

/**
 * The payments that movements out were, by the id of the movement. Of equal ones in one transaction
 * each takes another.
 */
async function paymentsOf(self: Hex, txs: readonly Hex[]) {
  const [moves, payments] = await Promise.all([
    db
      .select()
      .from(transfer)
      .where(and(among(transfer.tx, txs), eq(transfer.from, self)))
      .orderBy(desc(transfer.block), desc(transfer.log)),
    db
      .select()
      .from(payment)
      .where(and(eq(payment.coop, self), among(payment.tx, txs))),
  ])
  const unmatched = [...payments]
  return new Map(
    moves.flatMap((move) => {
      const place = unmatched.findIndex(
        (paid) =>
          paid.tx === move.tx &&
          paid.token === move.token &&
          paid.to === move.to &&
          paid.amount === move.amount,
      )
      const [paid] = place === -1 ? [] : unmatched.splice(place, 1)
      return paid ? [[move.id, paid] as const] : []
    }),
  )
}

async function tell(self: Hex, entries: readonly Entry[]): Promise<readonly AccountEntry[]> {
  if (entries.length === 0) return []
  const txs = [...new Set(entries.map(({ move }) => move.tx))]
  const [paid, acts] = await Promise.all([
    paymentsOf(self, txs),
    db
      .select({ tx: carriedOut.tx, proposal: carriedOut.proposal })
      .from(carriedOut)
      .where(and(eq(carriedOut.coop, self), among(carriedOut.tx, txs))),
  ])
  return entries.map(({ move, side }) => {
    const direction = SIDES[side] ?? 'in'
    const by = move.from === self ? paid.get(move.id) : undefined
    const act = acts.find(({ tx }) => tx === move.tx)
    return {
      coop: address(self),
      direction,
      token: address(move.token),
      amount: amount(move.amount),
      other: address(direction === 'out' ? move.to : move.from),
      ground: by ? named(GROUNDS, by.ground) : null,
      document: by ? orNull(by.document) : null,
      line: by && by.line !== 0n ? `${by.line}` : null,
      proposal: (by?.proposal ?? act?.proposal)?.toString() ?? null,
      ...at(move),
    }
  })
}

export async function account(of: Hex): Promise<Listed<AccountEntry>> {
  const { address: self } = await coopRow(of)
  const sides = [sideOf(self, 0, () => entriesOf(self)), sideOf(self, 1, async () => 0)]
  return merged(sides, (entries) => tell(self, entries))
}
