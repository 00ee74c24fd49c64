// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Doors } from '../doors.ts'
import { machineDetail, machines } from './machines.ts'
import { licences, workDetail, works } from './works.ts'

export function routes({ answer, list }: Doors): void {
  list('/api/machines', ({ query }) =>
    machines({ phyle: query.address('phyle'), coop: query.address('coop'), q: query.text('q') }),
  )
  answer('/api/machines/:phyle/:id', ({ address, id }) => machineDetail(address('phyle'), id('id')))
  list('/api/works', ({ query, now }) =>
    works(
      {
        phyle: query.address('phyle'),
        steward: query.address('steward'),
        family: query.id('family'),
        licence: query.text('licence'),
        q: query.text('q'),
      },
      now,
    ),
  )
  list('/api/licences', ({ query }) => licences(query.address('phyle')))
  answer('/api/works/:phyle/:id', ({ address, id, now }) =>
    workDetail(address('phyle'), id('id'), now),
  )
}
