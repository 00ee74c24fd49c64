// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, onchainTable } from 'ponder'
import { place } from '../columns.ts'

export const notice = onchainTable(
  'notice',
  (t) => ({
    id: t.text().primaryKey(),
    coop: t.hex().notNull(),
    title: t.text().notNull(),
    document: t.hex().notNull(),
    ...place(t),
  }),
  (table) => ({ byCoop: index().on(table.coop, table.block, table.log) }),
)
