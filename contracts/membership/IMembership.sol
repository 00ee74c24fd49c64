// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IERC6372} from "@openzeppelin/contracts/interfaces/IERC6372.sol";

import {EntryWord} from "../libraries/EntryWord.sol";
import {MemberWord} from "../libraries/MemberWord.sol";
import {Founder} from "../types/Charter.sol";
import {ProposalId} from "../types/ProposalId.sol";

/// @title IMembership
/// @notice The roll: who belongs, since when, in which class. One packed slot per wallet.
/// @dev Cloned with abi.encodePacked(cooperative, statutes, keccak256(founding name), uint8(founding classes)).
/// Also readable as ERC-721 and ERC-5192 (the token id is the wallet as a number) and as IVotes with a clock in
/// timestamps (`getPastVotes` is 0 or 1). Joining and leaving also emit the Transfer and the Locked of those standards.
/// RULES
/// - MEM-1 One membership per wallet; ids are dense from 1 and never reused.
/// - MEM-2 Nobody is enrolled or moved to another class without their own transaction or signature.
/// - MEM-3 Resigning takes one transaction, always, with nobody's consent (G8).
/// - MEM-4 Above max(3, 10 %) of a class, or of the roll, in 30 days, moves included, it takes SPECIAL and the majority of
///   the class that is entered, whatever the policy (G11).
/// - MEM-5 The vote at `t` is that of `joined <= t < left`, in the class held at `t`.
/// - MEM-6 Sponsors belong to the class that is entered, and by them it grows by at most max(1, 10 %) in 30 days (G11). A
///   sponsor's word ends with the application, and can be taken back until then.
/// - MEM-7 No decision brings anybody into a class of three or more that voted against it by majority. A class of fewer
///   has no gate of its own: entering it takes SPECIAL (G11).
/// - MEM-8 A roll is written only while its Cooperative goes by it: the one that a newer roll follows stands still, and
///   one that is not adopted yet does too.
/// - MEM-9 A roll that follows another starts at its last id, its counts and its lately entered, and every word there
///   holds until it is first written here: nobody is enrolled again (G14).
/// - MEM-10 Anyone may give notice of silence to a member of two years' standing of whom nothing was heard for two years. Any
///   act of theirs, or anyone's showing a record of theirs in a vote of the last two years, ends it. After 60 days, and
///   until a year is over, anyone may strike them off.
/// - MEM-11 At most max(1, 10 %) of the roll are struck off in 30 days. In the root of a federation striking off is the
///   co-op's notice to leave, in its register.
/// - MEM-12 An empty roll admits nobody, whatever was decided while it had members.
/// - MEM-13 Who applied takes it back alone, until it is used, whoever holds the signature: what they signed with an end up
///   to the one that they name, to the minute, counts no more, for joining or for another class. A later end can be signed.
interface IMembership is IERC6372 {
    /// @dev A member in words.
    struct Member {
        uint32 id;
        uint8 class;
        uint48 joined;
        /// 0: has not left
        uint48 left;
        uint8 classBefore;
        /// when the class last changed; 0: never
        uint48 classChanged;
    }

    /// @dev An application. Signed as EIP-712
    /// `Application(string cooperative,address applicant,uint8 class,bytes32 document,uint256 deadline)`, domain
    /// Phyle, 1, this chain, this Membership; or made on chain by {applyFor}, `signature` is then empty.
    struct Application {
        address wallet;
        uint8 class;
        /// sha-256 of what the applicant says of themself
        bytes32 document;
        uint256 deadline;
        bytes signature;
    }

    /// @notice Somebody applied by a transaction, until `deadline`.
    event Applied(address indexed wallet, uint8 indexed class, bytes32 document, uint256 deadline);

    /// @notice Somebody took back what they applied for, by a transaction or a signature, until `deadline`.
    event ApplicationWithdrawn(address indexed wallet, uint256 deadline);

    /// @notice The co-op refused an application; `reason` is the sha-256 of its reason.
    event ApplicationRefused(address indexed wallet, bytes32 reason);

    /// @notice A sponsor took back what they signed for an application.
    event SponsorshipWithdrawn(
        address indexed sponsor,
        address indexed applicant,
        uint8 indexed class,
        uint256 deadline
    );

    /// @notice Somebody is on the roll from now on.
    /// @param bySponsors false: by decision or at founding
    event Admitted(address indexed wallet, uint256 indexed id, uint8 indexed class, bool bySponsors);

