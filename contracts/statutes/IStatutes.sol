// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {ChapterState} from "../types/ChapterState.sol";
import {AdmissionPolicy, Charter, Lock} from "../types/Charter.sol";
import {ClassDef} from "../types/Classes.sol";
import {Kind} from "../types/Kind.sol";
import {ProposalId} from "../types/ProposalId.sol";
import {KindRule, Rule} from "../types/Rule.sol";
import {RuleWord} from "../types/RuleWord.sol";

/// @title IStatutes
/// @notice The rules in force: classes and their shares, a rule for each kind of decision, which act needs which
/// kind, purpose and lock.
/// @dev Founding values live in the clone's arguments, amendments in storage. Every amendment is ENTRENCHED and comes
/// from the Cooperative.
/// RULES
/// - STA-1 A rule passes no tie. A CONSENT rule is ORDINARY's in everything but its periods, a limit of objections and a
///   threshold at least as strict: it passes nothing that ORDINARY would lose.
/// - STA-2 Shares sum to 10 000 wherever a rule counts by CLASS_SHARE, and no class is above `maxShareBps`.
/// - STA-3 Floors in code: statutes can raise the kind an act needs, never lower it under its floor.
/// - STA-4 The lock only rises.
/// - STA-5 A chapter is opened with the code that it has then; a call to any other code at its address is refused. A
///   proxy keeps its code while what it calls changes: who opens one trusts whoever can change it.
/// - STA-6 A call to an open chapter needs at least what the chapter's own floor says, and never less than a token's
///   money would.
/// - STA-7 Neither an own organ, the account, a member nor a token is ever opened.
/// - STA-8 A chapter is closed only once it owes the co-op nothing.
/// - STA-9 What the statutes set for the `transfer` of a token holds for every way in which the account moves that token
///   or lets others take it. A coin and the token that shows it are one asset.
/// - STA-10 Payments are covered by the budget of a chapter that the statutes name by a founding rule, and that is open when
///   it is named.
/// - STA-11 Statutes that follow others keep their rules, their federation, and every class under its number: a rule is
///   changed by {setRules} alone, which both rules have to carry.
/// - STA-12 Where the assets are locked there is a body that gets what is left when nobody is a member any more: the one that
///   is named, or the federation. It is neither the account nor one of its organs or members, and only who gets what is left
///   can give way to another: no decision takes it from them, nor does leaving the federation.
interface IStatutes {
    /// @notice Decisions of this kind go by another rule from now on.
    event RuleSet(Kind indexed kind, Rule rule);

    /// @notice A call needs another kind of decision from now on; `listed`: it is listed as everyday business.
    event KindSet(address indexed target, bytes4 indexed selector, Kind kind, bool listed);

    /// @notice The classes have these shares of control from now on, in basis points and in their order.
    event SharesSet(uint16[] sharesBps, uint16 maxShareBps);

    /// @notice The co-op has another class of members.
    event ClassAdded(uint8 indexed class, ClassDef definition);

    /// @notice The co-op has another purpose; `purpose` is the sha-256 of its founding document.
    event PurposeSet(bytes32 purpose);

    /// @notice The assets are locked further to the common good.
    event LockRaised(Lock lock);

    /// @notice The co-op has another name.
    event NameSet(string name);

    /// @notice Others decide about applications from now on.
    event AdmissionSet(AdmissionPolicy policy, uint8 sponsors);

    /// @notice A lost proposal now rests for another time, in seconds.
    event CoolingPeriodSet(uint32 coolingPeriod);

    /// @notice The co-op reports on other effects; `effects` is the sha-256 of the list.
    event EffectsSet(bytes32 effects);

    /// @notice The account may call a chapter from now on.
    /// @dev As {IPhyle-ChapterOpened}, so that one filter finds every chapter that anybody opens.
    /// @param name The name that the chapter gives itself.
    /// @param codeHash keccak256 of the code at its address.
    event ChapterOpened(address indexed chapter, string name, bytes32 codeHash);

    /// @notice A chapter is a foreign contract again.
    event ChapterClosed(address indexed chapter);
    /// @notice The chapters of a federation count as opened from now on, in place of those of the one before.
    /// @param phyle Zero: the co-op accepts no federation's chapters any more.
    event FederationJoined(address indexed phyle);

