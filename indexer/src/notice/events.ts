// SPDX-License-Identifier: AGPL-3.0-or-later
import { ponder } from 'ponder:registry'
import { notice } from 'ponder:schema'
import { placeOf } from '../place.ts'
import { isOpenTo } from '../statutes/open.ts'

ponder.on('NoticeBoard:NoticePosted', async ({ event, context: { db } }) => {
  const { address } = event.log
  if (!(await isOpenTo(db, event.args.coop, { address, name: 'notice' }))) return
  await db.insert(notice).values({ id: event.id, ...event.args, ...placeOf(event) })
})
