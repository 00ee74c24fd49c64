// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {HeadWord} from "../libraries/HeadWord.sol";
import {IFederation} from "../statutes/IFederation.sol";
import {Founder} from "../types/Charter.sol";

import {IExpulsions} from "./IExpulsions.sol";
import {IFilings} from "./IFilings.sol";
import {IHeirs} from "./IHeirs.sol";

/// @title IPhyle
/// @notice The register of a federation: its chapters, its co-ops, the persons in them, and the clock of epochs.
/// @dev The root is a co-op whose members are the accounts of the member co-ops; a co-op of the phyle is one that is on
/// the root's roll, was founded by an accepted Registrar and is entered here.
/// WHAT IT TRUSTS
/// - The roll of each co-op, and that of the root, for who belongs and since when. A roll that fails or does not answer
///   ends the seats of its own co-op and nobody else's.
/// - Works, Machines and the fund for what they note of a co-op.
/// WHO CAN DO WHAT
/// - Anyone enters a co-op that the root admitted, lets one go whose notice is over, and gives and ends seats.
/// - A co-op gives notice and files its accounts, see {IFilings}. The root expels co-ops, accepts Registrars, grants places
///   and sets the limits.
/// - Nobody moves the money of a co-op, ends a seat that has not run out, but of whom an heir follows, see {IHeirs}, or
///   keeps a co-op from leaving.
/// IF NOBODY ACTS
/// - A co-op whose notice is over leaves as soon as it, or anybody, says so. A seat that has run out earns nothing more,
///   whenever that is noted.
/// RULES
/// - PHY-1 The phyle has no allowance over any co-op (P1).
/// - PHY-2 A head is a person with at least one seat; a seat belongs to (co-op, member id) (P2).
/// - PHY-3 A head earns for whole epochs only, within the places of one of its co-ops: what was granted, and
///   max(3, 10 %) more in each epoch (P4). Granted are at most as many as the co-op had cooperators at the snapshot of
///   the motion that grants them.
/// - PHY-8 Whoever waits starts in the epoch that was named when they were seated, or earlier (P4).
/// - PHY-4 A co-op leaves by its own decision after notice, with nobody else's act (P3).
/// - PHY-9 A co-op belongs exactly while it is on the root's roll: it comes off that roll only by leaving here (P5).
/// - PHY-10 Who returns goes on with its history: no deadline begins anew (P6).
/// - PHY-5 The root opens chapters by name, and may put a newer one in the place of one; a name has one chapter at a time.
/// - PHY-6 A chapter that was replaced is for exits only: co-ops call it as before, but put no money into it, and what it
///   notes here is refused. It never comes back.
/// - PHY-7 The register itself is never replaced.
/// - PHY-12 All stakeholders govern a co-op where two classes at least have members and control, and none has more than
///   half. Control is what everyday decisions really count: shares of classes that have members, under the cap. A class of
///   one is no second class where more than ten are on the roll.
/// - PHY-13 A levy counts as a part in the commons from the least levy on, which is 50 units of cash until the root sets
///   another.
/// - PHY-14 A roll is read only if a Registrar built it that the root accepts, or accepted when the co-op moved to it;
///   otherwise the seats of the co-op ended in that second. No roll ends a seat before the co-op had it (G14).
interface IPhyle is IFederation, IExpulsions, IFilings, IHeirs {
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

    /// @dev A seat of a person.
    struct SeatNow {
        address coop;
        uint32 memberId;
        /// the first epoch that it earns for
        uint32 start;
    }

    /// @dev The places of a co-op in the epoch that runs.
    struct PlacesNow {
        /// what the root granted: a renewal leaves no fewer
        uint256 granted;
        /// places in the epoch `since`, from which they grow by max(3, 10 %) in each
        uint256 base;
        uint256 since;
        uint256 places;
        /// seats as last written down, those that wait included
        uint256 seated;
        /// of them, those that earn
        uint256 earning;
    }

