// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IFederation} from "../statutes/IFederation.sol";

/// @title IPhyle
/// @notice The register of a federation: its chapters, its co-ops, the persons in them, and the clock of epochs.
/// @dev The root is a co-op whose members are the accounts of the member co-ops; a co-op of the phyle is one that is on
/// the root's roll, was founded by an accepted Registrar and is entered here.
/// RULES
/// - PHY-1 The phyle has no allowance over any co-op (P1).
/// - PHY-2 A head is a person with at least one seat; a seat belongs to (co-op, member id) (P2).
/// - PHY-3 A head earns for whole epochs only, within the earning limit of its co-op.
/// - PHY-4 A co-op leaves by its own decision after notice, with nobody else's act (P3).
/// - PHY-5 The root opens chapters by name, and may put a newer one in the place of one; a name has one chapter at a time.
/// - PHY-6 A chapter that was replaced is for exits only: co-ops call it as before, but put no money into it, and what it
/// notes here is refused. It never comes back.
/// - PHY-7 The register itself is never replaced.
interface IPhyle is IFederation {
    /// @dev One of the four answers of the open co-op test.
    struct Answer {
        bool ok;
        /// what is missing; NONE where ok
        Reason reason;
        /// when it stops holding by time alone; 0: not by time
        uint48 until;
    }

    /// @dev A natural person, known by wallet.
    struct Head {
        uint16 seats;
        /// spells before this one, see {spellOf}
        uint16 spell;
        /// the first epoch that this spell earns for
        uint32 earnsFrom;
        /// the last epoch that this spell earns for; max while there is a seat
        uint32 earnsTo;
        /// the last epoch whose count of earning heads has this head; max while there is a seat. What was allotted
        /// for epochs in (earnsTo, countedTo] belongs to nobody and returns to undistributed
        uint32 countedTo;
        /// when the running spell began
        uint40 since;
        /// when the latest of the ended seats ended
        uint40 lastEnd;
    }

    /// @dev A time as a head that is over.
    struct Spell {
        uint32 earnsFrom;
        uint32 earnsTo;
        uint32 countedTo;
    }

    /// @dev What is missing in an {Answer}.
    enum Reason {
        NONE,
        NO_PURPOSE,
        LOCK_TOO_LOW,
        SOCIAL_ACCOUNT_OVERDUE,
        ONE_CLASS_ONLY,
        CLASS_ABOVE_HALF,
        NO_WORK,
        NO_PART_IN_MACHINES,
        NOT_ADMITTED,
        BOOKS_OVERDUE
    }

    event CoopEntered(address indexed coop, address indexed registrar, uint48 time);
    event CoopGaveNotice(address indexed coop, uint48 leavesAt);
    event CoopDeparted(address indexed coop, uint48 time);
    event RegistrarAccepted(address indexed registrar, bool accepted);
    event Seated(address indexed coop, uint256 indexed memberId, address indexed wallet, uint32 earnsFrom);
    event Unseated(address indexed coop, uint256 indexed memberId, address indexed wallet, uint48 endedAt);
    event SocialAccountFiled(address indexed coop, uint32 indexed year, bytes32 document, address attester);
    event BooksFiled(address indexed coop, uint32 indexed year, bytes32 document);
    event WorkNoted(address indexed coop, uint48 time);
    event MachineNoted(address indexed coop, uint48 time);
    event LevyNoted(address indexed coop, uint256 amount, uint48 time);
    event EarningLimitSet(uint16 least, uint16 bps);
    event LeastLevySet(uint256 amount);
    event NoticePeriodSet(uint32 period);

    error NotTheRoot(address caller);
    /// @notice Only the chapter that stands under its name now notes this.
    error NotTheChapter(address caller);
    error NotACoop(address coop);
    error RegistrarNotAccepted(address registrar);
    error NotOnTheRootsRoll(address coop);
    error CoopAlreadyEntered(address coop);
    error AlreadySeated(address coop, uint256 memberId);
    error NotSeated(address coop, uint256 memberId);
    error NotACooperatorClass(address coop, uint8 class);
    error StillOnTheRootsRoll(address coop);
    error StillEntitled(address coop, uint256 memberId);
    error NoticeAlreadyGiven(address coop, uint48 leavesAt);
    error YearNotOver(uint32 year);
    error LimitInvalid();
    /// @dev A co-op that has left enters again only by its own act.
    error EntersAgainByItself(address coop);
    /// @dev So that nobody can make organs fail by giving them too little.
    error NotEnoughGasToAsk(uint256 left, uint256 needed);

    /* CO-OPS */

    /// @notice Enters a co-op that is on the root's roll. Anyone; where it has left, the co-op itself, or anyone once it
    /// has joined the root's roll anew.
    function enter(address coop, address registrar) external;

    /// @notice The calling co-op will leave after the notice period.
    function giveNotice() external;

    /// @notice Notes that a co-op has left the root's roll. Anyone.
    function depart(address coop) external;

    /// @notice Takes note of the organs that a co-op uses now. Anyone.
    function refresh(address coop) external;

    /// @notice When a co-op entered, and when it leaves or left (0: no notice).
    function coopOf(address coop) external view returns (uint48 enteredAt, uint48 leavesAt);

    /// @notice Whether `coop` belongs now.
    function isCoop(address coop) external view returns (bool);

