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

import {Bodies} from "./Bodies.sol";
import {ILicences} from "./ILicences.sol";

/// @title Proceeds
/// @notice The part of {ILicences} about where the fees go: escrow, then pending, then claimable.
/// @dev escrow + pending + for the fund + claimable = held (L8).
abstract contract Proceeds is Bodies, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /// @dev One slot. `byOther`: somebody else than the licensee paid, see `_payers`.
    struct Escrow {
        uint112 amount;
        uint40 from;
        uint40 refundUntil;
        uint32 work;
        uint16 terms;
        bool byOther;
    }

    /// @dev By key, `family << 160 | licensee`.
    mapping(uint256 key => Escrow) internal _escrows;
    mapping(uint256 key => address) internal _payers;
    mapping(uint256 work => mapping(uint256 terms => uint256)) public pendingOf;
    uint256 public pendingForFund;
    mapping(address account => uint256) public claimable;

    /* COMING IN */

    /// @dev Books what the caller will pay; a payment within an open window joins the one that opened it.
    function _book(uint256 key, uint256 fee, uint256 work, uint256 terms, uint256 from, uint256 window) internal {
        Escrow memory escrow = _escrows[key];
        bool byOther = msg.sender != address(uint160(key));
        if (escrow.amount != 0 && block.timestamp < escrow.refundUntil) {
            if (msg.sender != _payerOf(key, escrow)) revert RefundStillOpen(escrow.refundUntil);
            escrow.amount = SafeCast.toUint112(fee + escrow.amount);
        } else {
            if (escrow.amount != 0) _release(key, escrow);
            escrow = Escrow({
                amount: SafeCast.toUint112(fee),
                from: uint40(from),
                refundUntil: uint40(block.timestamp + window),
                work: uint32(work),
                terms: uint16(terms),
                byOther: byOther
            });
            if (byOther) _payers[key] = msg.sender;
        }
        _escrows[key] = escrow;
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
    function release(uint256 family, address licensee) external {
        uint256 key = _key(family, licensee);
        Escrow memory escrow = _escrows[key];
        if (escrow.amount == 0) revert NothingToRelease();
        // LIC-6
        if (block.timestamp < escrow.refundUntil) revert RefundStillOpen(escrow.refundUntil);

        // The slot is kept, so that the next payment does not have to pay for it again.
        _escrows[key].amount = 0;
        _release(key, escrow);
    }

    function _release(uint256 key, Escrow memory escrow) private {
        pendingOf[escrow.work][escrow.terms] += escrow.amount;
        emit PaymentReleased(address(uint160(key)), key >> 160, escrow.work, escrow.terms, escrow.amount);
    }

    /* DIVIDING */

    /// @inheritdoc ILicences
    function split(uint256 work, uint256 terms) external {
        uint256 amount = pendingOf[work][terms];
        if (amount == 0) revert NothingToSplit(work, terms);
        IWorks works = _worksOf();
        (uint256 family, address steward) = works.stewardOf(work);
        uint256[] memory parents = works.parentsOf(work);
        (uint256 toSteward, uint256 toParent) = works.splitOf(family, terms);
        toSteward = (amount * toSteward) / BPS;
        toParent = parents.length == 0 ? 0 : (amount * toParent) / BPS / parents.length;
        // The rest: its own share, that of parents where there are none, and what cannot be divided.
        // L8, LIC-7
        uint256 toFund = amount - toSteward - toParent * parents.length;

        pendingOf[work][terms] = 0;
        claimable[steward] += toSteward;
        pendingForFund += toFund;
        for (uint256 i = 0; i < parents.length; ++i) {
            (, uint256 inForce, , , ) = works.priceOf(parents[i]);
            pendingOf[parents[i]][inForce] += toParent;
        }

        emit FeeSplit(work, terms, steward, toSteward, toParent * parents.length, toFund);
    }

    /* GOING OUT */

    /// @inheritdoc ILicences
    function pourToFund() external nonReentrant {
        uint256 amount = pendingForFund;
        if (amount == 0) revert NothingToClaim(address(0));
        address fund = CloneArgs.addressInWord(CloneArgs.FUND);

        pendingForFund = 0;

        emit PouredToFund(amount);

        _cash.forceApprove(fund, amount);
        ICommonsFund(fund).pour(amount, Source.LICENCE, 0);
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
        _cash.safeTransfer(to, amount);
    }

    /* READING */

    /// @inheritdoc ILicences
    function paymentOf(uint256 family, address licensee) external view returns (Payment memory payment) {
        uint256 key = _key(family, licensee);
        Escrow memory escrow = _escrows[key];
        if (escrow.amount == 0) return payment;
        return
            Payment({
                amount: escrow.amount,
                work: escrow.work,
                terms: escrow.terms,
                from: escrow.from,
                refundUntil: escrow.refundUntil,
                payer: _payerOf(key, escrow)
            });
    }

    /// @dev Until when the payment can be taken back; 0: not any more, or there is none.
    function _openUntil(uint256 key) internal view returns (uint48) {
        Escrow memory escrow = _escrows[key];
        return escrow.amount != 0 && block.timestamp < escrow.refundUntil ? escrow.refundUntil : 0;
    }

    function _payerOf(uint256 key, Escrow memory escrow) internal view returns (address) {
        return escrow.byOther ? _payers[key] : address(uint160(key));
    }

    function _key(uint256 family, address licensee) internal pure returns (uint256) {
        return (family << 160) | uint160(licensee);
    }
}
