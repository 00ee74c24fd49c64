// SPDX-License-Identifier: MIT
import { BY_DECISION, type WordTable } from '../../errors/words.ts'

/** What the refusals of this chapter mean, by the name of the error. */
export const errors: WordTable = {
  ActionFailed: {
    why: 'Action number {index} of this decision failed at {target}.',
    now: 'Look at what that action needs, for example enough money in the account, and try again.',
  },
  NotTheAssembly: {
    why: 'Only what the members decided can move the account of a co-op.',
    now: BY_DECISION,
  },
  NotTheCooperative: {
    why: 'Only the co-op itself can do this, by a decision of its members.',
    now: BY_DECISION,
  },
  PlainTransferToMember: {
    why: '{member} is a member. Money goes to members only as a payment on a ground.',
    now: 'Propose a payment instead, with its ground and the invoice or payslip.',
  },
  OverAThird: {
    why: 'An everyday decision can move at most a third of the account in twelve months; this one would bring it to {outflow}, the most is {most}.',
    now: 'Propose it again as a major decision, pay less, or put a budget to the vote that covers such payments.',
  },
  NothingToPay: {
    why: 'The payment is of 0.',
    now: 'Write the amount that is to be paid.',
  },
  OrgansAlreadySet: {
    why: 'This co-op is founded already.',
    now: 'Open its page instead.',
  },
  NotAFoundingRuleDecision: {
    why: 'This needs a founding-rule decision.',
    now: 'Propose it again as a founding rule.',
  },
  NothingIsCarriedOut: {
    why: 'No decision is being carried out now.',
    now: BY_DECISION,
  },
  ReentrancyGuardReentrantCall: {
    why: 'A contract tried to act a second time in the middle of this act.',
    now: 'Nothing was done. Do not use the contract that was called.',
  },
  FailedCall: { why: 'The address could not be paid.', now: 'Choose another address.' },
  SafeERC20FailedOperation: {
    why: 'The currency {token} refused to move the money.',
    now: 'Look whether there is enough in the wallet, and whether it is allowed to be taken.',
  },
  SuccessorUnknown: {
    why: 'The contract at {organ} was not built for this co-op by the Registrar that is named, or does not go by the other new ones.',
    now: 'Have a Registrar that the co-op can trust build them, and propose those.',
  },
  SuccessorWeaker: {
    why: 'The asset lock of the new statutes is lower. It can only rise.',
    now: 'Choose statutes with a lock at least as high.',
  },
  SuccessorChangesPurpose: {
    why: 'The new statutes have another purpose.',
    now: 'Keep the purpose; change it first by a founding-rule decision if the members want to.',
  },
  FoundingExpired: {
    why: 'The time to found this co-op ended on {deadline:time}.',
    now: 'Start the founding again with a later day; everybody signs once more.',
  },
  NoFounders: {
    why: 'Nobody founds this co-op.',
    now: 'Name at least one founder.',
  },
  FounderWithdrew: {
    why: '{founder} took their word for this founding back.',
    now: 'Ask them, or start again without them.',
  },
  FounderDidNotSign: {
    why: 'The signature of {founder} is missing or is for other statutes.',
    now: 'Ask them to sign the statutes as they stand now.',
  },
  SignaturesMissing: {
    why: 'There are {founders} founders and {signatures} signatures.',
    now: 'Wait until every founder has signed.',
  },
  AddressEmptyCode: {
    why: 'There is no contract at {target}.',
    now: 'Choose a chapter that the co-op has opened.',
  },
  ChapterClosedToMoney: {
    why: '{chapter} is not a chapter into which the co-op can put money now.',
    now: 'Open it first by a founding-rule decision; where a newer one stands in its place, use that one.',
  },
  ChapterTookMore: {
    why: '{chapter} tried to take {taken} of the account, and {allowed} was decided.',
    now: 'Nothing was taken. Do not use this chapter, and end every allowance that others have on the account.',
  },
  AllowanceLeft: {
    why: 'The currency {token} did not end what {chapter} was allowed to take.',
    now: 'Nothing was done. Do not pay with this currency.',
  },
  SurplusIsLocked: {
    why: 'The lock of the statutes lets nobody have a share of the surplus.',
    now: 'Choose another ground, if there is one.',
  },
  SurplusWithoutItsChapter: {
    why: 'A share of the surplus is only paid through the chapter for it, which the co-op has not opened.',
    now: 'Choose another ground, if there is one.',
  },
  NoBudget: {
    why: 'The payment is meant to come from a budget, and the statutes name none.',
    now: 'Pay without the budget, or name one first by a founding-rule decision.',
  },
  CodeChanged: {
    why: 'The contract at {chapter} is not the one that was opened.',
    now: 'Nothing was done. Close this chapter, and find out what happened to it.',
  },
  SuccessorOfAnother: {
    why: 'The new voter list goes on from another one than the co-op has now, so members would be lost.',
    now: 'Have newer contracts built from the voter list of today, and propose those.',
  },
  SuccessorForgetsMembers: {
    why: 'The new voter list does not start with the members that the co-op has.',
    now: 'Do not use these contracts. Have a Registrar build others that the co-op can trust.',
  },
  NotOfThisLine: {
    why: '{cooperative} was not founded by this Registrar, nor by one before it.',
    now: 'Use the Registrar that founded it, or a newer one that names that Registrar.',
  },
  RollOfAnotherLine: {
    why: 'The voter list of the co-op ({membership}) was built by a Registrar that this one does not know.',
    now: 'Use a Registrar that comes after {registrar}.',
  },
  MembersAreLeft: {
    why: 'Somebody is a member of this co-op: its money is theirs to decide about.',
    now: 'Propose what should be paid, or wait for a decision.',
  },
  HandedOnFrom: {
    why: 'What is left of this co-op can be sent on from {from:time}, 180 days after the last member left.',
    now: 'Come back then; until that day what was decided can be carried out.',
  },
  NobodyGetsIt: {
    why: 'The statutes of this co-op, which has no lock, name nobody who gets what is left.',
    now: 'Nothing can be done: nobody is left who could name somebody.',
  },
}
