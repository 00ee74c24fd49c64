// SPDX-License-Identifier: AGPL-3.0-or-later
/** Says no so that a person knows why, and what to do instead. */
import type { RelayError, RelayRefusal } from '@phyle/sdk/relay-api'

const STATUS = {
  malformed: 400,
  wrongChain: 400,
  unknownAssembly: 404,
  unknownProposal: 404,
  notOffered: 403,
  voteNotOpen: 409,
  voteClosed: 409,
  tooLate: 409,
  notOnTheRoll: 403,
  otherClass: 403,
  notSigned: 400,
  alreadyCounted: 409,
  nothingToChange: 409,
  enoughChanges: 429,
  beingCarried: 409,
  tooMany: 429,
  tooLarge: 413,
  wrongType: 415,
  notText: 400,
  notFound: 404,
  notAFounder: 403,
  takenBack: 409,
  notKnown: 403,
  older: 409,
  badName: 400,
  badPicture: 400,
  expired: 409,
  charterRefused: 422,
  chainUnreachable: 503,
  full: 503,
  failed: 500,
} as const satisfies Record<RelayError, number>

export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly body: RelayRefusal

  constructor(error: RelayError, why: string, now: string) {
    super(why)
    this.body = { error, why, now }
  }

  get status() {
    return STATUS[this.body.error]
  }
}

export const VOTE_YOURSELF = 'Send your vote yourself from your wallet: it costs a small fee.'
