// SPDX-License-Identifier: AGPL-3.0-or-later

import { SMALL } from '../asking.ts'
import type { Doors } from '../doors.ts'
import { account } from './account.ts'
import { coopDetail, coops } from './coops.ts'
import { names } from './names.ts'

export function routes({ answer, list }: Doors): void {
  list('/api/names', ({ query }) => names(query.text('slug')), SMALL)
  list('/api/coops', ({ query, now }) =>
    coops(now, {
      phyle: query.address('phyle'),
      member: query.address('member'),
      q: query.text('q'),
    }),
  )
  answer('/api/coops/:coop', ({ address, now }) => coopDetail(address('coop'), now))
  list('/api/coops/:coop/account', ({ address }) => account(address('coop')))
}
