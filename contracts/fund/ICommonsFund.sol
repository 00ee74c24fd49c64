// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {HoldingWord} from "../libraries/HoldingWord.sol";
import {MachineId} from "../types/MachineId.sol";
import {SeriesId} from "../types/SeriesId.sol";
import {Source} from "../types/Source.sol";

/// @title ICommonsFund
/// @notice Holds all common cash of a phyle: what was pledged for bonds, what series were paid, the reserve, and the
/// basic income of the heads. Every allowance for common cash is given to the fund, and only to it.
/// @dev A clone, see {CloneArgs}.
/// WHAT IT TRUSTS
/// - Phyle for who is a head, since when, and how many earn in an epoch; and for who is a co-op, the root or a chapter.
/// - CommonsBonds for what each holder holds. The cash token must not shrink balances; what comes in is measured.
/// WHO CAN DO WHAT
/// - Anyone pours income, closes what has ended, and pays a person to their own wallet. Each person alone collects to
///   an address of their choice.
/// - CommonsBonds moves the money of bonds. The root sets how later income is split, and spends the reserve.
/// - Nobody lowers what somebody is due, or stops them from collecting it.
/// IF NOBODY ACTS
/// - The next pour or claim closes what has ended. What is due waits for ever.
/// RULES
/// - FND-1 Every bucket is tracked; no formula reads a balance. A direct transfer changes no due (I1, I3).
/// - FND-2 A pour is split without rest: own series, endorsed series, reserve, heads (I13).
/// - FND-3 A series never gets more than its capDue (I12).
/// - FND-4 Equal heads, equal pay, for whole epochs only (I8, I9, I10); leaving keeps what was earned (I11).
/// - FND-5 What is due can be collected by each person alone, to an address of their choice (I16).
/// - FND-6 Raised money leaves towards a supplier only for a machine that was entered in the register (I14).
/// - FND-7 Of income endorsed series get at least what they were sold under, 5 000 at most, until they are redeemed, not
///   bought in time, or two years beyond `expectedBy`.
/// - FND-8 What a person earned is their heir's, whom their co-op named, see {IHeirs}: it is collected by the heir alone, and
///   while one is named nobody but the person or the heir collects it (I11).
/// BASIC INCOME
/// When an epoch has ended it is closed, by anyone, or first of all by the next pour or claim; several ended epochs are
/// closed as one, shared by those who earn in the first of them in which somebody does: whoever closes late changes who
/// gets what by no more than the remainder. perHead = undistributed / earning heads, rounded down; the remainder stays
/// for the next close, and so does everything while nobody earns.
/// EVENTS
/// Each series' `paid` is the sum of the amounts in {SeriesBought} (leftOver) and {SeriesPaid}. The cash that went to
/// the heads of an epoch, divided as {EpochClosed} says, less what {Returned} gives back, is what they are owed.
interface ICommonsFund {
    /// @dev Shares of income in basis points; what is left of each goes to the heads.
    struct Policy {
        /// of what a machine earns beyond what its own series is due
        uint16 machineBondsBps;
        uint16 machineReserveBps;
        /// of income that no machine made
        uint16 otherBondsBps;
        uint16 otherReserveBps;
    }

    /// @dev A series as the fund keeps it, from the day its machine was bought.
    struct Ledger {
        /// 0 while not bought
        MachineId machineId;
        uint256 raised;
        uint256 paid;
        uint256 capDue;
        bool endorsed;
    }

    /// @dev It says what is bought with the money of a series.
    struct Purchase {
        SeriesId seriesId;
        MachineId machineId;
        address supplier;
        uint256 units;
        /// units × face
        uint256 raised;
        uint256 price;
        uint16 capBps;
        bool endorsed;
    }

    /// @notice Income came in and was split; amount = toSeries + toBonds + toReserve + toHeads.
    /// @param from The payer; the fund itself for what {skim} books.
    /// @param ref The number that `source` asks for: a machine, a grant, or a number of the payer's own.
    /// @param toSeries The part that went to the series of the machine that earned it.
    /// @param toBonds The part that went to the endorsed series; see {SeriesPaid} for each.
    event Poured(
        address indexed from,
        Source indexed source,
        uint256 indexed ref,
        uint256 amount,
        uint256 toSeries,
        uint256 toBonds,
        uint256 toReserve,
        uint256 toHeads
    );

