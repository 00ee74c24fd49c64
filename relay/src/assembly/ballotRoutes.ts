// SPDX-License-Identifier: AGPL-3.0-or-later
import { LAST_CHANGE } from '@phyle/sdk/ballot'
import type { BallotReceipt, BallotStatus, Departure } from '@phyle/sdk/chapters/assembly/api'
import { CHOICES } from '@phyle/sdk/chapters/assembly/enums'
import { REASON_LENGTH } from '@phyle/sdk/reason'
import { MOST_ON_A_PAGE } from '@phyle/sdk/relay-api'
import { Hono } from 'hono'
import { z } from 'zod'
import { Refusal } from '../refusal.ts'
import { address, bytes, hash, reading, whole, words } from '../routes/parse.ts'
import { type Ballots, type Sort, sortOf, statusOf } from './ballotStore.ts'
import type { Departures } from './departures.ts'
import type { Intake } from './intake.ts'

/** Without noughts before it, so that a number is written in one way. */
const changeNumber = whole.refine((text) => /^[1-9]/.test(text) && BigInt(text) <= LAST_CHANGE, {
  error: 'is a whole number from 1 on, of 256 bits',
})

const Ballot = z
  .strictObject({
    chainId: z.number().int().positive(),
    assembly: address,
    proposal: whole,
    member: address,
    choice: z.enum(CHOICES),
    reason: words(REASON_LENGTH).optional(),
    change: changeNumber.optional(),
    signature: bytes.refine((hex) => hex.length > 2, 'is empty'),
  })
  .refine(
    ({ choice, reason, change }) =>
      (choice === 'object' && change === undefined) === (reason !== undefined),
    { path: ['reason'], error: 'belongs to an objection, which needs one' },
  )
  .refine(({ choice, change }) => choice !== 'object' || change === undefined, {
    path: ['choice'],
    error: 'cannot be to object in a change, which has no reason',
  })

const Vote = z.strictObject({ assembly: address, proposal: whole })

const BallotQuery = z.object({
  assembly: address,
  proposal: whole,
  member: address.optional(),
  /** The id of the last ballot of the page before. */
  after: hash.optional(),
})

export const ballotRoutes = (intake: Intake, ballots: Ballots, departures: Departures) =>
  new Hono()
    .post('/', reading('json', Ballot), async (c) => {
      const receipt: BallotReceipt = await intake.accept(c.req.valid('json'))
      return c.json(receipt, 202)
    })
    .post('/departures', reading('json', Vote), async (c) => {
      const { assembly, proposal } = c.req.valid('json')
      await departures.ask(assembly, proposal)
      const answer: Departure = { assembly, proposal }
      return c.json(answer, 202)
    })
    .get('/', reading('query', BallotQuery), async (c) => {
      const { assembly, proposal, member, after } = c.req.valid('query')
      const asked = member
        ? await ballots.ofMember(assembly, proposal, member)
        : await ballots.ofVote(assembly, proposal, MOST_ON_A_PAGE, after)
      const waiting = asked.filter(({ state }) => state === 'waiting')
      const sends = new Map<Sort, number | null>()
      for (const sort of new Set(waiting.map(sortOf))) {
        sends.set(sort, await departures.of(assembly, proposal, sort))
      }
      const answer: readonly BallotStatus[] = asked.map((ballot) =>
        statusOf(ballot, sends.get(sortOf(ballot)) ?? null),
      )
      return c.json(answer)
    })
    .get('/:id', reading('param', z.object({ id: hash })), async (c) => {
      const ballot = await ballots.byId(c.req.valid('param').id)
      if (!ballot) {
        const why = 'This relay has no such ballot.'
        throw new Refusal('notFound', why, 'Look at the proposal: it shows every vote counted.')
      }
      const sends = await departures.of(ballot.assembly, ballot.proposal, sortOf(ballot))
      const answer: BallotStatus = statusOf(ballot, sends)
      return c.json(answer)
    })
