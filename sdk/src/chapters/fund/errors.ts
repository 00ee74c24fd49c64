// SPDX-License-Identifier: MIT
import { REPORT, type WordTable } from '../../errors/words.ts'

/** What the refusals of this chapter mean, by the name of the error. */
export const errors: WordTable = {
  OnlyBonds: { why: 'Only the bonds of the federation can do this.', now: REPORT },
  OnlyLicences: {
    why: 'Only licences pay in licence fees.',
    now: 'Pay it in as a gift instead.',
  },
  LevyNotFromACoop: {
    why: '{caller} is not a co-op of the federation, so this is no levy.',
    you: 'You are not a co-op of the federation, so this is no levy.',
    now: 'Pay it in as a gift, or from the account of a co-op.',
  },
  UnknownMachine: {
    why: 'There is no machine number {machineId}.',
    now: 'Look it up in the list of machines.',
  },
  NothingPoured: { why: 'The payment is of 0.', now: 'Write the amount that is to be paid in.' },
  CashMismatch: {
    why: 'The currency moved {received:money} instead of {expected:money}.',
    now: 'Nothing was taken. This currency keeps a fee and cannot be used here.',
  },
  AmountTooLarge: {
    why: 'The amount is larger than the books can hold.',
    now: 'Pay in smaller parts.',
  },
  PolicyInvalid: {
    why: 'The shares for bonds and reserve are more than the whole.',
    now: 'Make the two at most 100 % together.',
  },
  BelowPromise: {
    why: 'Bond offer {seriesId} was sold while at least {machineBps:bps} of what machines earn beyond their own bonds and {otherBps:bps} of other income repaid bonds. Less cannot be set while it is owed.',
    now: 'Set at least that, or wait until it is repaid or two years beyond the day for which the co-op hoped.',
  },
  OverReserve: {
    why: 'The reserve has {reserve:money}, not {amount:money}.',
    now: 'Spend less.',
  },
  EpochNotOver: {
    why: 'The running period ends on {endsAt:time}.',
    now: 'Wait until then. Nothing is lost by waiting.',
  },
  NothingToSkim: { why: 'Nothing came in beside the books.', now: 'There is nothing to do.' },
  RecipientInvalid: {
    why: 'Money cannot be sent to {to}.',
    now: 'Choose your own address or another person’s.',
  },
  SeriesAlreadyBought: {
    why: 'The machine of bond offer {seriesId} is bought already.',
    now: 'There is nothing to do.',
  },
  EndorsedSeriesFull: {
    why: 'The federation stands behind as many bond offers as it can.',
    now: 'Wait until one of them is repaid.',
  },
  CheckpointUnorderedInsertion: { why: 'The books were written out of order.', now: REPORT },
  SafeCastOverflowedUintDowncast: { why: 'A number is larger than its place.', now: REPORT },
}