    /// @notice A member moved from one class to another.
    event ClassChanged(address indexed wallet, uint256 indexed id, uint8 from, uint8 to);

    /// @notice A member left.
    event Resigned(address indexed wallet, uint256 indexed id);

    /// @notice Notice of silence was given to a member, by `by`.
    event SilenceNoted(address indexed wallet, uint256 indexed id, address indexed by);

    /// @notice Something of a member was heard, or shown to have been heard at `time`; a notice that ran is over.
    event Heard(address indexed wallet, uint256 indexed id, uint48 time);

    /// @notice A member was struck off because nothing was heard of them. {Resigned} stands beside it, but in the root of a
    /// federation, where the co-op leaves when its notice is over.
    event StruckOff(address indexed wallet, uint256 indexed id);

    /// @notice The co-op moved to this roll, which goes on from `predecessor`: ids after `lastId`, and `counts`.
    event TookOver(address indexed predecessor, uint256 lastId, uint256 counts);

    /// @notice The co-op moved to another roll; nothing is written here any more.
    event StoodDown();

    /// @notice This roll wrote down what the roll before knows of a wallet; `id` is that of its latest membership.
    event Carried(address indexed wallet, uint256 indexed id);

    /// @notice Thrown when something is written into a roll by which its co-op does not go, or not yet.
    error RollNotInForce();
    /// @notice Thrown when the roll by which the co-op goes is told to stand down.
    error RollInForce();
    /// @notice Thrown when a roll that follows no other is told to take over or to carry.
    error NoPredecessor();
    /// @notice Thrown when a roll takes over a second time.
    error TookOverAlready();
    /// @notice Thrown when a co-op would move on while too many rolls before `membership` still hold words.
    error WordsNotCarried(address membership);
    /// @notice Thrown when founders are enrolled into a roll that has had a member.
    error RollNotEmpty();
    /// @notice Thrown when somebody would be admitted where nobody is a member any more.
    error RollIsEmpty();
    /// @notice Thrown when `wallet` is a member already.
    error AlreadyOnTheRoll(address wallet);
    /// @notice Thrown when `wallet` is not a member now.
    error NotOnTheRoll(address wallet);
    /// @notice Thrown when the statutes have no class with this number.
    error ClassUnknown(uint8 class);
    /// @notice Thrown when a class has as many members as can be counted, 2^26 − 1.
    error ClassFull(uint8 class);
    /// @notice Thrown when `wallet` has made no application on chain that says the same.
    error NotApplied(address wallet);
    /// @notice Thrown when an application is used, or made, after its `deadline`.
    error ApplicationExpired(address wallet, uint256 deadline);
    /// @notice Thrown when `wallet` took back what it signed until `deadline`.
    error ApplicationTakenBack(address wallet, uint256 deadline);
    /// @notice Thrown when `wallet` did not sign this application.
    error ApplicationSignatureInvalid(address wallet);
    /// @notice Thrown when `wallet` left and can return only from `from` on, so that nobody stands twice in one vote.
    error TooSoonToReturn(address wallet, uint256 from);
    /// @notice Thrown when `wallet` changed class and can change again only from `from` on, so that nobody stands in
    /// two classes in one vote.
    error TooSoonToChangeClass(address wallet, uint256 from);
    /// @notice Thrown when `admitted` people in 30 days would be more than `most`, which only a major decision may
    /// exceed.
    error AdmissionLimit(uint256 admitted, uint256 most);
    /// @notice Thrown when `entered` people in 30 days, by joining or from another class, would be more than `most` of
    /// this class, which only a major decision with the class's own majority may exceed.
    error ClassLimit(uint8 class, uint256 entered, uint256 most);
    /// @notice Thrown when a class of fewer than three is entered by less than a major decision.
    error ClassTooSmall(uint8 class, uint256 members);
    /// @notice Thrown when the class that would be entered voted against it by majority.
    error ClassVotedAgainst(uint8 class);
    /// @notice Thrown when more come in than may without it, and the class that would be entered has no majority for it.
    error ClassNotInFavour(uint8 class);
    /// @notice Thrown when the statutes do not let sponsors admit.
    error NotBySponsors();
    /// @notice Thrown when an applicant has fewer sponsors, or signatures, than the statutes need.
    error SponsorsMissing(uint256 sponsors, uint256 needed);
    /// @notice Thrown when `sponsor` is not on the roll, did not sign, or does not stand in ascending order.
    error SponsorInvalid(address sponsor);
    /// @notice Thrown when `sponsor` took back what they signed for this application.
    error SponsorWithdrew(address sponsor);
    /// @notice Thrown when `sponsor` belongs to another class than the one that is entered.
    error SponsorOfAnotherClass(address sponsor, uint8 class);
    /// @notice Thrown when a wallet wants to move or lend a membership as a token.
    error MembershipNotTransferable();
    /// @notice Thrown when somebody delegates their vote by the functions of IVotes.
    error VotesNotDelegable();
    /// @notice Thrown when `deadline` is after `most`: an application must not outlive a membership.
    error DeadlineTooFar(address wallet, uint256 deadline, uint256 most);
    /// @notice Thrown when `wallet` is in that class already.
    error AlreadyInClass(address wallet, uint8 class);
    /// @notice Thrown when the co-op refuses an application and gives no reason.
    error RefusalWithoutReason(address wallet);
    /// @notice Thrown when somebody else than the register of the federation takes a co-op off the roll of its root.
    error NotTheRegister(address caller);
    /// @notice Thrown when the account of the co-op applies to its own roll.
    error CannotJoinItself();
    /// @notice Thrown when the roll is asked about `timepoint`, which is not past at `clock`.
    error FutureLookup(uint256 timepoint, uint48 clock);

