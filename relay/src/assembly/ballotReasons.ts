// SPDX-License-Identifier: AGPL-3.0-or-later
/** What became of a ballot that is not simply counted, in the words of this relay. */
import type { BallotReason } from '@phyle/sdk/chapters/assembly/api'
import { VOTE_YOURSELF } from '../refusal.ts'

const OVER =
  'the vote closed before the chain took the ballot in, so it does not count, and nothing can be added any more. The receipt of the postbox shows the co-op that it was sent in time; a motion can be put again.'
const TAKEN_BACK = 'It was counted, but the chain took back the block with it'
const CHANGE = `To change it while the vote is open: ${VOTE_YOURSELF}`

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** English, for whoever reads the answer itself; apps say the code in their reader's language. */
export function sayBallot(reason: BallotReason): string {
  switch (reason.code) {
    case 'ownVote':
      return `You voted yourself, and that vote counts: ${reason.counts}. ${CHANGE}`
    case 'otherBallot':
      return `Another ballot of yours came first, and that vote counts: ${reason.counts}. ${CHANGE}`
    case 'closed':
      return capital(OVER)
    case 'closedAgain':
      return `${TAKEN_BACK}, and ${OVER}`
    case 'noProposal':
      return 'The chain took back the block with the proposal, and nobody put it there again in time. A motion can be put again.'
    case 'signature':
      return `The assembly does not accept the signature any more. The vote is still open: ${VOTE_YOURSELF}`
    case 'takenBack':
      return `${TAKEN_BACK}. The postbox carries it once more.`
  }
}
