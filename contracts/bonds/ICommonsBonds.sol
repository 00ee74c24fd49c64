// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity ^0.8.28;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";

import {MachineId} from "../types/MachineId.sol";
import {RentMode} from "../types/RentMode.sol";
import {SeriesId} from "../types/SeriesId.sol";

/// @title ICommonsBonds
/// @notice Series of bonds by which cooperators of a phyle lend for a machine that then belongs to all of them. The
/// debtor is the commons fund: a series is paid from what its machine earns and, if the root endorsed it, from common
/// income. There is no date on which it must be repaid, the return is capped, and all of it can be lost.
/// @dev A clone with two arguments: the Phyle and its CommonsFund.
/// RULES
/// - BND-1 Only a co-op in good standing floats; only cooperators subscribe and receive. Subscribing reads the person's
///   seat, which anyone may end as soon as it has run out; receiving reads the rolls themselves.
/// - BND-2 A pledge is recorded one to one, and withdrawing or refunding it is never short (I2, I15).
/// - BND-3 The state of a series is a function of its terms, its pledges and the time; nobody has to close it.
/// - BND-4 The price leaves together with an entry in Machines, or not at all (I14).
/// - BND-5 What a holder of u of U units is due: floor((paid × u + correction) / U) − taken. A transfer of v units at
///   `paid` p moves p × v of correction to the one who gives: both keep their history (I5), and taking late or early
///   gives the same.
/// - BND-6 Collecting, withdrawing and refunds can never be stopped, by the holder alone, to any address (I16).
/// - BND-7 Nobody holds a free option on the others. A pledge can be withdrawn until `subscribeUntil`, and after it for
///   four days from when it was made, the newest first. What withdrawals set free can be pledged for until the close, and
///   each such pledge moves the close to four days later, but not beyond 14 days after `subscribeUntil`. Nobody pledges
///   a third of the least or more; who has withdrawn more than half of all they pledged is shut out of the series.
/// - BND-8 What a series is offered on holds when it is used. A machine that is lent free is pledged for only once the root
///   stands behind it; it is bought only while the co-op is in good standing, and never from a contract of the federation.
/// - BND-9 What a person held passes to the heir whom their co-op named, see {IHeirs}: bonds, what they are due, and pledges
///   that failed. The heir holds, collects and sells, and does not buy.
/// POSITIONS
/// ERC-6909: the id is the series, the amount whole units of face F = 10^decimals of the cash token. They can be
/// transferred once the machine is bought, to active cooperators only. Who left keeps the claim and may sell, not buy.
/// The events Transfer of ERC-6909 tell every pledge (from zero, by the holder) and every withdrawal and refund (to
/// zero); nothing else is said about them.
/// A series is open from `opensAt` until it closes, at `subscribeUntil` + 4 days or as far later as pledges moved it.
interface ICommonsBonds is IERC6909 {
    enum Status {
        /// there is no such series
        NONE,
        /// before it closes
        OPEN,
        /// closed below the least, not bought in time, or its co-op is not in good standing: everyone gets back exactly what
        /// they paid. For ever, where the least or the time was missed, or as soon as one person was refunded
        FAILED,
        /// closed at or above the least and the co-op in good standing, waiting to be bought
        FUNDED,
        /// the machine is in the register, and income flows
        BOUGHT,
        /// paid all it will ever be due
        REDEEMED,
        /// reduced after a default; not offered yet
        WRITTEN_DOWN
    }

    /// @dev It holds what a co-op offers. Money is in base units of the cash token, bonds in whole units.
    struct SeriesTerms {
        /// in a few words what is bought, 1 to 64 bytes
        string title;
        /// sha-256 of the document that describes the machine
        bytes32 machine;
        address supplier;
        /// what the supplier is paid, at most leastUnits × F
        uint96 price;
        uint40 leastUnits;
        uint40 mostUnits;
        /// below a third of the least
        uint40 mostPerPerson;
        uint40 opensAt;
        /// at least 7 days after opensAt
        uint40 subscribeUntil;
        /// the machine must be bought before this, later than subscribeUntil + 14 days
        uint40 buyBy;
        /// by when the co-op expects all to be paid; a hope, not a term
        uint40 expectedBy;
        /// the most that is ever paid on the price, 10 000 is par
        uint16 capBps;
        RentMode rentMode;
        /// use fee for each period; 0 for USUFRUCT
        uint96 rent;
        /// seconds; 0 for USUFRUCT
        uint32 rentPeriod;
    }

    /// @dev A series as it stands.
    struct Series {
        address coop;
        Status status;
        bool endorsed;
        uint40 closesAt;
        /// pledged, and since the close sold
        uint40 units;
        /// of what withdrawals set free, what nobody has pledged for yet
        uint40 freedUnits;
        /// 0 while not bought
        uint32 machineId;
        /// without the title, which {Floated} tells
        SeriesTerms terms;
    }