    /// @notice Thrown when notice of silence was given to `wallet` already, which lasts until `until`.
    error NoticeGiven(address wallet, uint256 until);
    /// @notice Thrown when `wallet` has not been on the roll for two years, or was heard of since: notice can be given from
    /// `from` on.
    error NotSilent(address wallet, uint256 from);
    /// @notice Thrown when no notice of silence runs for `wallet`.
    error NoNotice(address wallet);
    /// @notice Thrown when `wallet` is struck off before `from`.
    error NoticeRuns(address wallet, uint256 from);
    /// @notice Thrown when `wallet` took no part in this vote, or it was opened more than two years ago.
    error NoVoteToShow(address wallet, ProposalId proposalId);
    /// @notice Thrown when `struck` members in 30 days would be more than `most`.
    error StrikeLimit(uint256 struck, uint256 most);

    /* JOINING AND LEAVING */

    /// @notice Enrols the founders. Only the Cooperative, only into an empty roll.
    function enrolFounders(Founder[] calldata founders) external;

    /// @notice Applies with the caller's own transaction.
    function applyFor(uint8 class, bytes32 document, uint256 deadline) external;

    /// @notice Takes back what the caller applied for until `deadline`: the application that they made on chain, and all that
    /// they signed, wherever it lies. What was signed with an end in the same minute is taken back too.
    /// @dev Rule: MEM-13. What is applied for afterwards on chain holds, whatever its end.
    function withdrawApplication(uint256 deadline) external;

    /// @notice Admits by decision. Only the Cooperative. The size of a class is what it was before the call.
    function admit(Application[] calldata applications) external;

    /// @notice Admits on the signatures of enough members, where the statutes say BY_SPONSORS. Anyone may send it.
    /// @dev Each signs EIP-712 `Sponsorship(string cooperative,address applicant,uint8 class,address sponsor,uint256 deadline)`.
    /// @param sponsors in ascending order, each on the roll and in the class that is entered
    function admitBySponsors(
        Application calldata application,
        address[] calldata sponsors,
        bytes[] calldata signatures
    ) external;

    /// @notice Takes back what the caller signed, or may sign, as a sponsor of this application.
    function withdrawSponsorship(address applicant, uint8 class, uint256 deadline) external;

    /// @notice Refuses an application, with the sha-256 of a reason. Only the Cooperative.
    function refuse(address wallet, bytes32 reason) external;

    /// @notice Moves a member to another class, who has applied for it. Only the Cooperative.
    function changeClass(Application calldata application) external;

    /// @notice Leaves the co-op, at once. In the root of a federation a co-op of the register gives notice by it instead.
    function resign() external;

    /// @notice Takes a co-op off the roll of a root that has left the federation. Only its register: the two are one.
    function leaveByRegister(address coop) external;

    /* SILENCE */

    /// @notice Gives notice of silence to a member. Anyone may.
    /// @dev Rule: MEM-10.
    function noteSilence(address wallet) external;

    /// @notice Says that the caller, a member, is there.
    function speakUp() external;

    /// @notice Shows that a member voted on a proposal of the last two years, or put it. Anyone may.
    function showVote(address wallet, ProposalId proposalId) external;