    /// @notice A pour paid these amounts to these series; {Poured} follows in the same transaction. `amounts` may hold
    /// zeros.
    /// @param own True if the series' own machine earned it.
    event SeriesPaid(bool indexed own, SeriesId[] seriesIds, uint256[] amounts);

    /// @notice A series has been paid all it will ever be due.
    event SeriesRedeemed(SeriesId indexed seriesId, uint256 paid);

    /// @notice An endorsed series that is two years beyond `expectedBy` gave its place to another one: from now on only its
    /// machine repays it.
    event EndorsementLapsed(SeriesId indexed seriesId);

    /// @notice The machine of a series was paid for; the left-over counts as paid at once.
    event SeriesBought(
        SeriesId indexed seriesId,
        MachineId indexed machineId,
        address indexed supplier,
        uint256 price,
        uint256 leftOver,
        uint256 capDue,
        bool endorsed
    );

    /// @notice All that had ended up to and with `epoch` was closed.
    /// @param shared The epoch whose earning heads share; `epoch` where nobody earned.
    /// @param poured Income since the close before; poured − toBonds − toReserve went to the heads.
    /// @param toBonds To series, own and endorsed.
    /// @param perHead The amount that each earning head gets.
    /// @param heads How many earned.
    /// @param carried The amount that waits for the next close.
    event EpochClosed(
        uint256 indexed epoch,
        uint256 shared,
        uint256 poured,
        uint256 toBonds,
        uint256 toReserve,
        uint256 perHead,
        uint256 heads,
        uint256 carried
    );

    /// @notice A person's basic income was paid to `to`.
    event Claimed(address indexed person, address indexed to, uint256 amount);

    /// @notice Money went back to undistributed that a head had been allotted for epochs after the end of their last
    /// seat.
    event Returned(address indexed person, uint256 amount);

    /// @notice The root spent from the reserve.
    /// @param document sha-256 of what it was spent for.
    event ReserveSpent(address indexed to, uint256 amount, bytes32 document);

    /// @notice The root set how income is split from now on.
    event PolicySet(Policy policy);

    /// @notice Thrown when the caller is not the CommonsBonds of the federation.
    error OnlyBonds(address caller);
    /// @notice Thrown when the caller pours as LICENCE and neither is nor was the Licences of the federation.
    error OnlyLicences(address caller);
    /// @notice Thrown when the caller pours as LEVY and is not a co-op of the federation now.
    error LevyNotFromACoop(address caller);
    /// @notice Thrown when no series has bought a machine with this number.
    error UnknownMachine(MachineId machineId);
    /// @notice Thrown when somebody pours zero.
    error NothingPoured();
    /// @notice Thrown when the token moved `received` where it was asked for `expected`.
    error CashMismatch(uint256 expected, uint256 received);
    /// @notice Thrown when a sum would not fit into the 96 bits in which the fund keeps money.
    error AmountTooLarge(uint256 amount);
    /// @notice Thrown when the shares of a policy sum to more than 10 000.
    error PolicyInvalid(Policy policy);
    /// @notice Thrown when a policy would give endorsed series less of income than `seriesId` was sold under.
    error BelowPromise(SeriesId seriesId, uint256 machineBps, uint256 otherBps);
    /// @notice Thrown when the root spends `amount`, and the reserve is `reserve`.
    error OverReserve(uint256 amount, uint256 reserve);
    /// @notice Thrown when nothing has ended that is not closed: the running epoch ends at `endsAt`.
    error EpochNotOver(uint256 epoch, uint256 endsAt);
    /// @notice Thrown when the fund holds no more than it keeps for somebody.
    error NothingToSkim();
    /// @notice Thrown when money would be paid to nobody, or to the fund itself.
    error RecipientInvalid(address to);
    /// @notice Thrown when the ledger of a series is open already, or the machine is that of `seriesId` and not of another.
    error SeriesAlreadyBought(SeriesId seriesId);
    /// @notice Thrown when 16 endorsed series are still due something.
    error EndorsedSeriesFull(SeriesId seriesId);

    /* INCOME */

    /// @notice Pays `amount` of the cash token in and splits it. Needs an allowance for the fund.
    /// @param ref See {Source}. MACHINE: the machine, whose use fee is paid this way too. LICENCE only from Licences,
    /// LEVY only from the account of a co-op of the phyle; MACHINE and GIFT from anyone.
    function pour(uint256 amount, Source source, uint256 ref) external;