    /// @dev It holds what a person has pledged for a series, in whole units.
    struct Pledge {
        /// all that they ever pledged, whether or not they took it back
        uint40 pledged;
        /// what they can take back now
        uint40 withdrawable;
        /// when that becomes less; 0 where it is nothing
        uint40 until;
        /// whether they took back so much that they cannot pledge again
        bool shutOut;
    }

    /// @notice A co-op offers bonds.
    event Floated(SeriesId indexed seriesId, address indexed coop, uint256 face, uint40 closesAt, SeriesTerms terms);

    /// @notice Somebody pledged for what a withdrawal set free, so that the series closes later.
    event CloseMoved(SeriesId indexed seriesId, uint40 closesAt);

    /// @notice The root stands behind a series: it shares in common income once it is bought.
    event Endorsed(SeriesId indexed seriesId);

    /// @notice The machine was bought, and is lent to the co-op.
    event Bought(
        SeriesId indexed seriesId,
        MachineId indexed machineId,
        uint256 units,
        uint256 price,
        uint256 leftOver
    );

    /// @notice A holder was paid what they were due.
    event Taken(SeriesId indexed seriesId, address indexed holder, address to, uint256 amount);

    /// @notice The most that the root allows series to pay on their price.
    event MostCapSet(uint16 capBps);

    /// @notice Thrown when a co-op offers bonds, or a machine is bought for it, and it does not pass the open co-op test
    /// now, or has left.
    error NotInGoodStanding(address coop);
    /// @notice Thrown when the cash token has more than `most` decimals, so that the books would soon be full.
    error CashDecimalsInvalid(uint256 decimals, uint256 most);
    /// @notice Thrown when `wallet` has no seat in the federation, and so may not lend or receive bonds.
    error NotACooperator(address wallet);
    /// @notice Thrown when there is no series with this number.
    error SeriesUnknown(SeriesId seriesId);
    /// @notice Thrown when a title is not 1 to 64 bytes of plain text.
    error SeriesTitleInvalid(string title);
    /// @notice Thrown when the digest of the document that describes the machine is zero.
    error MachineDocumentMissing();
    /// @notice Thrown when the supplier is nobody, the co-op itself, the root, a contract of the federation or the cash
    /// token.
    error SupplierInvalid(address supplier);
    /// @notice Thrown when the price is zero, or above `most`: what the least units raise.
    error PriceInvalid(uint256 price, uint256 most);
    /// @notice Thrown when a number of units is zero, the least is above the most, or the most per person is a third of
    /// the least or more.
    error UnitsInvalid(uint256 leastUnits, uint256 mostUnits, uint256 mostPerPerson);
    /// @notice Thrown when a series would open in the past, take pledges for less than 7 days, or leave no time to buy
    /// after its latest close, or more than 366 days after its earliest.
    error TimesInvalid(uint256 opensAt, uint256 subscribeUntil, uint256 buyBy);
    /// @notice Thrown when the most that is paid back is below par (10 000), or above `mostCapBps`.
    error CapInvalid(uint256 capBps, uint256 mostCapBps);
    /// @notice Thrown when this way of lending a machine is not offered yet.
    error RentModeNotOffered(RentMode mode);
    /// @notice Thrown when a machine lent at cost has no use fee or no period, or one lent freely has either.
    error RentInvalid(uint256 rent, uint256 rentPeriod);
    /// @notice Thrown when the root stands behind this series already.
    error AlreadyEndorsed(SeriesId seriesId);
    /// @notice Thrown when a series opened at `opensAt`: lenders must know before what they lend on.
    error TooLateToEndorse(SeriesId seriesId, uint256 opensAt);
    /// @notice Thrown when `most` endorsed series may still be paid.
    error TooManyEndorsed(uint256 most);
    /// @notice Thrown when a series takes pledges only from `opensAt` on.
    error NotOpenYet(SeriesId seriesId, uint256 opensAt);
    /// @notice Thrown when a series took pledges until `subscribeUntil`, and nothing that was set free is left.
    error SubscriptionOver(SeriesId seriesId, uint256 subscribeUntil);
    /// @notice Thrown when somebody pledges for a machine that is lent free, and the root does not stand behind the series:
    /// nothing would ever repay it.
    error NothingRepays(SeriesId seriesId);
    /// @notice Thrown when zero units are asked for, or the holder has none.
    error NoUnits();
    /// @notice Thrown when `units` are pledged, and the whole series has only `left`; after `subscribeUntil` only what
    /// withdrawals set free.
    error OverTheMost(SeriesId seriesId, uint256 units, uint256 left);
    /// @notice Thrown when `units` are pledged, and the person may pledge only `left` more.
    error OverTheMostPerPerson(SeriesId seriesId, uint256 units, uint256 left);
    /// @notice Thrown when `wallet` pledges again, and took back more than half of all that they had pledged.
    error ShutOut(SeriesId seriesId, address wallet, uint256 pledged, uint256 withdrawn);
    /// @notice Thrown when `units` are taken back after `subscribeUntil`, and only `withdrawable` were pledged within the
    /// last four days.
    error PledgeBinding(SeriesId seriesId, uint256 units, uint256 withdrawable);
    /// @notice Thrown when a pledge cannot be taken back any more, because the series has closed.
    error NotWithdrawable(SeriesId seriesId, Status status);
    /// @notice Thrown when a series has not failed, so that there is nothing to refund.
    error NotRefundable(SeriesId seriesId, Status status);
    /// @notice Thrown when a series is not funded, or the time to buy is over.
    error NotBuyable(SeriesId seriesId, Status status);
    /// @notice Thrown when bonds cannot be transferred yet: the machine is not bought.
    error NotTransferable(SeriesId seriesId, Status status);
    /// @notice Thrown when `units` are moved, and `holder` has only `held`.
    error OverTheHolding(SeriesId seriesId, address holder, uint256 units, uint256 held);
    /// @notice Thrown when `spender` moves `units`, and the holder allowed only `allowance`.
    error OverTheAllowance(address spender, uint256 units, uint256 allowance);
    /// @notice Thrown when a holder would let the zero address move bonds.
    error HolderInvalid(address holder);