    /// @notice Strikes off a member 60 days after the notice. Anyone may.
    /// @dev Rules: MEM-10, MEM-11.
    function strikeOff(address wallet) external;

    /// @notice When a member was last heard of by the acts of this part (0: not yet), and since when a notice runs (0: none
    /// does). Times in seconds since 1970.
    function silenceOf(address wallet) external view returns (uint48 heard, uint48 noticed);

    /* SUCCESSION */

    /// @notice Ends this roll. Only the Cooperative, when it has named another.
    function standDown() external;

    /// @notice Starts this roll where the one before ended. Only the Cooperative, when it has named this one, once.
    function takeOver() external;

    /// @notice Writes down here what the roll before knows of these wallets. Anyone; who is here or nowhere is passed over.
    /// @dev Shows who is on the roll to tools that know tokens.
    function carry(address[] calldata wallets) external;

    /// @notice The roll that this one goes on from; zero: the co-op was founded with this one.
    function predecessor() external view returns (address);

    /// @notice How many memberships of rolls before this one are not written down here.
    function toCarry() external view returns (uint256);

    /// @notice How many rolls before this one still have to be asked for words.
    function links() external view returns (uint256);

    /// @notice Tells what a roll that follows starts with: the last id, the counts, and who entered lately, in all and
    /// by class.
    function handOver()
        external
        view
        returns (uint256 lastId, uint256 counts, EntryWord entries, EntryWord[] memory ofClasses);

    /* THE ROLL */

    /// @notice The account whose members these are.
    function cooperative() external view returns (address);

    /// @notice The Statutes that say which classes there are and who admits.
    function statutes() external view returns (address);

    /// @notice Tells whether `wallet` is on the roll now.
    function isMember(address wallet) external view returns (bool);

    /// @notice The membership of a wallet, running or ended; all zero where there never was one.
    function memberOf(address wallet) external view returns (Member memory);

    /// @notice The earlier membership of a wallet that returned, by its old id; all zero where there is none.
    function formerMember(uint256 id) external view returns (Member memory);

    /// @notice The packed word of an earlier membership, by its id; 0 where there is none.
    function formerWordOf(uint256 id) external view returns (MemberWord);

    /// @notice The moves between classes before the latest of a membership: the class that was left in the lowest 8 bits,
    /// when above.
    function movesOf(uint256 id) external view returns (uint256[] memory);

    /// @notice The packed slot of a wallet, see {MemberWord}.
    function wordOf(address wallet) external view returns (MemberWord);

    /// @notice The packed slots of many wallets, for counting ballots. Layout from the lowest bit: id 32, class 8,
    /// joined 48, left 48, class before 8, class changed 48, the membership before 32, taken back 32. Id 0: no member, ever.
    function wordsOf(address[] calldata wallets) external view returns (MemberWord[] memory words);

    /// @notice The id and class that a wallet had at `t`; `id` 0: it was not on the roll at `t`.
    function memberAt(address wallet, uint256 t) external view returns (uint256 id, uint8 class);

    /// @notice When a membership moved out of the classes of cooperators for the first time from `since` on; 0: it did
    /// not. So that who came back by the time that somebody looked was out in between all the same.
    /// @param id of the membership of `wallet`, running or ended
    function leftCooperatorsAt(address wallet, uint256 id, uint256 since) external view returns (uint256);

    /// @notice How many members each class has now: class c in bits [26c, 26c+26).
    function counts() external view returns (uint256);

    /// @notice How many members each class had at `t`, which must be past; packed as in {counts}.
    function countsAt(uint256 t) external view returns (uint256);

    /// @notice How many members there are now.
    function total() external view returns (uint256);

    /// @notice Since when nobody is a member, for good, in seconds since 1970; 0: somebody is, or nobody ever was.
    function emptySince() external view returns (uint256);

    /// @notice The number of memberships ever given.
    function lastId() external view returns (uint256);

    /// @notice The application that a wallet made on chain; `deadline` 0: none.
    function applicationOf(address wallet) external view returns (uint8 class, bytes32 document, uint256 deadline);

    /// @notice Tells whether `sponsor` took back their word for this application.
    function hasWithdrawnSponsorship(
        address sponsor,
        address applicant,
        uint8 class,
        uint256 deadline
    ) external view returns (bool);

    /// @notice How many may still come into a class in the running 30 days below SPECIAL, and how many of them by
    /// sponsors. Both 0 where the class has fewer than three members.
    function admissionsLeft(uint8 class) external view returns (uint256 byDecision, uint256 bySponsors);
}
