// SPDX-License-Identifier: MIT
import { BY_DECISION, REPORT, type WordTable } from '../../errors/words.ts'

/** What the refusals of this chapter mean, by the name of the error. */
export const errors: WordTable = {
  AssemblyNotInForce: {
    why: 'This is not the assembly by which the co-op goes: it has another one now, or does not go by this one yet.',
    now: 'Open the page of the co-op again, and propose it there.',
  },
  KindTooLow: {
    why: 'What is proposed needs a {needed:kind} decision.',
    now: 'Choose that kind or a higher one.',
  },
  KindNotInUse: {
    why: 'This co-op has no {kind:kind} decisions.',
    now: 'Choose another kind.',
  },
  NotAMember: {
    why: '{account} is not on the voter list.',
    you: 'You are not on the voter list.',
    now: 'Use the wallet with which you are a member, or apply for membership. Who joined after a vote was opened has no say in it.',
  },
  TitleInvalid: {
    why: 'The title is empty, longer than 96 bytes, or has characters that do not show.',
    now: 'Write one short line in plain characters.',
  },
  TitleTaken: {
    why: 'Proposal {proposalId} is still open and has the same title.',
    now: 'Choose a title that tells the two apart.',
  },
  MotionOpen: {
    why: 'The same is being decided as proposal {proposalId}.',
    now: 'Vote on that one, or propose something different.',
  },
  TooManyOpen: {
    why: '{member} has {most} proposals already on which voting is not over.',
    you: 'You have {most} proposals already on which voting is not over.',
    now: 'Wait until one of those votes is over, take one back before its voting begins, or ask another member to propose it.',
  },
  TakenBack: {
    why: 'You took the same proposal back, and can put it again from {from:time}.',
    now: 'Wait until then, or let another member propose it.',
  },
  RuleReplaced: {
    why: 'A rule under which proposal {proposalId} was voted has been replaced since, so this change of rules can no longer be carried out.',
    now: 'If it is still wanted, propose it again under the rules of now.',
  },
  StillCooling: {
    why: 'The same was voted down as proposal {proposalId} and can come back from {until:time}.',
    now: 'A tenth of the members, two at least, can ask for it on the page of proposal {proposalId}. Or wait until then.',
  },
  NotCooling: {
    why: 'Proposal {proposalId} was not voted down, or can come back already.',
    now: 'See how it stands. What was voted down and has rested can simply be proposed again.',
  },
  AlreadyAsked: {
    why: '{member} has already asked to vote again on proposal {proposalId}.',
    you: 'You have already asked to vote again on proposal {proposalId}.',
    now: 'Find other members who ask for it too.',
  },
  NoSecondCall: {
    why: 'This cannot be called a second time: it was not lost for want of voters, or it was called a second time before.',
    now: 'Look at how it ended. What was voted down can come back when it has rested; what was called twice can be proposed again.',
  },
  SecondCallFrom: {
    why: 'Too few voted on the same as proposal {proposalId}. It can be called a second time from {from:time}.',
    now: 'Wait until then.',
  },
  SecondCallWaits: {
    why: 'Too few voted on the same as proposal {proposalId}, and it can be called a second time.',
    now: 'Call the second vote on the page of proposal {proposalId}: it needs fewer voters.',
  },
  TooManyActions: {
    why: '{actions} actions do not fit into one proposal.',
    now: 'Split it into several proposals.',
  },
  TargetWithoutCode: {
    why: 'There is no contract at {target} to call.',
    now: 'Check the address.',
  },
  RecordsMalformed: {
    why: 'The batch of ballots is cut off ({length} bytes).',
    now: 'Send whole ballots of 85 bytes each.',
  },
  NotEnoughGas: {
    why: 'There was not enough gas to check every ballot fairly.',
    now: 'Send the batch again with more gas, or a smaller one.',
  },
  ObjectionWithoutReason: {
    why: 'An objection needs its reason.',
    now: 'Write why you object, and vote again.',
  },
  NotYetDue: {
    why: 'Decision {proposalId} waits until {eta:time}.',
    now: 'Carry it out then; anyone can.',
  },
  NoSeparateQueue: {
    why: 'A decision that passed waits by itself; nothing has to be queued.',
    now: 'Carry it out once its waiting time is over.',
  },
  ParamsNotTaken: {
    why: 'Ballots have no further parameters here.',
    now: 'Vote without them.',
  },
  AnotherMotion: {
    why: 'The vote was signed for another decision than proposal {proposalId}: its acts or its text are not the same.',
    now: 'Open the proposal, read what it does now, and vote again.',
  },
  GovernorAlreadyCastVote: {
    why: '{voter} has voted already.',
    you: 'You have voted already.',
    now: 'Look at your ballot on the page of the proposal.',
  },
  GovernorAlreadyQueuedProposal: {
    why: 'Proposal {proposalId} is waiting already.',
    now: 'Carry it out once its waiting time is over.',
  },
  GovernorDisabledDeposit: {
    why: 'The assembly takes no money.',
    now: 'Send it to the account of the co-op.',
  },
  GovernorInsufficientProposerVotes: {
    why: '{proposer} is not on the voter list and cannot propose.',
    you: 'You are not on the voter list and cannot propose.',
    now: 'Use the wallet with which you are a member.',
  },
  GovernorInvalidProposalLength: {
    why: 'The lists of targets, values and calls have different lengths.',
    now: 'Give each action a target, a value and a call.',
  },
  GovernorInvalidSignature: {
    why: 'The signature is not that of {voter} for this vote.',
    you: 'The signature is not yours for this vote.',
    now: 'Sign again with the wallet that is on the voter list.',
  },
  GovernorInvalidVoteParams: {
    why: 'The ballot has parameters that nobody can read.',
    now: 'Vote without them.',
  },
  GovernorInvalidVoteType: {
    why: 'The choice is none of for, against, abstain and object.',
    now: 'Choose one of the four.',
  },
  GovernorInvalidVotingPeriod: {
    why: 'The voting period cannot be {votingPeriod:duration}.',
    now: 'Choose a longer one.',
  },
  GovernorNonexistentProposal: {
    why: 'There is no proposal {proposalId}.',
    now: 'Look for it in the list of decisions.',
  },
  GovernorOnlyExecutor: {
    why: 'Only a decision of the members can do this.',
    now: BY_DECISION,
  },
  GovernorProposalQueueingFailed: {
    why: 'Proposal {proposalId} could not be set to wait.',
    now: REPORT,
  },
  GovernorProposalQueueingNotRequired: {
    why: 'A decision that passed waits by itself.',
    now: 'Carry it out once its waiting time is over.',
  },
  GovernorRestrictedProposer: {
    why: 'The text of the proposal names another proposer than {proposer}.',
    now: 'Propose it with your own name, or leave the name out.',
  },
  GovernorUnableToCancel: {
    why: 'Only its proposer can withdraw proposal {proposalId}, and only before the vote opens.',
    now: 'Vote against it instead.',
  },
  GovernorUnexpectedProposalState: {
    why: 'Proposal {proposalId} is not at the stage for this.',
    now: 'Look at its page: it says what comes next and when.',
  },
  LanguageWithoutWords: {
    why: 'There are no ballot words in this language ({language}).',
    now: REPORT,
  },
  ChoiceWithoutWord: {
    why: 'Choice number {choice} does not exist.',
    now: 'Choose for, against, abstain or object.',
  },
}
