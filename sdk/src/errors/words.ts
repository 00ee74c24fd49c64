// SPDX-License-Identifier: MIT
/**
 * What every refusal of the contracts means to a person: why it was refused, and what to do now.
 *
 * `{name}` stands for the error's argument of that name; `{name:form}` says how to show it: `time`
 * (seconds since 1970), `duration` (seconds), `bps` (a percentage), `money` (base units of the
 * federation's cash), `kind` (of decision). An error keeps its name in all contracts, so a name is
 * enough to find its words. Chapter by chapter, as in `contracts/`.
 */

export type Words = { readonly why: string; readonly now: string }
export type WordTable = Readonly<Record<string, Words>>

const RELOAD = 'Load the page again and repeat what you did.'
const REPORT = 'This should not happen. Tell whoever runs this site, with what you did.'
const BY_DECISION =
  'Put it to the members as a proposal; once it has passed, anyone can carry it out.'
const ROOT_DECISION = 'Ask your co-op to propose it in the federation.'

export const COOPERATIVE_WORDS: WordTable = {
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
    now: 'Propose it again as a major decision, or pay less.',
  },
  NothingToPay: {
    why: 'The payment is of 0.',
    now: 'Write the amount that is to be paid.',
  },
  OrgansAlreadySet: {
    why: 'This co-op is founded already.',
    now: 'Open its page instead.',
  },
  SuccessorWithoutMembers: {
    why: 'The voter list of the new organs ({membership}) is empty.',
    now: 'Enrol the members there first.',
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
    why: 'The new organs ({organ}) were not made by a Registrar.',
    now: 'Found them with a Registrar that the co-op can trust.',
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
  CodeChanged: {
    why: 'The contract at {chapter} is not the one that was opened.',
    now: 'Nothing was done. Close this chapter, and find out what happened to it.',
  },
}

export const STATUTES_WORDS: WordTable = {
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
}

