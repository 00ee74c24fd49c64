// SPDX-License-Identifier: AGPL-3.0-or-later

import { DEEP, inFederation, ofFamily } from '../asking.ts'
import type { Doors } from '../doors.ts'
import { contributions, contributionsOf } from './contributions.ts'
import { grantDetail, grantList, receipts } from './grants.ts'

export function routes({ answer, list }: Doors): void {
  list(
    '/api/grants',
    ({ query }) =>
      grantList({
        licensee: query.address('licensee'),
        family: query.id('family'),
        phyle: query.address('phyle'),
      }),
    DEEP,
  )
  answer('/api/grants/:family/:licensee', ({ address, id }) =>
    grantDetail(id('family'), address('licensee')),
  )
  list('/api/grants/:family/:licensee/receipts', ({ address, id }) =>
    receipts(id('family'), address('licensee')),
  )
  list('/api/contributions', ({ query }) => contributions(inFederation(query), ofFamily(query)))
  list('/api/people/:wallet/contributions', ({ address }) => contributionsOf(address('wallet')))
}