    /// @notice A payment that names a line of the budget is taken to this chapter from now on. Zero: to none.
    event CoverageSet(address indexed chapter);

    /// @notice This body gets what is left when nobody is a member any more. Zero: the federation does, or nobody.
    event BodySet(address indexed body);

    /// @notice Who would get what is left lets the co-op name `next` instead.
    event BodyGaveWay(address indexed body, address indexed next);

    /// @notice Thrown when the digest of the purpose is zero.
    error CharterWithoutPurpose();
    /// @notice Thrown when the name of the co-op is not 1 to 64 bytes of plain text.
    error NameInvalid();
    /// @notice Thrown when there are no words for ballots in this language.
    error LanguageUnknown(bytes2 language);
    /// @notice Thrown when there are no classes, or more than 8, or not as many as there must be, or none with this
    /// number.
    error ClassesInvalid(uint256 classes);
    /// @notice Thrown when the name of a class is not 1 to 24 bytes of plain text, or another class has it.
    error ClassNameInvalid(uint8 class);
    /// @notice Thrown when a class has a flag that means nothing.
    error ClassFlagsInvalid(uint8 class, uint8 flags);
    /// @notice Thrown when no class has users.
    error NoUserClass();
    /// @notice Thrown when a number in the charter does not read as a rule.
    error RuleWordMalformed(Kind kind, RuleWord word);
    /// @notice Thrown when the co-op has no rule for decisions of this kind.
    error RuleMissing(Kind kind);
    /// @notice Thrown when a rule would pass a tie, or could never be met.
    error ThresholdInvalid(Kind kind, uint16 threshold, bool inclusive);
    /// @notice Thrown when a rule of consent sets no limit to objections.
    error ObjectionsUnlimited(Kind kind);
    /// @notice Thrown when consent decisions would count votes otherwise than everyday ones: by another count, basis, whole,
    /// quorum, cap or majority of classes.
    error ConsentCountsOtherwise();
    /// @notice Thrown when consent decisions would need less support than everyday ones, or bear more objections.
    error ConsentIsEasier();
    /// @notice Thrown when a quorum or a cap is above 10 000.
    error FractionInvalid(Kind kind, uint16 value);
    /// @notice Thrown when a rule needs the majority of a class that there is not.
    error ClassMajorityInvalid(Kind kind, uint8 classMajority);
    /// @notice Thrown when a period of a rule, in seconds, is not within `least` and `most`.
    error PeriodOutOfBounds(Kind kind, uint32 period, uint32 least, uint32 most);
    /// @notice Thrown when a rule counts by shares, and those of the classes sum to `sum` and not to 10 000.
    error SharesDoNotSum(uint256 sum);
    /// @notice Thrown when a class would have more than `maxShareBps` of control.
    error ShareAboveMost(uint8 class, uint16 shareBps, uint16 maxShareBps);
    /// @notice Thrown when the most that a class may have is above 10 000.
    error MostShareInvalid(uint16 maxShareBps);
    /// @notice Thrown when sponsors admit and none is needed, or more than 16 are.
    error SponsorsInvalid(uint8 sponsors);
    /// @notice Thrown when what was lost would rest for more than `most` seconds.
    error CoolingPeriodTooLong(uint32 period, uint32 most);
    /// @notice Thrown when somebody else than the account amends its statutes.
    error AmendmentNotByTheCooperative(address caller);
    /// @notice Thrown when a call would need less than `floor`, which the code asks for.
    error KindBelowFloor(address target, bytes4 selector, Kind kind, Kind floor);
    /// @notice Thrown when the lock would not rise above `lockNow`.
    error LockWouldFall(Lock lock, Lock lockNow);
    /// @notice Thrown when an action hides a call to an organ of the co-op inside another call.
    error WrappedCall(address target, bytes4 selector);
    /// @notice The contract to be opened is an organ of the co-op, its account or one of its members.
    error ChapterIsOurOwn(address chapter);
    /// @notice The co-op has opened this chapter before and not closed it.
    error ChapterAlreadyOpen(address chapter);
    /// @notice The co-op has no such chapter open; `state` says what it is instead.
    error ChapterNotOpen(address chapter, ChapterState state);
    /// @notice The code at the address is not the one that was opened.
    error ChapterChanged(address chapter);
    /// @notice The chapter does not say by ERC-165 that it is an {ICoverage}.
    error ChapterCoversNothing(address chapter);
    /// @notice The call of {ICooperative-fund} is not ABI-coded as it should be.
    error FundingUnreadable();
    /// @notice The chapter says that something of the co-op is still in it.
    error ChapterStillOwes(address chapter);
    /// @notice Statutes that follow others have another rule for decisions of this kind.
    error SuccessorChangesRule(Kind kind);
    /// @notice Statutes that follow others lack a class, or have another with its number.
    error SuccessorChangesClass(uint8 class);
    /// @notice Statutes that follow others name another federation than `before`, or are not those of its root.
    error SuccessorChangesFederation(address federation, address before);
    /// @notice Statutes that follow others name another body than `before`.
    error SuccessorChangesBody(address body, address before);
    /// @notice Thrown when the assets are locked, or would be, and neither a body nor a federation gets what is left.
    error BodyMissing();
    /// @notice Thrown when what is left would go to the account, one of its organs or one of its members.
    error BodyIsOurOwn(address body);
    /// @notice Thrown when what is left would go to `next`, and `body`, to which it is promised, has not given way to it.
    error BodyKeepsItsPlace(address body, address next);
    /// @notice Thrown when somebody gives way who would not get what is left.
    error NotTheBody(address caller);
    /// @notice There is no register of a federation at the address.
    error NotAFederation(address phyle);
    /// @notice The co-op is the root of this federation and keeps to it.
    error FederationIsOurOwn(address phyle);

