// SPDX-License-Identifier: MIT
import { REPORT, ROOT_DECISION, type WordTable } from '../../errors/words.ts'

/** What the refusals of this chapter mean, by the name of the error. */
export const errors: WordTable = {
  NotTheRoot: {
    why: 'Only the federation’s own assembly can do this.',
    now: ROOT_DECISION,
  },
  NotACoop: {
    why: '{coop} is not a co-op of this federation.',
    now: 'Let it apply to the federation first.',
  },
  RegistrarNotAccepted: {
    why: 'The federation does not accept co-ops that {registrar} founded.',
    now: 'Found the co-op with an accepted Registrar, or ask the federation to accept this one.',
  },
  NotOnTheRootsRoll: {
    why: 'The federation has not admitted {coop} yet.',
    now: 'Wait until its members have admitted the co-op.',
  },
  CoopAlreadyEntered: {
    why: '{coop} is in the federation already.',
    now: 'There is nothing to do.',
  },
  AlreadySeated: {
    why: 'Member {memberId} of {coop} is counted already.',
    now: 'There is nothing to do.',
  },
  NotSeated: {
    why: 'Member {memberId} of {coop} is not counted.',
    now: 'There is nothing to end.',
  },
  NotACooperatorClass: {
    why: 'Members of class number {class} do not count as persons of the federation.',
    now: 'Ask the co-op in which class natural persons belong.',
  },
  NotEnoughGasToAsk: {
    why: 'There was not enough gas to ask every co-op of this person.',
    now: 'Send it again with more gas.',
  },
  YearLeftOut: {
    why: 'An account of {year} would leave out that of {next}.',
    now: 'File the account of {next} first.',
  },
  FilingWithoutDocument: {
    why: 'The account of {year} has no document.',
    now: 'Write it, and name its document.',
  },
  NotByAFoundingRule: {
    why: 'Only a founding rule names {attester} to check social accounts, or no longer.',
    now: 'Propose it as a founding rule.',
  },
  AttesterNotNamed: {
    why: '{attester} may not check the social accounts of {coop}.',
    now: 'Choose somebody whom the federation accepts, or name them by a founding rule. A co-op does not vouch for itself.',
  },
  NotVouchedFor: {
    why: '{attester} has not vouched for this social account of {year} yet.',
    now: 'Ask them to read it and to vouch for it. The decision can be carried out then.',
  },
  NoticeNotOver: {
    why: '{coop} has given no notice to leave, or its notice still runs.',
    now: 'Wait until the notice is over.',
  },
  ExpelledWithoutGrounds: {
    why: 'An expulsion of {coop} needs its reasons.',
    now: 'Write them down, and name their document.',
  },
  ExpulsionRuns: {
    why: 'The federation has decided before that {coop} leaves.',
    now: 'Wait until it has left, or until it appeals.',
  },
  NothingToAppeal: {
    why: 'There is no expulsion from which {coop} could still appeal.',
    now: 'An appeal is possible once, within 30 days of the decision.',
  },
  AppealNotHeard: {
    why: '{coop} appealed after this was proposed, so this does not decide on its appeal.',
    now: 'Propose it anew, so that its appeal can be read before the vote.',
  },
  NothingSaid: {
    why: 'The reply is missing.',
    now: 'Write down what the co-op says, and name its document.',
  },
  NotTheRootsRoll: {
    why: 'Only the roll of the federation’s own co-op can do this.',
    now: 'Give notice by a decision of the co-op.',
  },
  StillEntitled: {
    why: 'Member {memberId} of {coop} still belongs.',
    now: 'Wait until they have left.',
  },
  NoticeAlreadyGiven: {
    why: '{coop} leaves on {leavesAt:time} already.',
    now: 'There is nothing more to do.',
  },
  YearNotOver: {
    why: 'The year {year} is not over.',
    now: 'File the account once it is.',
  },
  NoSeatIn: {
    why: '{wallet} is not counted through {coop}.',
    now: 'Let them be counted there first.',
  },
  StartedAlready: {
    why: 'Member {memberId} of {coop} earns the equal share already.',
    now: 'There is nothing to do.',
  },
  NoPlaceInSight: {
    why: 'The co-op has no place for one more person in the months that can be foreseen.',
    now: 'Ask the federation to grant it more places.',
  },
  GrantsMismatch: {
    why: 'The founding names places for {grants} co-ops, and has {founders} founders.',
    now: 'Name a figure for each founder; 0 is one.',
  },
  LimitInvalid: {
    why: 'This limit is out of bounds.',
    now: 'Choose another one.',
  },
  EpochInvalid: {
    why: 'The periods of the equal share cannot begin or last like this.',
    now: 'Begin at most a day ago or within a year, with periods of 1 to 366 days.',
  },
  CashDecimalsInvalid: {
    why: 'The currency has {decimals} decimal places; the books hold coins with at most {most}.',
    now: 'Choose another currency for the federation.',
  },
  CashInvalid: {
    why: '{cash} is not a currency that a federation can keep.',
    now: 'Choose a token with decimals.',
  },
  CloneArgumentsTooLong: {
    why: 'The statutes are too long to be written down.',
    now: 'Shorten the name, or have fewer classes.',
  },
  Create2EmptyBytecode: { why: 'There is nothing to found from.', now: REPORT },
  FailedDeployment: {
    why: 'This was founded already, or could not be.',
    now: 'Look whether it exists; otherwise sign again with another number.',
  },
  InsufficientBalance: { why: 'There is not enough money for this.', now: 'Pay in first.' },
  NotTheChapter: {
    why: 'Only the chapter of the federation that knows it can note this.',
    now: 'Use the newer chapter, if the federation has replaced this one.',
  },
  AlreadyBegun: {
    why: 'This federation is founded already.',
    now: 'Open its page instead.',
  },
  ChapterNameTaken: {
    why: 'The federation has a chapter of this name already, at {chapter}.',
    now: 'Replace that one, if the new one is to take its place.',
  },
  ChapterAlreadyKnown: {
    why: '{chapter} is or was a chapter of the federation, or is its own co-op.',
    now: 'One that was replaced does not come back. Choose another address.',
  },
  NothingToReplace: {
    why: 'The federation has no chapter of this name.',
    now: 'Open it as a new one.',
  },
  RegisterStays: {
    why: 'The register of the federation is never replaced.',
    now: 'Found another federation, and let co-ops join it.',
  },
  CharterNamesFederation: {
    why: 'The statutes name the federation themselves.',
    now: 'Leave it to the founding, which fills it in.',
  },
  ImplementationNamedOtherwise: {
    why: 'The contract at {implementation} calls itself {name}.',
    now: REPORT,
  },
  FirstChaptersMissing: {
    why: 'A federation is founded with its register and its fund before all others.',
    now: REPORT,
  },
  HeirNeedsMajority: {
    why: 'The heir of {person} is named by a major decision only.',
    now: 'Propose it as a major decision.',
  },
  HeirWithoutProof: {
    why: 'The heir of {person} is named without a proof.',
    now: 'Add the document that proves who inherits.',
  },
  HeirInvalid: {
    why: '{heir} cannot be the heir.',
    now: 'Name another wallet: not that of the person, and not the account of the co-op.',
  },
  NeverOnTheRoll: {
    why: '{person} never belonged to {coop}.',
    now: 'A co-op to which they belonged can decide it.',
  },
  HeirAlreadyNamed: {
    why: '{heir} is named as the heir of {person} already.',
    now: 'Wait until it has passed on, or stop it first.',
  },
  HeirBarred: {
    why: '{person} answered that they live, so no heir is named before {until:time}.',
    now: 'Wait until then.',
  },
  NoHeirNamed: {
    why: 'No heir of {person} is named.',
    now: 'Look at the page again: somebody may have stopped it.',
  },
  HeirWaits: {
    why: 'What {person} held passes on from {from:time} on, so that they can answer until then.',
    now: 'Wait until then.',
  },
  PassedOnAlready: {
    why: 'What {person} held has passed on to their heir.',
    now: 'If they live, they stop it with their own wallet.',
  },
  NotTheHeir: {
    why: '{caller} is not the heir of {person}.',
    you: 'You are not the heir of {person}, or it has not passed on to you yet.',
    now: 'Look at the page For you: it says what you inherit.',
  },
  EstateHeld: {
    why: 'An heir of {person} is named, so nobody else collects for them.',
    now: 'Leave it to them, or to their heir.',
  },
  RollNotRead: {
    why: '{coop} has a voter list ({roll}) that no Registrar built which the federation accepts.',
    now: 'Let the federation accept that Registrar first, if it trusts its contracts.',
  },
}