    /* RAISING */

    /// @notice Offers bonds. Only the account of a co-op in good standing, so only as its assembly decided.
    /// @dev SPECIAL unless its statutes list it as ordinary.
    function float(SeriesTerms calldata terms) external returns (SeriesId seriesId);

    /// @notice Stands behind a series, so that common income repays it too. Only the root, before it opens, and for good.
    /// At most 16 series are endorsed at a time that may still be paid and are not two years beyond `expectedBy`.
    function endorse(SeriesId seriesId) external;

    /// @notice Pledges units for the caller, an active cooperator. Needs an allowance for the fund of units × F.
    function subscribe(SeriesId seriesId, uint256 units) external;

    /// @notice Pledges as {subscribe} does, with a signed allowance (ERC-2612, the spender being the fund) in the same
    /// transaction.
    function subscribeWithPermit(
        SeriesId seriesId,
        uint256 units,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external;

    /// @notice Takes back a pledge, or a part of it: until `subscribeUntil`, and after it for four days from when it was
    /// made, as long as the series has not closed. What was pledged last goes first.
    function withdraw(SeriesId seriesId, uint256 units) external;

    /// @notice Takes back a pledge as {withdraw} does; the money goes to `to`.
    function withdrawTo(SeriesId seriesId, uint256 units, address to) external;

    /// @notice Pays the supplier, enters the machine in the register and lets the left-over flow back. Anyone, once a
    /// series is funded.
    function buy(SeriesId seriesId) external returns (MachineId machineId);

    /// @notice Tells what a person has pledged for a series, and how much of it they can take back now.
    function pledgeOf(SeriesId seriesId, address holder) external view returns (Pledge memory);

    /// @notice Pulls the caller's whole pledge out of a series that failed. For ever.
    function refund(SeriesId seriesId) external returns (uint256 amount);

    /// @notice Refunds the caller as {refund} does; the money goes to `to`.
    function refundTo(SeriesId seriesId, address to) external returns (uint256 amount);

    /// @notice Refunds a holder to their own wallet. Anyone.
    function refundFor(SeriesId seriesId, address holder) external returns (uint256 amount);

    /* COLLECTING */

    /// @notice Collects what the caller is due.
    function take(SeriesId seriesId) external returns (uint256 amount);

    /// @notice Collects as {take} does; the money goes to `to`.
    function takeTo(SeriesId seriesId, address to) external returns (uint256 amount);

    /// @notice Collects for a holder, to their own wallet. Anyone.
    function takeFor(SeriesId seriesId, address holder) external returns (uint256 amount);

    /// @notice Takes over what `person` holds of a series, for the caller, their heir: collects what is due to them and moves
    /// the bonds, or refunds what was pledged for a series that failed. The money goes to `to`.
    /// @dev Rule: BND-9. A pledge for an open series stays as it was made: nobody takes it back for another.
    /// @return amount what was paid
    function inheritFrom(SeriesId seriesId, address person, address to) external returns (uint256 amount);

    /// @notice Tells what taking would pay now.
    function dueOf(SeriesId seriesId, address holder) external view returns (uint256);

    /// @notice Tells what a holder has taken so far.
    function takenOf(SeriesId seriesId, address holder) external view returns (uint256);

    /* SETTINGS */

    /// @notice The most that new series may offer to pay on their price: 10 000 to 20 000. Only the root.
    function setMostCap(uint16 capBps) external;

    /// @notice 10 000 unless the root set another.
    function mostCap() external view returns (uint16);

    /* READING */

    /// @notice The status of a series now, by its terms, its pledges and the time.
    function statusOf(SeriesId seriesId) external view returns (Status);

    /// @notice A series as it stands now; it fails with {SeriesUnknown} where there is none.
    function seriesOf(SeriesId seriesId) external view returns (Series memory);

    /// @notice How many series there are; ids are 1 to this.
    function seriesCount() external view returns (uint256);

    /// @notice F, the face of one unit in base units of the cash token.
    function face() external view returns (uint256);
}