export const MEMBERSHIP_WORDS: WordTable = {
  RollNotEmpty: {
    why: 'This co-op has its founders already.',
    now: 'Apply for membership instead.',
  },
  AlreadyOnTheRoll: {
    why: '{wallet} is a member already.',
    now: 'There is nothing to do.',
  },
  AlreadyInClass: {
    why: '{wallet} is in that class already.',
    now: 'There is nothing to do.',
  },
  NotOnTheRoll: {
    why: '{wallet} is not a member of this co-op.',
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
  DeadlineTooFar: {
    why: 'The application of {wallet} would hold for longer than allowed.',
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
    now: 'Apply again then. Until then votes from before could be open.',
  },
  TooSoonToChangeClass: {
    why: '{wallet} changed class not long ago and can change again from {from:time}.',
    now: 'Wait until then.',
  },
  AdmissionLimit: {
    why: 'More members would be admitted in 30 days ({admitted}) than an everyday decision may ({most}).',
    now: 'Propose the admission as a major decision, or wait some days.',
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
    now: 'Ask another member.',
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
}

export const ASSEMBLY_WORDS: WordTable = {
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
    now: 'Find other members who ask for it too.',
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
  GovernorAlreadyCastVote: {
    why: '{voter} has voted already.',
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
    now: 'Use the wallet with which you are a member.',
  },
  GovernorInvalidProposalLength: {
    why: 'The lists of targets, values and calls have different lengths.',
    now: 'Give each action a target, a value and a call.',
  },
  GovernorInvalidSignature: {
    why: 'The signature is not that of {voter} for this vote.',
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

export const PHYLE_WORDS: WordTable = {
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
  EntersAgainByItself: {
    why: '{coop} has left the federation, and comes back only by its own decision.',
    now: 'Put it to a vote in the co-op.',
  },
  NotEnoughGasToAsk: {
    why: 'There was not enough gas to ask every co-op of this person.',
    now: 'Send it again with more gas.',
  },
  StillOnTheRootsRoll: {
    why: '{coop} has not left the federation.',
    now: 'Wait until it has left.',
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
  LimitInvalid: {
    why: 'This limit is out of bounds.',
    now: 'Choose another one.',
  },
  EpochInvalid: {
    why: 'The periods of the equal share cannot begin or last like this.',
    now: 'Begin at most a day ago or within a year, with periods of 1 to 366 days.',
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
}

export const FUND_WORDS: WordTable = {
  OnlyBonds: { why: 'Only the bonds of the federation can do this.', now: REPORT },
  OnlyLicences: {
    why: 'Only licences pay in licence fees.',
    now: 'Pay it in as a gift instead.',
  },
  LevyNotFromACoop: {
    why: '{caller} is not a co-op of the federation, so this is no levy.',
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

export const BONDS_WORDS: WordTable = {
  NotInGoodStanding: {
    why: '{coop} does not pass the open co-op check now, so it cannot offer bonds.',
    now: 'Look at the check on its page: it says what is missing.',
  },
  NotACooperator: {
    why: '{wallet} is not a person of this federation, and only they buy bonds.',
    now: 'Join one of its co-ops first. What you hold already stays yours.',
  },
  SeriesUnknown: {
    why: 'There is no bond offer {seriesId}.',
    now: 'Look for it in the list of bonds.',
  },
  SeriesTitleInvalid: {
    why: 'The title of the bond offer is empty, too long, or has characters that do not show.',
    now: 'Say in 1 to 64 bytes what is bought.',
  },
  MachineDocumentMissing: {
    why: 'There is no document that describes the machine.',
    now: 'Add one.',
  },
  SupplierInvalid: {
    why: '{supplier} cannot be paid as a supplier.',
    now: 'Write the address of whoever sells the machine.',
  },
  PriceInvalid: {
    why: 'The price is {price:money}; the least that is raised pays at most {most:money}.',
    now: 'Raise more, or find a machine at a lower price.',
  },
  UnitsInvalid: {
    why: 'The least ({leastUnits}), the most ({mostUnits}) and the most per person ({mostPerPerson}) do not fit together.',
    now: 'Make the least at least 1 and at most the most, and allow each person at least 1.',
  },
  TimesInvalid: {
    why: 'The days of this offer do not fit together.',
    now: 'Leave at least seven days to subscribe, four more to cool off, and then time to buy.',
  },
  CapInvalid: {
    why: 'The most that is paid back ({capBps:bps}) is out of bounds; the federation allows up to {mostCapBps:bps}.',
    now: 'Choose between 100 % and that.',
  },
  RentModeNotOffered: {
    why: 'This way of lending a machine is not offered yet.',
    now: 'Choose lending free or a use fee.',
  },
  RentInvalid: {
    why: 'Use fee and period do not fit the way the machine is lent.',
    now: 'Write both for a use fee, none where it is lent free.',
  },
  AlreadyEndorsed: {
    why: 'The federation stands behind bond offer {seriesId} already.',
    now: 'There is nothing to do.',
  },
  TooLateToEndorse: {
    why: 'Bond offer {seriesId} opened on {opensAt:time}; the federation had to stand behind it before.',
    now: 'It lives on what its machine earns.',
  },
  TooManyEndorsed: {
    why: 'The federation stands behind {most} bond offers already, which is the most.',
    now: 'Wait until one of them is repaid.',
  },
  NotOpenYet: {
    why: 'Bond offer {seriesId} opens on {opensAt:time}.',
    now: 'Come back then.',
  },
  SubscriptionOver: {
    why: 'Bond offer {seriesId} could be subscribed until {subscribeUntil:time}.',
    now: 'Look for another offer.',
  },
  NoUnits: { why: 'You asked for 0 bonds.', now: 'Choose at least 1.' },
  OverTheMost: {
    why: 'Bond offer {seriesId} has only {left} bonds left.',
    now: 'Choose at most that many.',
  },
  OverTheMostPerPerson: {
    why: 'One person can have only {left} more bonds of offer {seriesId}.',
    now: 'Choose at most that many.',
  },
  NotWithdrawable: {
    why: 'You could change your mind until bond offer {seriesId} closed.',
    now: 'Once the machine is bought you can sell your bonds to another member.',
  },
  NotRefundable: {
    why: 'Bond offer {seriesId} did not fail, so there is nothing to pay back.',
    now: 'While it is open, you can take your money back by changing your mind.',
  },
  NotBuyable: {
    why: 'The machine of bond offer {seriesId} cannot be bought now.',
    now: 'It can be once the offer has closed with enough subscribed, and before its last day.',
  },
  NotTransferable: {
    why: 'Bonds of offer {seriesId} cannot change hands now.',
    now: 'They can once the machine is bought.',
  },
  OverTheHolding: {
    why: '{holder} has {held} bonds of offer {seriesId}, not {units}.',
    now: 'Choose at most that many.',
  },
  OverTheAllowance: {
    why: '{spender} may move {allowance} bonds, not {units}.',
    now: 'Allow more, or move fewer.',
  },
  HolderInvalid: {
    why: '{holder} cannot hold bonds.',
    now: 'Choose the address of a member.',
  },
}

export const COMMONS_WORDS: WordTable = {
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

export const LICENCES_WORDS: WordTable = {
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
    now: 'Choose shorter periods, or a longer one for notice.',
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
  NothingToSplit: {
    why: 'No fee of work {work} waits to be shared out.',
    now: 'There is nothing to do.',
  },
  PayeeInvalid: {
    why: 'Money sent back to the register of licences would be nobody’s.',
    now: 'Name another address.',
  },
  NothingToClaim: { why: 'Nothing waits for {account}.', now: 'There is nothing to do.' },
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

/** Every refusal, by the name of its error. */
export const WORDS: WordTable = {
  ...COOPERATIVE_WORDS,
  ...STATUTES_WORDS,
  ...MEMBERSHIP_WORDS,
  ...ASSEMBLY_WORDS,
  ...PHYLE_WORDS,
  ...FUND_WORDS,
  ...BONDS_WORDS,
  ...COMMONS_WORDS,
  ...LICENCES_WORDS,
}

/** Refusals that no contract of ours gives: Solidity's own, and those of tokens. */
export const UNNAMED = {
  panic: { why: 'A calculation in the contract did not work out.', now: REPORT },
  message: { why: 'The contract refused: {message}.', now: RELOAD },
  unknown: { why: 'The contract refused, and did not say why.', now: RELOAD },
  token: {
    why: 'The currency refused to move the money.',
    now: 'Look whether there is enough in the wallet, and whether it is allowed to be taken.',
  },
} as const
