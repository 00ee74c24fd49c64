// SPDX-License-Identifier: MIT
import type { WordTable } from '../../errors/words.ts'

/** What the refusals of this chapter mean, by the name of the error. */
export const errors: WordTable = {
  RollNotEmpty: {
    why: 'This co-op has its founders already.',
    now: 'Apply for membership instead.',
  },
  AlreadyOnTheRoll: {
    why: '{wallet} is a member already.',
    you: 'You are a member already.',
    now: 'There is nothing to do.',
  },
  AlreadyInClass: {
    why: '{wallet} is in that class already.',
    you: 'You are in that class already.',
    now: 'There is nothing to do.',
  },
  NotOnTheRoll: {
    why: '{wallet} is not a member of this co-op.',
    you: 'You are not a member of this co-op.',
    now: 'Apply for membership, or use the wallet that is on the voter list.',
  },
  ClassUnknown: {
    why: 'This co-op has no class number {class}.',
    now: 'Choose one of its classes.',
  },
  ClassFull: {
    why: 'Class number {class} has as many members as it can hold.',
    now: 'Choose another class.',
  },
  NotApplied: {
    why: '{wallet} has not applied for this.',
    now: 'Ask them to apply; nobody is enrolled without their own word.',
  },
  ApplicationExpired: {
    why: 'The application of {wallet} ended on {deadline:time}.',
    now: 'Ask them to apply again.',
  },
  ApplicationTakenBack: {
    why: '{wallet} took back every application that they signed and that ends by {deadline:time}.',
    now: 'Ask them to apply again: on the page of the co-op, or by a signature that ends later.',
  },
  DeadlineTooFar: {
    why: 'The application of {wallet} would hold for longer than allowed.',
    you: 'Your application would hold for longer than allowed.',
    now: 'Apply again with an earlier last day.',
  },
  ApplicationSignatureInvalid: {
    why: 'The application was not signed by {wallet}, or was changed since.',
    now: 'Ask them to apply again.',
  },
  RefusalWithoutReason: {
    why: 'Refusing {wallet} needs a reason.',
    now: 'Write the reason and refuse again.',
  },
  CannotJoinItself: {
    why: 'A co-op cannot be a member of itself.',
    now: 'Apply with another account.',
  },
  TooSoonToReturn: {
    why: '{wallet} left not long ago and can return from {from:time}.',
    you: 'You left not long ago and can return from {from:time}.',
    now: 'Apply again then. Until then votes from before could be open.',
  },
  TooSoonToChangeClass: {
    why: '{wallet} changed class not long ago and can change again from {from:time}.',
    you: 'You changed class not long ago and can change again from {from:time}.',
    now: 'Wait until then.',
  },
  AdmissionLimit: {
    why: 'More people would be admitted or moved in 30 days ({admitted}) than an everyday decision may ({most}).',
    now: 'Propose it as a major decision, which needs a majority of the group they come into, or wait some days.',
  },
  ClassLimit: {
    why: 'More people would come into group number {class} in 30 days ({entered}) than may without its own majority ({most}).',
    now: 'Propose it as a major decision, which needs a majority of that group too, or wait some days.',
  },
  ClassTooSmall: {
    why: 'Group number {class} has {members} members. With fewer than three it keeps no gate of its own.',
    now: 'Propose it as a major decision.',
  },
  ClassVotedAgainst: {
    why: 'The members of group number {class} voted against taking somebody in.',
    now: 'Talk with that group, and propose it again once it agrees.',
  },
  ClassNotInFavour: {
    why: 'So many people at once need a majority of group number {class}, and it has none for it.',
    now: 'Ask that group to vote, or admit fewer people in 30 days.',
  },
  NotBySponsors: {
    why: 'In this co-op the members decide about applications, not sponsors.',
    now: 'Propose the admission to the members.',
  },
  SponsorsMissing: {
    why: 'The application has {sponsors} sponsors and needs {needed}.',
    now: 'Ask further members to sponsor it.',
  },
  SponsorInvalid: {
    why: '{sponsor} cannot sponsor this: not a member, there twice, or without a valid signature.',
    you: 'You cannot sponsor this: not a member, there twice, or without a valid signature.',
    now: 'Ask another member.',
  },
  SponsorWithdrew: {
    why: '{sponsor} took back what they signed for this person.',
    you: 'You took back what you signed for this person.',
    now: 'Ask another member of that group.',
  },
  SponsorOfAnotherClass: {
    why: '{sponsor} does not belong to group number {class}, which is to be entered.',
    you: 'You do not belong to group number {class}, which is to be entered.',
    now: 'Ask a member of that group: it keeps its own gate.',
  },
  NotTheRegister: {
    why: 'Only the register of the federation takes a co-op off its roll.',
    now: 'Let the co-op give notice, or the federation expel it.',
  },
  MembershipNotTransferable: {
    why: 'A membership belongs to its person and cannot be given away or sold.',
    now: 'The other person can apply themself.',
  },
  VotesNotDelegable: {
    why: 'Votes cannot be handed on this way.',
    now: 'Vote yourself: it costs nothing.',
  },
  VotesExpiredSignature: {
    why: 'The signature ended on {expiry:time}.',
    now: 'Votes cannot be handed on this way. Vote yourself: it costs nothing.',
  },
  FutureLookup: {
    why: 'The voter list is asked for a moment that is not over yet.',
    now: 'Wait a few seconds and try again.',
  },
  NoticeGiven: {
    why: 'Notice of silence was already given to {wallet}; it lasts until {until:time}.',
    now: 'Wait whether they answer. After 60 days anyone can strike them off.',
  },
  NotSilent: {
    why: 'Notice can be given to {wallet} from {from:time} on: they have not been a member for two years, or something was heard of them since.',
    now: 'Ask them in another way, or wait until then.',
  },
  NoNotice: {
    why: 'No notice of silence runs for {wallet}.',
    now: 'Give notice first. They have 60 days to answer.',
  },
  NoticeRuns: {
    why: '{wallet} can still answer the notice until {from:time}.',
    now: 'Wait until then, and ask them in other ways meanwhile.',
  },
  NoVoteToShow: {
    why: '{wallet} took no part in decision {proposalId}, or it was opened more than two years ago.',
    now: 'Show another decision of the last two years in which they voted.',
  },
  StrikeLimit: {
    why: 'More than {most} members would be struck off in 30 days.',
    now: 'Wait some days: the rest can be struck off later.',
  },
  RollNotInForce: {
    why: 'This is not the voter list by which the co-op goes: it has another one now, or does not go by this one yet.',
    now: 'Open the page of the co-op again, and do it there.',
  },
  RollInForce: {
    why: 'The co-op goes by this voter list. It ends only when the co-op moves to another.',
    now: 'Propose to move to newer contracts instead.',
  },
  NoPredecessor: {
    why: 'The co-op was founded with this voter list: there is none before it.',
    now: 'There is nothing to carry over.',
  },
  TookOverAlready: {
    why: 'This voter list has taken over already.',
    now: 'Nothing has to be done.',
  },
  WordsNotCarried: {
    why: 'Too many voter lists of before still have to be asked who is a member.',
    now: 'Have the members carried over into the list of today ({membership}), which anyone can do, and carry this decision out then.',
  },
  RollIsEmpty: {
    why: 'Nobody is a member of this co-op any more, so that nobody can come in.',
    now: 'Found another co-op, or join one that has members.',
  },
}