    /* WHAT HOLDS */

    /// @notice The account whose statutes these are.
    function cooperative() external view returns (address);

    /// @notice The name of the co-op.
    function name() external view returns (string memory);

    /// @notice The sha-256 of the founding document, which states the purpose.
    function purpose() external view returns (bytes32);

    /// @notice The language of the ballots, ISO 639-1 in lower case. It never changes.
    function language() external view returns (bytes2);

    /// @notice How far the assets are locked to the common good.
    function lock() external view returns (Lock);

    /// @notice The most that one class may have of control, in basis points.
    function maxShareBps() external view returns (uint16);

    /// @notice For how many seconds a motion rests that had its quorum and was lost.
    function coolingPeriod() external view returns (uint32);

    /// @notice Tells who decides about applications, and how many sponsors it takes.
    function admission() external view returns (AdmissionPolicy policy, uint8 sponsors);

    /// @notice sha-256 of the list of social and environmental effects that the co-op reports on; zero: none named.
    function effects() external view returns (bytes32);

    /// @notice The federation whose chapters count as opened; zero: none.
    function federation() external view returns (address);

    /// @notice The register with which the co-op was founded as the root of a federation; zero: it is no root. It never
    /// changes.
    function register() external view returns (address);

    /// @notice Tells what `chapter` is to the co-op now.
    function chapterStateOf(address chapter) external view returns (ChapterState);

    /// @notice The chapter that is asked whether a line of the budget covers a payment, see {ICoverage}; zero: none.
    function coverage() external view returns (address);

    /// @notice The body that is named for what is left when nobody is a member any more; zero: none is.
    function body() external view returns (address);

    /// @notice Who gets what is left of an asset (zero: the chain's coin): the body that is named, else the root of the
    /// federation to which the co-op belongs. Where that is the root, the federation's fund gets what is in its currency.
    /// @return to Zero: nobody does.
    /// @return cash The token that the fund at `to` takes in; zero where it is sent as it is.
    function remainderTo(address asset) external view returns (address to, address cash);

    /// @notice How many classes of members there are; they are numbered from 0.
    function classCount() external view returns (uint8);

    /// @notice A class of members, by its number.
    function classOf(uint8 class) external view returns (ClassDef memory);

    /// @notice All classes of members, in the order of their numbers.
    function classes() external view returns (ClassDef[] memory);

    /// @notice The rule of a kind; reverts with {RuleMissing} where the co-op has none.
    function ruleOf(Kind kind) external view returns (Rule memory);

    /// @notice The rule of a kind in one word; 0 where the co-op has none.
    function ruleWordOf(Kind kind) external view returns (RuleWord);

    /// @notice Tells what an election copies when it opens, in one call.
    /// @return ruleWord of `kind`
    /// @return classWord class c in bits [32c, 32c+32): share 16 bits, flags 8 bits
    /// @return nameHash keccak256 of the name
    function electionTerms(
        Kind kind
    )
        external
        view
        returns (RuleWord ruleWord, uint256 classWord, bytes32 nameHash, bytes2 language_, uint8 classCount_);