    /// @notice Whether `coop` passes all four parts of the open co-op test.
    function inGoodStanding(address coop) external view returns (bool);

    /// @notice The open co-op test: common good, all stakeholders govern, makes commons, open books.
    function standing(address coop) external view returns (Answer[4] memory);

    /// @notice Files the calling co-op's social account of a year: the document lists each effect that its statutes
    /// name with unit, limit, figure and attester.
    function fileSocialAccount(uint32 year, bytes32 document, address attester) external;

    /// @notice Files the calling co-op's books of a year.
    function fileBooks(uint32 year, bytes32 document) external;

    /// @notice Notes what standing needs. Only the chapters that know it.
    function noteWork(address coop) external;

    function noteMachine(address coop) external;

    function noteLevy(address coop, uint256 amount) external;

    /* PERSONS */

    /// @notice Gives a seat to a member of a co-op in a cooperator class. Anyone.
    function seat(address coop, address wallet) external;

    /// @notice Ends a seat whose member left, changed to another kind of class, or whose co-op left. Anyone.
    function unseat(address coop, uint256 memberId) external;

    /// @notice Ends every seat of `wallet` that has run out (a person has few), and returns what they earn for. Anyone.
    function settle(address wallet) external returns (Head memory);

    /// @notice As {settle}, with the head in one word, see {HeadWord}: what a claim can afford.
    function settleInWord(address wallet) external returns (uint256 headWord);

    /// @notice An earlier spell of a head, `spell` below {Head.spell}.
    function spellOf(address wallet, uint256 spell) external view returns (Spell memory);

    function headOf(address wallet) external view returns (Head memory);

    /// @notice What {settle} would return now.
    function headAsSettled(address wallet) external view returns (Head memory);

    /// @notice What {settleInWord} would return now.
    function headAsSettledInWord(address wallet) external view returns (uint256 headWord);

    /// @notice Whether `wallet` has a seat; it may have run out without anyone having ended it yet.
    function isSeated(address wallet) external view returns (bool);

    /// @notice Whether `wallet` is an active cooperator: may buy bonds.
    function isCooperator(address wallet) external view returns (bool);

    /// @notice Whether `wallet` has been seated in a user class for a whole epoch.
    function isSettledUser(address wallet) external view returns (bool);

    function heads() external view returns (uint256);

    /* THE CLOCK */

    function start() external view returns (uint48);

    function epochLength() external view returns (uint32);

    function epoch() external view returns (uint256);

    /// @notice Heads that earn for the whole of `epoch_`, as known now.
    function earningHeads(uint256 epoch_) external view returns (uint256);

    /// @notice The first epoch of `from` to `to` that anybody earns for, and how many do; (to, 0) where there is none.
    /// @dev Looks at so many epochs at most that its cost is bounded, see {Heads}.
    function firstEarning(uint256 from, uint256 to) external view returns (uint256 epoch_, uint256 count);

    /// @notice When `epoch_` begins.
    function epochStart(uint256 epoch_) external view returns (uint256);

    /* THE ROOT'S SETTINGS: only the root */

    /// @notice How many heads of one co-op may start to earn in an epoch: max(least, bps of its earning heads).
    function setEarningLimit(uint16 least, uint16 bps) external;

    /// @notice The levy that counts as a part in the material commons.
    function setLeastLevy(uint256 amount) external;

    /// @notice How long before a co-op leaves it gives notice.
    function setNoticePeriod(uint32 period) external;

    function acceptRegistrar(address registrar, bool accepted) external;

    /* CHAPTERS */

    /// @notice The federation was founded. Its chapters follow, each with {ChapterOpened}.
    event Begun(address root, address cash, uint48 start, uint32 epochLength);

    /// @notice A chapter stands under its name from now on.
    /// @param codeHash keccak256 of the code at its address.
    event ChapterOpened(string name, address indexed chapter, bytes32 codeHash);

    /// @notice A chapter is for exits only from now on. Its successor follows with {ChapterOpened}.
    event ChapterReplaced(string name, address indexed chapter, address indexed successor);

    /// @notice The federation was founded before.
    error AlreadyBegun();
    /// @notice `chapter` stands under this name.
    error ChapterNameTaken(address chapter);
    /// @notice It is or was a chapter of this federation, or is its root.
    error ChapterAlreadyKnown(address chapter);
    /// @notice Nothing stands under this name.
    error NothingToReplace();
    /// @notice The register is never replaced.
    error RegisterStays();

    /// @notice Names the root and opens the first chapters, this one among them. Once, in the founding transaction.
    function begin(address root_, address[] calldata chapters, address registrar) external;

    /// @notice Opens a chapter for all co-ops that joined. Only the root.
    /// @param name What the chapter says by {IChapter-chapterName}.
    function open(string calldata name, address chapter) external;

    /// @notice Puts a newer chapter in the place of one. Only the root.
    function replace(string calldata name, address chapter) external;

    /// @notice The chapter that stands under a name now; zero: none.
    /// @param name ASCII from the left, then zeros.
    function chapterOf(bytes32 name) external view returns (address);

    /// @notice Whether `chapter` stands under its name now.
    function isChapter(address chapter) external view returns (bool);

    function cash() external view returns (address);

    function isAcceptedRegistrar(address registrar) external view returns (bool);
}
