// SPDX-License-Identifier: AGPL-3.0-or-later

import { OFFERS_OF } from '@phyle/sdk/chapters/bonds/api'
import { inFederation } from '../asking.ts'
import type { Doors } from '../doors.ts'
import { positionsHeld } from './held.ts'
import {
  seriesDetail,
  seriesHistory,
  seriesList,
  seriesPayments,
  seriesPositions,
} from './series.ts'

export function routes({ answer, list }: Doors): void {
  list('/api/series', ({ query, now }) =>
    seriesList(
      {
        phyle: query.address('phyle'),
        coop: query.address('coop'),
        q: query.text('q'),
        state: query.oneOf('state', OFFERS_OF),
        order: query.oneOf('order', ['standing']),
      },
      now,
    ),
  )
  answer('/api/series/:phyle/:id', ({ address, id, now }) =>
    seriesDetail(address('phyle'), id('id'), now),
  )
  list('/api/series/:phyle/:id/positions', ({ address, id, query }) =>
    seriesPositions(address('phyle'), id('id'), query.address('holder')),
  )
  list('/api/series/:phyle/:id/payments', ({ address, id }) =>
    seriesPayments(address('phyle'), id('id')),
  )
  list('/api/series/:phyle/:id/history', ({ address, id, now }) =>
    seriesHistory(address('phyle'), id('id'), now),
  )
  list('/api/people/:wallet/positions', ({ address, query, now }) =>
    positionsHeld(address('wallet'), inFederation(query), now),
  )
}