    /// @notice The line that names a proposal on every ballot, `#<id> <Kind>: <title>`, in the co-op's language. Empty
    /// where the title cannot stand there: not 1 to 96 bytes of plain text, see {Text}.
    function resolutionOf(ProposalId id, Kind kind, string calldata title) external view returns (string memory);

    /// @notice The kind that one action needs. A foreign contract that says by {IOrgan-cooperative} that it belongs to the
    /// account, as organs that are not adopted yet do, needs ENTRENCHED where it would need SPECIAL. A vote in the root of the
    /// federation is ORDINARY. Reverts with {WrappedCall} where it wraps calls to the own organs, with {ChapterChanged}
    /// where a chapter has other code than it was opened with, and with {ChapterNotOpen} where money is to go to a
    /// contract that is no open chapter.
    function kindOf(address target, uint256 value, bytes calldata data) external view returns (Kind);

    /// @notice Tells what a call to these statutes puts at stake, in pairs: the rule in force (0: none), and the one
    /// that would replace it. None where the call sets no rule. Reverts with the reason where the rules could not be set.
    function ratchetOf(bytes calldata data) external view returns (RuleWord[] memory ruleWords);

    /// @notice Checks that rules could be set together now; reverts with the reason if not.
    function checkRules(KindRule[] calldata rules) external view;

    /// @notice Checks that a co-op could be founded with this charter; reverts with the reason if not.
    /// @return constitution The bytes that follow the account's address in the arguments of the Statutes' clone.
    function checkCharter(Charter calldata charter) external pure returns (bytes memory constitution);

    /// @notice Checks that a co-op could move here from the statutes `before`: they have the same rules and federation,
    /// and every class has its number. Reverts with the reason if not.
    function checkSuccession(address before) external view;

    /* AMENDMENTS: only the Cooperative */

    /// @notice Sets the rules of some kinds of decision. Only what they come to together is judged.
    function setRules(KindRule[] calldata rules) external;

    /// @notice Sets the kind of a call. For foreign targets ORDINARY lists it as everyday business. The `transfer` of a token
    /// stands for all that moves it; that of the zero address for the chain's own coin.
    function setKind(address target, bytes4 selector, Kind kind) external;

    /// @notice Sets the shares of control of all classes, and the most that one may have, in basis points.
    function setShares(uint16[] calldata sharesBps, uint16 maxShareBps_) external;

    /// @notice Adds a class of members.
    function addClass(ClassDef calldata definition) external;

    /// @notice Sets the purpose, by the sha-256 of a founding document.
    function setPurpose(bytes32 purpose_) external;

    /// @notice Locks the assets further to the common good.
    function raiseLock(Lock lock_) external;

    /// @notice Sets the name of the co-op.
    function setName(string calldata name_) external;

    /// @notice Sets who decides about applications, and how many sponsors it takes.
    function setAdmission(AdmissionPolicy policy, uint8 sponsors) external;

    /// @notice Sets for how many seconds a motion rests that was lost.
    function setCoolingPeriod(uint32 coolingPeriod_) external;

    /// @notice Sets the effects that the co-op reports on, by the sha-256 of their list.
    function setEffects(bytes32 effects_) external;

    /// @notice Opens a chapter: the account may call it by decisions of the kind that the chapter's floor says.
    function openChapter(address chapter) external;

    /// @notice Closes a chapter that the co-op opened, once it owes nothing. It is a foreign contract again.
    function closeChapter(address chapter) external;

    /// @notice Accepts every chapter of a federation as opened, those too that it opens later, in place of those of the
    /// federation before. Zero: of none. The root of a federation keeps to its own.
    function joinFederation(address phyle) external;

    /// @notice Names the body that gets what is left when nobody is a member any more. Zero: the federation does. Where the
    /// assets are locked, whoever would get it now must have given way.
    function setBody(address body) external;

    /// @notice Names the open chapter whose lines cover payments; zero: none does.
    function setCoverage(address chapter) external;

    /* WHO GETS WHAT IS LEFT: only they */

    /// @notice Lets the co-op name `next` for what is left. Only who would get it now. Once.
    /// @param next The account that would get it then: the body or, where none is named any more, the root of the federation.
    function giveWay(address next) external;
}
