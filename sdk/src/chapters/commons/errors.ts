// SPDX-License-Identifier: MIT
import type { WordTable } from '../../errors/words.ts'

/** What the refusals of this chapter mean, by the name of the error. */
export const errors: WordTable = {
  OnlyCommonsBonds: {
    why: 'Machines enter the register only when bonds buy them.',
    now: 'Offer bonds for it.',
  },
  MachineUnknown: {
    why: 'There is no machine number {machineId}.',
    now: 'Look it up in the list of machines.',
  },
  NotTheStewards: {
    why: '{caller} may not register works for {steward}.',
    you: 'You may not register works for {steward}.',
    now: 'Ask the co-op to name this wallet its delegate for works.',
  },
  NotAStewardCoop: {
    why: '{steward} is not a co-op of this federation, so it cannot steward a work.',
    now: 'Let a co-op of the federation register it.',
  },
  FamilyUnknown: {
    why: 'There is no work number {family} to make a release of.',
    now: 'Register it as a new work.',
  },
  FamilyOfAnother: {
    why: 'Work {family} is stewarded by {steward}.',
    now: 'Register yours as a new work that builds on it.',
  },
  WorkUnknown: {
    why: 'There is no work number {work}.',
    now: 'Look it up in the list of works.',
  },
  DigestMissing: { why: 'The file of the work is missing.', now: 'Add the file.' },
  WorkTextInvalid: {
    why: 'The title ({titleBytes} bytes) or the licence ({licenceBytes} bytes) is empty or too long.',
    now: 'Give the work a short title and the SPDX name of its licence.',
  },
  AlreadyRegistered: {
    why: 'The same file is registered already as work {work}.',
    now: 'There is nothing to do.',
  },
  StandsAlready: {
    why: 'Of the works with this content, work {work} is the one that stands.',
    now: 'There is nothing to decide.',
  },
  NothingToSell: {
    why: 'No permission can be sold for work {family}: its licence already allows everything, or nobody has said what it allows, or another work with the same content stands.',
    now: 'Ask the federation to decide on the licence or on which of the works stands.',
  },
  LicensorConsentInvalid: {
    why: '{licensor}, named as the licensor, has not agreed to exactly these terms, or no longer does.',
    now: 'Let the licensor sign these terms, or name the co-op itself where it is the licensor.',
  },
  ParentsTooMany: {
    why: 'A work can build on at most 8 others, this one names {parents}.',
    now: 'Name the most important ones.',
  },
  ParentInvalid: {
    why: 'The work cannot build on work {parent}.',
    now: 'Name existing works of other families, in ascending order.',
  },
  TooLongAhead: {
    why: 'A delegate can be named for at most two years.',
    now: 'Choose an earlier day.',
  },
}