    /// @dev It says what is missing in an {Answer}.
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
        BOOKS_OVERDUE,
        ORGANS_NOT_READ
    }

    /// @notice A co-op belongs to the federation from now on.
    event CoopEntered(address indexed coop, address indexed registrar, uint48 time);

    /// @notice A co-op will leave at `leavesAt`.
    event CoopGaveNotice(address indexed coop, uint48 leavesAt);

    /// @notice A co-op left at `time`.
    event CoopDeparted(address indexed coop, uint48 time);

    /// @notice A co-op moved at `time` to a roll of a Registrar that the root did not accept: its seats ended then.
    event SeatsEnded(address indexed coop, address indexed roll, uint48 time);

    /// @notice The root accepts the co-ops of a Registrar, or no longer does.
    event RegistrarAccepted(address indexed registrar, bool accepted);

    /// @notice Somebody has a seat, which earns from epoch `earnsFrom` on.
    event Seated(address indexed coop, uint256 indexed memberId, address indexed wallet, uint32 earnsFrom);

    /// @notice A seat ended at `endedAt`, or it was noticed that it had.
    event Unseated(address indexed coop, uint256 indexed memberId, address indexed wallet, uint48 endedAt);

    /// @notice A co-op made something for the commons.
    event WorkNoted(address indexed coop, uint48 time);

    /// @notice A co-op uses a machine of the commons.
    event MachineNoted(address indexed coop, uint48 time);

    /// @notice A co-op paid a levy into the fund.
    event LevyNoted(address indexed coop, uint256 amount, uint48 time);

    /// @notice The root lets at least so many of a co-op's cooperators start together: at most those it had at `asOf`.
    event PlacesGranted(address indexed coop, uint32 granted, uint48 asOf);

    /// @notice A seat that waits earns earlier: from epoch `earnsFrom` on.
    event Hastened(address indexed coop, uint256 indexed memberId, address indexed wallet, uint32 earnsFrom);

    /// @notice From epoch `from` on, common income waits while fewer heads than `least` earn.
    event LeastHeadsSet(uint32 least, uint32 from);

    /// @notice The root set the levy that counts as a part in the commons, in base units of the cash token.
    event LeastLevySet(uint256 amount);

    /// @notice The root set how long before it leaves a co-op gives notice, in seconds.
    event NoticePeriodSet(uint32 period);

    /// @notice Thrown when the caller is not the root.
    error NotTheRoot(address caller);
    /// @notice Only the chapter that stands under its name now notes this.
    error NotTheChapter(address caller);
    /// @notice Thrown when `coop` does not belong to the federation now.
    error NotACoop(address coop);
    /// @notice Thrown when a co-op was not founded by `registrar`, or the root does not accept that.
    error RegistrarNotAccepted(address registrar);
    /// @notice Thrown when the root has not admitted `coop`.
    error NotOnTheRootsRoll(address coop);
    /// @notice Thrown when `coop` has entered already.
    error CoopAlreadyEntered(address coop);
    /// @notice Thrown when this membership, or this person through this co-op, has a seat already.
    error AlreadySeated(address coop, uint256 memberId);
    /// @notice Thrown when this membership has no seat.
    error NotSeated(address coop, uint256 memberId);
    /// @notice Thrown when `coop` has no running membership of the person in a class of cooperators.
    error NotACooperatorClass(address coop, uint8 class);
    /// @notice Thrown when `coop` has given no notice (0), or one that runs until `leavesAt`.
    error NoticeNotOver(address coop, uint48 leavesAt);
    /// @notice Thrown when somebody else than the root's roll says that a co-op resigns from it.
    error NotTheRootsRoll(address caller);
    /// @notice Thrown when a seat has not run out.
    error StillEntitled(address coop, uint256 memberId);
    /// @notice Thrown when `coop` gave notice before: it leaves at `leavesAt`.
    error NoticeAlreadyGiven(address coop, uint48 leavesAt);
    /// @notice Thrown when `wallet` has no seat through `coop`.
    error NoSeatIn(address coop, address wallet);
    /// @notice Thrown when a seat has earned since epoch `start`, and so waits for nothing.
    error StartedAlready(address coop, uint256 memberId, uint32 start);
    /// @notice Thrown when a co-op has no place for one more up to epoch `epoch`.
    error NoPlaceInSight(uint256 epoch);
    /// @notice Thrown when a co-op has a roll that no Registrar built that the root accepts.
    error RollNotRead(address coop, address roll);
    /// @notice Thrown when a setting of the root is outside its bounds.
    error LimitInvalid();
    /// @notice Thrown when `left` gas is not enough to ask the organs of a co-op, which takes `needed`.
    /// @dev So that nobody can make organs fail by giving them too little.
    error NotEnoughGasToAsk(uint256 left, uint256 needed);

    /* CO-OPS */

    /// @notice Enters a co-op that is on the root's roll. Anyone. Who returns is admitted anew by the root, and goes on with
    /// its history: deadlines and grace run as if it had never left.
    function enter(address coop, address registrar) external;

    /// @notice The calling co-op will leave after the notice period. `resign` on the root's roll is the same.
    function giveNotice() external;

    /// @notice Lets a co-op leave whose notice is over, or that was expelled and did not appeal in time: it is taken off
    /// the root's roll and out of the register. Anyone.
    function depart(address coop) external;

    /// @notice Takes note of the roll that a co-op has now, see PHY-14. Anyone.
    function refresh(address coop) external;

    /// @notice When a co-op first entered, and when its notice is over or when it left (0: no notice).
    function coopOf(address coop) external view returns (uint48 enteredAt, uint48 leavesAt);

    /// @notice Tells whether `coop` belongs now.
    function isCoop(address coop) external view returns (bool);

    /// @notice Tells whether `coop` passes all four parts of the open co-op test.
    function inGoodStanding(address coop) external view returns (bool);

    /// @notice The open co-op test: common good, all stakeholders govern, makes commons, open books.
    function standing(address coop) external view returns (Answer[4] memory);

    /// @notice Notes what standing needs. Only the chapters that know it.
    function noteWork(address coop) external;

    /// @notice Notes that a co-op has a machine on loan. Only the register of machines.
    function noteMachine(address coop) external;

    /// @notice Notes that a co-op paid a levy, in base units of the cash token. Only the fund.
    function noteLevy(address coop, uint256 amount) external;

    /* PERSONS */

    /// @notice Gives a seat to a member of a co-op in a cooperator class. Anyone.
    function seat(address coop, address wallet) external;

    /// @notice Ends a seat whose member left, changed to another kind of class, or whose co-op left, and whatever else
    /// of the same person's has run out. Anyone.
    function unseat(address coop, uint256 memberId) external;

    /// @notice Moves a seat that waits for its start to the first epoch from which on its co-op has a place for it. Anyone.
    /// @return start The epoch that it earns from now on; the same as before where no place came free.
    function hasten(address coop, address wallet) external returns (uint32 start);

    /// @notice The seats of a person, as last written down.
    function seatsOf(address wallet) external view returns (SeatNow[] memory seats);

    /// @notice How many of a co-op may earn in the epoch that runs, and how many do.
    function placesOf(address coop) external view returns (PlacesNow memory);

    /// @notice Ends every seat of `wallet` that has run out (a person has few), and returns what they earn for. Anyone.
    function settle(address wallet) external returns (Head memory);

    /// @notice As {settle}, with the head in one word, see {HeadWord}: what a claim can afford.
    function settleInWord(address wallet) external returns (HeadWord headWord);

    /// @notice An earlier spell of a head as {settle} would leave it, `spell` below {Head.spell}.
    function spellOf(address wallet, uint256 spell) external view returns (Spell memory);

    /// @notice A person as last written down; seats that have run out may still be counted.
    function headOf(address wallet) external view returns (Head memory);

    /// @notice Tells what {settle} would return now.
    function headAsSettled(address wallet) external view returns (Head memory);

    /// @notice Tells what {settleInWord} would return now.
    function headAsSettledInWord(address wallet) external view returns (HeadWord headWord);

    /// @notice Tells whether `wallet` has a seat; it may have run out without anyone having ended it yet.
    function isSeated(address wallet) external view returns (bool);

    /// @notice Tells whether `wallet` is an active cooperator, who may buy bonds.
    function isCooperator(address wallet) external view returns (bool);

    /// @notice Tells whether `wallet` has been seated in a user class for a whole epoch.
    function isSettledUser(address wallet) external view returns (bool);

    /// @notice How many persons have a seat, as last written down.
    function heads() external view returns (uint256);

    /* THE CLOCK */

    /// @notice When epoch 0 begins.
    function start() external view returns (uint48);

    /// @notice How long an epoch is, in seconds.
    function epochLength() external view returns (uint32);

    /// @notice The epoch that runs now; 0 also before the start.
    function epoch() external view returns (uint256);

    /// @notice Heads that earn for the whole of `epoch_`, as known now.
    function earningHeads(uint256 epoch_) external view returns (uint256);

    /// @notice How many heads must earn in an epoch, by the latest setting, before common income is shared.
    function leastHeads() external view returns (uint256);

    /// @notice The first epoch of `from` to `to` that enough heads earn for, and how many do; (to, 0) where there is none.
    /// @dev Looks at so many epochs at most that its cost is bounded, see {Heads}.
    function firstEarning(uint256 from, uint256 to) external view returns (uint256 epoch_, uint256 count);

    /// @notice When `epoch_` begins.
    function epochStart(uint256 epoch_) external view returns (uint256);

    /* THE ROOT'S SETTINGS: only the root */

    /// @notice Lets at least `granted` cooperators of a co-op start together. A higher figure than its places now holds at
    /// once; a lower one takes nothing from anybody who waits.
    /// @dev At most as many are granted as the co-op had cooperators at the snapshot of the motion that is carried out.
    function grant(address coop, uint32 granted) external;

    /// @notice From the next epoch on, common income waits while fewer heads earn. At least 1.
    function setLeastHeads(uint32 least) external;

    /// @notice The levy that counts as a part in the material commons.
    function setLeastLevy(uint256 amount) external;

    /// @notice How long before a co-op leaves it gives notice.
    function setNoticePeriod(uint32 period) external;

    /// @notice Accepts the co-ops of a Registrar, or no longer does.
    function acceptRegistrar(address registrar, bool accepted) external;

    /* CHAPTERS */

    /// @notice The federation was founded. Its chapters follow, each with {ChapterOpened}.
    event Begun(address root, address cash, uint48 start, uint32 epochLength);

    /// @notice A chapter stands under its name from now on.
    /// @param codeHash keccak256 of the code at its address.
    event ChapterOpened(address indexed chapter, string name, bytes32 codeHash);

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
    /// @param granted For each founder, how many of its cooperators start together, at most those before this second.
    function begin(
        address root_,
        address[] calldata chapters,
        address registrar,
        Founder[] calldata founders,
        uint32[] calldata granted
    ) external;

    /// @notice Opens a chapter for all co-ops that joined. Only the root.
    /// @param name The name that the chapter says by {IChapter-chapterName}.
    function open(string calldata name, address chapter) external;

    /// @notice Puts a newer chapter in the place of one. Only the root.
    function replace(string calldata name, address chapter) external;

    /// @notice Tells whether `chapter` stands under its name now.
    function isChapter(address chapter) external view returns (bool);

    /// @notice Tells whether the root accepts the co-ops of a Registrar.
    function isAcceptedRegistrar(address registrar) external view returns (bool);
}
