// SPDX-License-Identifier: AGPL-3.0-or-later
import { notice } from 'ponder:schema'
import type { Notice } from '@phyle/sdk/chapters/notice/api'
import { eq } from 'ponder'
import type { Doors } from '../doors.ts'
import { merged } from '../page.ts'
import { at, address as checked } from '../rows.ts'
import { newestIn } from '../tables.ts'

const told = ({ coop, title, document, ...place }: typeof notice.$inferSelect): Notice => ({
  coop: checked(coop),
  title,
  document,
  ...at(place),
})

export function routes({ list }: Doors): void {
  list('/api/notices/:coop', async ({ address }) =>
    merged([newestIn(notice, eq(notice.coop, address('coop')))], (rows) => rows.map(told)),
  )
}
