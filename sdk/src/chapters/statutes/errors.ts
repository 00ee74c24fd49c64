// SPDX-License-Identifier: MIT
import { BY_DECISION, REPORT, type WordTable } from '../../errors/words.ts'

/** What the refusals of this chapter mean, by the name of the error. */
export const errors: WordTable = {
  AmendmentNotByTheCooperative: {
    why: 'Only the co-op itself can change its statutes.',
    now: BY_DECISION,
  },
  NoUserClass: {
    why: 'No class of members uses or works: all of them would only lend.',
    now: 'Mark at least one class as users or workers.',
  },
  ClassFlagsInvalid: {
    why: 'Class number {class} has marks that nobody knows.',
    now: REPORT,
  },
  MostShareInvalid: {
    why: 'The most for one class would be {maxShareBps:bps}, more than the whole.',
    now: 'Choose at most 100 %.',
  },
  CoolingPeriodTooLong: {
    why: 'A motion that was lost would wait {period:duration}, the most is {most:duration}.',
    now: 'Choose a shorter time.',
  },
  RuleWordMalformed: {
    why: 'The rule for {kind:kind} decisions is not one.',
    now: REPORT,
  },
  CharterWithoutPurpose: {
    why: 'The statutes name no purpose.',
    now: 'Say what the co-op is for.',
  },
  NameInvalid: {
    why: 'The name is empty, too long, or has characters that do not show.',
    now: 'Choose a name of 1 to 64 bytes in plain characters.',
  },
  LanguageUnknown: {
    why: 'There are no ballots in this language yet ({language}).',
    now: 'Choose one of the languages offered.',
  },
  ClassesInvalid: {
    why: 'There are {classes} classes of members.',
    now: 'Have at least one class and at most eight.',
  },
  ClassNameInvalid: {
    why: 'The name of class number {class} is empty, too long, or has characters that do not show.',
    now: 'Choose a name of 1 to 24 bytes.',
  },
  RuleMissing: {
    why: 'There is no rule for {kind:kind} decisions.',
    now: 'Write one; only consent decisions can be left out.',
  },
  ThresholdInvalid: {
    why: 'With this support needed ({threshold:bps}), decisions of the kind “{kind:kind}” could pass with a tie, or never.',
    now: 'Ask for more than half, or for at least a share between half and all.',
  },
  ObjectionsUnlimited: {
    why: 'A consent rule must say how many objections stop it.',
    now: 'Write the number of objections that are still allowed, 0 for none.',
  },
  ConsentCountsOtherwise: {
    why: 'Consent decisions would count votes otherwise than everyday ones, and could pass what those lose.',
    now: 'Make everything but periods, support and objections the same in both rules, and change them together.',
  },
  ConsentIsEasier: {
    why: 'Consent decisions would need less support than everyday ones, or bear more objections.',
    now: 'Ask for at least as much support, and allow no more objections.',
  },
  FractionInvalid: {
    why: 'A share in the rule for {kind:kind} decisions is more than the whole.',
    now: 'Use at most 100 %.',
  },
  ClassMajorityInvalid: {
    why: 'The rule for {kind:kind} decisions asks for the majority of a class that does not exist.',
    now: 'Name existing classes only.',
  },
  PeriodOutOfBounds: {
    why: 'A period in the rule for {kind:kind} decisions is {period:duration}; it must be {least:duration} to {most:duration}.',
    now: 'Choose a period within these bounds.',
  },
  SharesDoNotSum: {
    why: 'The shares of control sum to {sum:bps}.',
    now: 'Make them sum to 100 %.',
  },
  ShareAboveMost: {
    why: 'Class number {class} would have {shareBps:bps} of control, the most for one class is {maxShareBps:bps}.',
    now: 'Give it less, and the other classes more.',
  },
  SponsorsInvalid: {
    why: '{sponsors} sponsors do not fit the way members are admitted.',
    now: 'Name at least one sponsor where sponsors admit, none where the members decide.',
  },
  KindBelowFloor: {
    why: 'This act needs at least a {floor:kind} decision, whatever the statutes say.',
    now: 'Choose that kind or a higher one.',
  },
  LockWouldFall: {
    why: 'The asset lock can only rise.',
    now: 'Choose a lock higher than the present one.',
  },
  WrappedCall: {
    why: 'This action hides a call to the co-op’s own organs inside another call.',
    now: 'Propose the inner action directly, so that everybody sees it.',
  },
  NotAChapter: {
    why: 'At {chapter} there is no contract that can be opened as a chapter.',
    now: 'Look at the address again; a wallet or a plain token is none.',
  },
  ChapterIsAToken: {
    why: '{chapter} is a currency. Decisions about money have rules of their own.',
    now: 'Leave it as it is: it can be used without being opened.',
  },
  ChapterNameInvalid: {
    why: 'The contract at {chapter} has no name that can be read: one word of small letters.',
    now: 'Ask who wrote it for a version that keeps to this.',
  },
  ChapterNamedOtherwise: {
    why: 'The contract at {chapter} calls itself {name}.',
    now: 'Open it under that name, if it is what was meant.',
  },
  TooLittleGasToAsk: {
    why: 'There was not enough gas to ask a contract what it needs.',
    now: 'Send it again with more gas.',
  },
  ChapterIsOurOwn: {
    why: '{chapter} belongs to the co-op itself, or is one of its members.',
    now: 'Choose the address of a chapter.',
  },
  ChapterAlreadyOpen: {
    why: 'The co-op has opened {chapter} already.',
    now: 'There is nothing to do.',
  },
  ChapterNotOpen: {
    why: '{chapter} is not a chapter that the co-op has open.',
    now: 'Look at the address again, or open it first by a founding-rule decision.',
  },
  ChapterChanged: {
    why: 'The contract at {chapter} is not the one that was opened.',
    now: 'Do not use it. Close this chapter, and find out what happened to it.',
  },
  FundingUnreadable: {
    why: 'This payment into a chapter cannot be read.',
    now: REPORT,
  },
  ChapterStillOwes: {
    why: 'Something of the co-op is still in {chapter}.',
    now: 'Take it out first, then close the chapter.',
  },
  NotAFederation: {
    why: 'At {phyle} there is no register of a federation.',
    now: 'Look at the address again.',
  },
  FederationIsOurOwn: {
    why: 'This is the federation’s own co-op. It keeps to the federation’s chapters.',
    now: 'Replace single chapters instead.',
  },
  ChapterCoversNothing: {
    why: '{chapter} is not a chapter that keeps a budget.',
    now: 'Choose the chapter for budgets.',
  },
  SuccessorChangesRule: {
    why: 'The new statutes have another rule for {kind} decisions.',
    now: 'Keep the rules. Change one by a decision of its own, before or after: it has to be carried under both rules.',
  },
  SuccessorChangesClass: {
    why: 'The new statutes lack group number {class}, or have another in its place, so its members would be something else.',
    now: 'Keep all groups with their names, in their order. New ones can follow.',
  },
  SuccessorChangesFederation: {
    why: 'The new statutes name {federation} as the federation, and those of today {before}.',
    now: 'Have contracts built that name the same federation. To join another takes a decision of its own.',
  },
  SuccessorChangesBody: {
    why: 'The new statutes name {body} for what is left of the co-op, and those of today {before}.',
    now: 'Build newer contracts that name the same.',
  },
  BodyMissing: {
    why: 'The assets are locked, and nobody would get what is left when nobody is a member any more.',
    now: 'Name a body for it: another co-op, a charity, or the federation.',
  },
  BodyIsOurOwn: {
    why: '{body} is the co-op itself, one of its contracts or one of its members: what is left goes to somebody outside.',
    now: 'Name somebody outside.',
  },
  BodyKeepsItsPlace: {
    why: 'Under the lock, what is left is promised to {body}, which has not given way to {next}.',
    now: 'Ask {body} to give way to {next} first; its account does that at the statutes.',
  },
  NotTheBody: {
    why: 'What is left of this co-op is not promised to {caller}.',
    now: 'Only the body that is named for it can give way.',
  },
}
