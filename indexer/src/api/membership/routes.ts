// SPDX-License-Identifier: AGPL-3.0-or-later

import { SMALL } from '../asking.ts'
import type { Doors } from '../doors.ts'
import { applications, members } from './roll.ts'

export function routes({ list }: Doors): void {
  list(
    '/api/coops/:coop/members',
    ({ address, query }) =>
      members(address('coop'), {
        class: query.id('class'),
        left: query.flag('left'),
        noticed: query.flag('noticed'),
      }),
    SMALL,
  )
  list('/api/coops/:coop/applications', ({ address }) => applications(address('coop')))
}
