// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

import {IWorks} from "../commons/IWorks.sol";
import {ICommonsFund} from "../fund/ICommonsFund.sol";
import {CloneArgs} from "../libraries/CloneArgs.sol";
import {BPS} from "../types/Bps.sol";
import {Source} from "../types/Source.sol";
import {Family, WorkId} from "../types/WorkId.sol";

import {Bodies} from "./Bodies.sol";
import {Case, Escrow} from "./Case.sol";
import {EscrowWord, EscrowWords} from "./EscrowWord.sol";
import {GrantKey, GrantKeys} from "./GrantKey.sol";
import {GrantWord} from "./GrantWord.sol";
import {ILicences} from "./ILicences.sol";

/// @title Proceeds
/// @notice The part of {ILicences} about where the fees go: escrow, then pending, then claimable.
/// @dev escrow + pending + for the fund + claimable = held (L8).
abstract contract Proceeds is Bodies, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    mapping(GrantKey key => GrantWord) internal _grants;
    /// @dev The newest payment of a grant, and who paid where that was another.
    mapping(GrantKey key => EscrowWord) private _escrows;
    mapping(GrantKey key => address) private _payers;
    /// @dev Payments whose window was open when the next was made, by the number of their receipt.
    mapping(GrantKey key => mapping(uint256 receipt => EscrowWord)) private _earlier;
    mapping(GrantKey key => mapping(uint256 receipt => address)) private _earlierPayers;
    mapping(WorkId work => mapping(uint256 terms => uint256)) public pendingOf;
    mapping(WorkId work => uint256) public pendingForFund;
    mapping(address account => uint256) public claimable;

    /* COMING IN */

    /// @dev Books what the caller will pay. The payment before it goes on by itself: to be split where its window is
    /// over, else to a place of its own.
    function _book(GrantKey key, Case memory found) internal {
        EscrowWord word = _escrows[key];
        // L10, LIC-11
        if (word.amount() != 0) {
            Escrow memory before = word.unpack();
            uint256 receipt = found.grant.paid;
            if (block.timestamp >= before.refundUntil) {
                _release(key, receipt, before);
            } else {
                _earlier[key][receipt] = word;
                if (before.byOther) _earlierPayers[key][receipt] = _payers[key];
            }
        }
        bool byOther = msg.sender != key.licensee();
        _escrows[key] = EscrowWords.pack(
            Escrow({
                amount: SafeCast.toUint104(found.fee),
                from: SafeCast.toUint32(found.from),
                to: SafeCast.toUint32(found.to),
                refundUntil: SafeCast.toUint32(block.timestamp + found.price.refundWindow()),
                work: uint32(WorkId.unwrap(found.work)),
                terms: uint16(found.terms),
                byOther: byOther
            })
        );
        if (byOther) _payers[key] = msg.sender;
    }

    /// @dev Takes exactly `fee` from the caller.
    function _collect(IERC20 token, uint256 fee) internal {
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), fee);
        uint256 got = token.balanceOf(address(this)) - before;
        // L8
        if (got != fee) revert PaidShort(fee, got);
    }

    /// @inheritdoc ILicences
    function release(Family family, address licensee, uint256 receipt) external {
        GrantKey key = GrantKeys.pack(family, licensee);
        (Escrow memory escrow, ) = _paid(key, receipt);
        if (escrow.amount == 0) revert NothingToRelease();
        // LIC-6
        if (block.timestamp < escrow.refundUntil) revert RefundStillOpen(escrow.refundUntil);

        _clear(key, receipt);
        _release(key, receipt, escrow);
    }

    function _release(GrantKey key, uint256 receipt, Escrow memory escrow) private {
        WorkId work = WorkId.wrap(escrow.work);
        pendingOf[work][escrow.terms] += escrow.amount;
        emit PaymentReleased(key.licensee(), key.family(), work, escrow.terms, receipt, escrow.amount);
    }

    function _clear(GrantKey key, uint256 receipt) internal {
        if (receipt == _grants[key].paid()) _escrows[key] = _escrows[key].withoutAmount();
        else _earlier[key][receipt] = EscrowWord.wrap(0);
    }

    /// @dev The payment of a receipt, all zero where there is none that waits, and who made it.
    function _paid(GrantKey key, uint256 receipt) internal view returns (Escrow memory escrow, address payer) {
        bool newest = receipt == _grants[key].paid();
        escrow = (newest ? _escrows[key] : _earlier[key][receipt]).unpack();
        if (!escrow.byOther) return (escrow, key.licensee());
        return (escrow, newest ? _payers[key] : _earlierPayers[key][receipt]);
    }

    /// @dev The work that the newest payment of a grant was for.
    function _paidWork(GrantKey key) internal view returns (WorkId) {
        return _escrows[key].work();
    }

    /* DIVIDING */

    /// @inheritdoc ILicences
    function split(WorkId work, uint256 terms) external {
        uint256 amount = pendingOf[work][terms];
        if (amount == 0) revert NothingToSplit(work, terms);
        IWorks works = _worksOf();
        (Family family, address steward) = works.stewardOf(work);
        WorkId[] memory parents = works.parentsOf(work);
        (uint256 toSteward, uint256 toParent) = works.splitOf(family, terms);
        toSteward = (amount * toSteward) / BPS;
        toParent = parents.length == 0 ? 0 : (amount * toParent) / BPS / parents.length;
        // The rest: its own share, that of parents where there are none, and what cannot be divided.
        // L8, LIC-7
        uint256 toFund = amount - toSteward - toParent * parents.length;

        pendingOf[work][terms] = 0;
        claimable[steward] += toSteward;
        pendingForFund[work] += toFund;
        for (uint256 i = 0; i < parents.length; ++i) {
            (WorkId parent, , uint256 inForce, , , ) = works.priceOf(parents[i]);
            pendingOf[parent][inForce] += toParent;
        }

        emit FeeSplit(work, terms, steward, toSteward, toParent * parents.length, toFund);
    }

    /* GOING OUT */

    /// @inheritdoc ILicences
    function pourToFund(WorkId work) external nonReentrant {
        uint256 amount = pendingForFund[work];
        if (amount == 0) revert NothingToPour(work);
        address fund = CloneArgs.fund();

        pendingForFund[work] = 0;

        emit PouredToFund(work, amount);

        _cash().forceApprove(fund, amount);
        ICommonsFund(fund).pour(amount, Source.LICENCE, WorkId.unwrap(work));
    }

    /// @inheritdoc ILicences
    function claimTo(address to) external returns (uint256 amount) {
        return _claim(msg.sender, to);
    }

    /// @inheritdoc ILicences
    function claimFor(address account) external returns (uint256 amount) {
        return _claim(account, account);
    }

    function _claim(address account, address to) private nonReentrant returns (uint256 amount) {
        amount = claimable[account];
        if (amount == 0) revert NothingToClaim(account);

        claimable[account] = 0;

        emit LicenceShareClaimed(account, to, amount);

        _payOut(to, amount);
    }

    /// @dev Money that came back here would belong to nobody.
    function _payOut(address to, uint256 amount) internal {
        if (to == address(this)) revert PayeeInvalid(to);
        _cash().safeTransfer(to, amount);
    }

    /* READING */

    /// @inheritdoc ILicences
    function paymentOf(
        Family family,
        address licensee,
        uint256 receipt
    ) external view returns (Payment memory payment) {
        (Escrow memory escrow, address payer) = _paid(GrantKeys.pack(family, licensee), receipt);
        if (escrow.amount == 0) return payment;
        return
            Payment({
                amount: escrow.amount,
                work: WorkId.wrap(escrow.work),
                terms: escrow.terms,
                from: escrow.from,
                to: escrow.to,
                refundUntil: escrow.refundUntil,
                payer: payer
            });
    }
}