    /// @notice Pours as {pour} does, with a signed allowance (ERC-2612) in the same transaction.
    function pourWithPermit(
        uint256 amount,
        Source source,
        uint256 ref,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external;

    /// @notice Books cash that came by a direct transfer as a gift, and splits it like one. Anyone.
    function skim() external returns (uint256 amount);

    /* BASIC INCOME */

    /// @notice Closes every epoch that has ended, as one. Anyone.
    function closeEpoch() external;

    /// @notice Collects the caller's basic income.
    function claim() external returns (uint256 amount);

    /// @notice Collects the caller's basic income to another address.
    function claimTo(address to) external returns (uint256 amount);

    /// @notice Collects a person's basic income for them, to their own wallet. Anyone.
    function claimFor(address person) external returns (uint256 amount);

    /// @notice Collects what `person` earned for the caller, their heir; the money goes to `to`.
    /// @dev Rule: FND-8.
    function inheritFrom(address person, address to) external returns (uint256 amount);

    /// @notice Books what a person has earned, ends their seats that have run out and gives back what had been allotted
    /// beyond. Pays nothing. Anyone.
    function settle(address person) external;

    /// @notice Tells what a claim would pay now.
    function due(address person) external view returns (uint256);

    /// @notice How many epochs are closed: 0 to this − 1.
    function closedEpochs() external view returns (uint256);

    /// @notice Tells what a head who earned in every epoch up to and with `epoch` has been allotted.
    function indexAt(uint256 epoch) external view returns (uint256);

    /* THE ROOT */

    /// @notice Sets how income is split. Only the root, and never below {promisedBps}. Default: machine 0 / 1 000, other
    /// 5 000 / 1 000.
    function setPolicy(Policy calldata policy) external;

    /// @notice How income is split now; the default where the root has set nothing.
    function policy() external view returns (Policy memory);

    /// @notice The least shares of income that endorsed series must get now, because some were sold under them.
    function promisedBps() external view returns (uint256 machineBps, uint256 otherBps);

    /// @notice Spends from the reserve. Only the root.
    function spendReserve(address to, uint256 amount, bytes32 document) external;

    /* BONDS: only CommonsBonds */

    /// @notice Takes a pledge in, from the allowance that `from` gave the fund.
    function collect(address from, uint256 amount) external;

    /// @notice Notes what an endorsed series is sold under: the shares in force when it opens.
    function noteBacking(SeriesId seriesId, uint40 opensAt, uint40 buyBy, uint40 expectedBy) external;

    /// @notice Pays the supplier and opens the ledger of the series.
    function buy(Purchase calldata purchase) external;

    /// @notice Gives a pledge back.
    function giveBack(address to, uint256 amount) external;

    /// @notice Pays a position of a series what it is due, see {dueOf}. Pays nothing where that is 0.
    function payDue(
        SeriesId seriesId,
        HoldingWord holding,
        int256 correction,
        address to
    ) external returns (uint256 amount);

    /* BOOKS */

    /// @notice A series as the fund keeps it; all zero before its machine is bought.
    function ledgerOf(SeriesId seriesId) external view returns (Ledger memory);

    /// @notice Tells what a series has been paid so far, its left-over included.
    function paidOf(SeriesId seriesId) external view returns (uint256);

    /// @notice Tells what a position of a series is due: floor((paid × units + correction) / all units) − taken.
    /// @param holding Units and taken, as in {HoldingWord}.
    function dueOf(SeriesId seriesId, HoldingWord holding, int256 correction) external view returns (uint256);

    /// @notice The endorsed series that were bought and still are due something, in the order of floating.
    function endorsedSeries() external view returns (SeriesId[] memory);

    /// @notice The series whose bonds paid for a machine.
    function seriesOfMachine(MachineId machineId) external view returns (SeriesId);

    /// @notice Everything the fund holds for somebody: pledges, series' money, reserve, undistributed, allotted.
    function tracked() external view returns (uint256);

    /// @notice Tells what the root may spend, in base units of the cash token.
    function reserve() external view returns (uint256);

    /// @notice Tells what waits for the next close.
    function undistributed() external view returns (uint256);

    /// @notice The cash token of the phyle.
    function cash() external view returns (address);
}
