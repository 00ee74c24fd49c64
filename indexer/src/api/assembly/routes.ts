// SPDX-License-Identifier: AGPL-3.0-or-later

import { DECISIONS_OF, FEEDS } from '@phyle/sdk/chapters/assembly/api'
import { KINDS } from '@phyle/sdk/chapters/statutes/enums'
import { appAsked } from '../asking.ts'
import type { Doors } from '../doors.ts'
import { calendar, news } from './feeds.ts'
import { ballotPage, proposalDetail, votes } from './proposal.ts'
import { proposals } from './proposals.ts'

export function routes({ answer, list, text }: Doors): void {
  list('/api/proposals', ({ query, now }) =>
    proposals(
      {
        coop: query.address('coop'),
        member: query.address('member'),
        voter: query.address('voter'),
        waiting: query.flag('waiting'),
        open: query.flag('open'),
        q: query.text('q'),
        state: query.oneOf('state', DECISIONS_OF),
        kind: query.oneOf('kind', KINDS),
        order: query.oneOf('order', ['standing']),
      },
      now,
    ),
  )
  answer('/api/proposals/:assembly/:id', ({ address, id, query, now }) =>
    proposalDetail(address('assembly'), id('id'), query.address('member'), now),
  )
  answer('/api/proposals/:assembly/:id/ballots', ({ address, id, query }) =>
    ballotPage(address('assembly'), id('id'), query.id('from') ?? 0n),
  )
  list('/api/proposals/:assembly/:id/votes', ({ address, id }) =>
    votes(address('assembly'), id('id')),
  )
  text(FEEDS.news, 'application/atom+xml; charset=utf-8', ({ address, query, now }) =>
    news(address('coop'), appAsked(query), now),
  )
  text(FEEDS.calendar, 'text/calendar; charset=utf-8', ({ address, query, now }) =>
    calendar(address('coop'), appAsked(query), now),
  )
}
