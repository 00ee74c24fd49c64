// SPDX-License-Identifier: MIT
import type { WordTable } from '../../errors/words.ts'

/** What the refusals of this chapter mean, by the name of the error. */
export const errors: WordTable = {
  NotTheSteward: {
    why: 'Only {steward}, who stewards this work, can do this.',
    now: 'Ask the co-op to propose it to its members.',
  },
  NotAFamily: {
    why: 'Work {work} is a later release; terms belong to the first one.',
    now: 'Offer terms for the first release.',
  },
  LegalTextMissing: { why: 'The legal text is missing.', now: 'Add the text of the licence.' },
  TiersInvalid: {
    why: 'The sizes of firms do not go from free to the full price.',
    now: 'Have 2 to 8 sizes, rising, the first free, the last at 100 % and without a bound.',
  },
  SplitsInvalid: {
    why: 'The parts of a fee sum to {sum:bps}, with {fundBps:bps} for the commons fund.',
    now: 'Make them sum to 100 %, with at least 5 % for the fund.',
  },
  TermsPeriodInvalid: {
    why: 'A period in the terms is out of bounds.',
    now: 'Choose shorter periods, or a longer one for notice; the time to take a payment back is no longer than the grace.',
  },
  WaiverInvalid: {
    why: 'The contribution that makes it free cannot be {waivePoints} points from {minAttesters} bodies.',
    now: 'Ask for at least one point, from no more bodies than there can be.',
  },
  ChangeDateInvalid: {
    why: 'The day from which the work is free for all cannot be {changeDate:time}; it must be from {least:time} to {most:time}.',
    now: 'Choose a day in between.',
  },
  TermsNotInForce: {
    why: 'The terms changed while you looked: version {inForce} holds now, not {expected}.',
    now: 'Read the terms that hold now and ask again.',
  },
  DeadlinePassed: {
    why: 'What was signed ended on {deadline:time}.',
    now: 'Sign again.',
  },
  TierUnknown: {
    why: 'These terms have no size number {tier}.',
    now: 'Choose one of the sizes offered.',
  },
  DurationInvalid: {
    why: 'A permission on this ground lasts at most {most:duration}, not {duration:duration}.',
    now: 'Choose a shorter time; it can be renewed.',
  },
  GroundUnproved: {
    why: 'The ground that you named does not hold now.',
    now: 'Ask again without it to see the price, or look at what is missing.',
  },
  FeeAboveMax: {
    why: 'The fee is {fee:money}, more than the {maxFee:money} that you agreed to.',
    now: 'Ask again and agree to the new price if it suits you.',
  },
  LicenseeSignatureInvalid: {
    why: 'The request was not signed by {licensee}, or was changed since.',
    now: 'Sign again with their wallet.',
  },
  NotThePayer: {
    why: 'This request lets only {payer} pay, and {caller} would.',
    you: 'This request lets only {payer} pay, and you would.',
    now: 'Let {payer} send it, or ask the licensee to name another payer.',
  },
  PaidShort: {
    why: 'The currency moved {got:money} instead of {expected:money}.',
    now: 'Nothing was taken. This currency keeps a fee and cannot be used here.',
  },
  RefundStillOpen: {
    why: 'The fee can still be taken back until {until:time}.',
    now: 'Wait until then.',
  },
  NothingToRefund: { why: 'There is no payment to take back.', now: 'Look at your permissions.' },
  RefundWindowOver: {
    why: 'The fee could be taken back until {until:time}.',
    now: 'The permission runs on to its end.',
  },
  RefundedBefore: {
    why: 'You took a fee for this work back on {refundedAt:time}; that is possible once in 12 months.',
    now: 'The permission runs on to its end.',
  },
  NothingToRenew: {
    why: 'There is no permission to renew.',
    now: 'Ask for a new one.',
  },
  NothingToRelease: { why: 'No fee waits to be released.', now: 'There is nothing to do.' },
  NothingToPour: {
    why: 'Nothing of the fees of work {work} waits for the common fund.',
    now: 'There is nothing to do.',
  },
  NothingToSplit: {
    why: 'No fee of work {work} waits to be shared out.',
    now: 'There is nothing to do.',
  },
  PayeeInvalid: {
    why: 'Money sent back to the register of licences would be nobody’s.',
    now: 'Name another address.',
  },
  NothingToClaim: {
    why: 'Nothing waits for {account}.',
    you: 'Nothing waits for you.',
    now: 'There is nothing to do.',
  },
  NotAccredited: {
    why: '{caller} is not a federation that may attest for the common good.',
    now: 'Ask the federation to accredit it.',
  },
  CommonGoodTermInvalid: {
    why: 'Common-good standing is attested for at most two years.',
    now: 'Choose an earlier day.',
  },
  NotItsFederation: {
    why: 'Only {attester}, who attested it, or the federation can take this back.',
    now: 'Ask them.',
  },
  NotACoopOfThePhyle: {
    why: '{coop} is not a co-op of this federation.',
    now: 'Let it apply to the federation first.',
  },
  NotAnAttester: {
    why: '{caller} may not attest contributions for {coop}.',
    you: 'You may not attest contributions for {coop}.',
    now: 'Ask the co-op to name this wallet an attester.',
  },
  AttestersTooMany: {
    why: '{coop} has named as many attesters as it can.',
    now: 'Let one of the present ones attest.',
  },
  AttestersTermTooLong: {
    why: 'An attester can be named for at most two years.',
    now: 'Choose an earlier day.',
  },
  QuotaExceeded: {
    why: '{attester} can give {left} more points in this quarter, not {points}.',
    you: 'You can give {left} more points in this quarter, not {points}.',
    now: 'Give fewer, or let another attester give them.',
  },
  NoPoints: { why: 'The contribution is of 0 points.', now: 'Give at least 1.' },
  ArtefactMissing: {
    why: 'It is not said what was contributed.',
    now: 'Name the file, the commit or the thing that was given.',
  },
  ArtefactCounted: {
    why: 'This contribution is counted already; one thing counts once.',
    now: 'There is nothing to do.',
  },
  ContributorInvalid: {
    why: '{contributor} cannot be given points here: nobody attests for themself.',
    you: 'You cannot be given points here: nobody attests for themself.',
    now: 'Ask another attester.',
  },
  NotAFamilyOfWorks: {
    why: 'There is no work number {work}, or it is a later release.',
    now: 'Give the points to the first release.',
  },
  NotAttested: {
    why: 'Nobody attested this contribution.',
    now: 'Ask an attester of the co-op.',
  },
  NotItsAttester: {
    why: 'Only who attested this contribution can take it back.',
    now: 'Ask them.',
  },
  AlreadyMatured: {
    why: 'This contribution counts since {maturedAt:time} and cannot be taken back.',
    now: 'There is nothing to do.',
  },
  NotMatured: {
    why: 'This contribution counts from {maturesAt:time}.',
    now: 'Wait until then.',
  },
}
