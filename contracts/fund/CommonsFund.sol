// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

import {Chapter} from "../libraries/Chapter.sol";
import {Chapters} from "../libraries/Chapters.sol";
import {CloneArgs} from "../libraries/CloneArgs.sol";
import {BPS} from "../types/Bps.sol";
import {LICENCES} from "../types/ChapterNames.sol";
import {IChapter} from "../types/IChapter.sol";
import {Kind} from "../types/Kind.sol";
import {MachineId} from "../types/MachineId.sol";
import {Source} from "../types/Source.sol";

import {BasicIncome} from "./BasicIncome.sol";
import {ICommonsFund} from "./ICommonsFund.sol";
import {Promises} from "./Promises.sol";
import {Waterfall} from "./Waterfall.sol";

/// @title CommonsFund
/// @notice See {ICommonsFund}. {Books} holds what is where, {SeriesLedger} what bonds are due, {Promises} what they were
/// sold under, {BasicIncome} what persons are due; this file takes income in and divides it by the policy of the root.
contract CommonsFund is Promises, BasicIncome, Chapter {
    /* INCOME */

    /// @inheritdoc ICommonsFund
    function pour(uint256 amount, Source source, uint256 ref) external nonReentrant {
        _pour(amount, source, ref);
    }

    /// @inheritdoc ICommonsFund
    function pourWithPermit(
        uint256 amount,
        Source source,
        uint256 ref,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external nonReentrant {
        // a permit that somebody else has already carried leaves its allowance behind
        try IERC20Permit(CloneArgs.cash()).permit(msg.sender, address(this), amount, deadline, v, r, s) {} catch {}
        _pour(amount, source, ref);
    }

    /// @inheritdoc ICommonsFund
    function skim() external nonReentrant returns (uint256 amount) {
        IERC20 token = IERC20(CloneArgs.cash());
        uint256 balance = token.balanceOf(address(this));
        if (balance <= tracked()) revert NothingToSkim();
        amount = balance - tracked();
        _closeEnded();
        _distribute(address(this), amount, Source.GIFT, 0);
    }

    /* THE ROOT */

    /// @inheritdoc ICommonsFund
    function setPolicy(Policy calldata policy_) external onlyRoot {
        if (
            uint256(policy_.machineBondsBps) + policy_.machineReserveBps > BPS ||
            uint256(policy_.otherBondsBps) + policy_.otherReserveBps > BPS
        ) revert PolicyInvalid(policy_);
        _keepPromises(policy_);

        // the highest bit tells a policy of zeros from none
        _policy =
            (1 << 63) |
            (uint64(policy_.machineBondsBps) << 48) |
            (uint64(policy_.machineReserveBps) << 32) |
            (uint64(policy_.otherBondsBps) << 16) |
            policy_.otherReserveBps;
        emit PolicySet(policy_);
    }

    /// @inheritdoc ICommonsFund
    function spendReserve(address to, uint256 amount, bytes32 document) external nonReentrant onlyRoot {
        if (amount > _reserve) revert OverReserve(amount, _reserve);
        _reserve -= uint96(amount);
        _reserveBase -= int128(uint128(amount));
        emit ReserveSpent(to, amount, document);
        _payOut(to, amount);
    }

    /* WHAT IT IS */

    /// @inheritdoc IChapter
    function chapterName() external pure returns (string memory) {
        return "fund";
    }

    /// @inheritdoc IChapter
    function floorOf(bytes4 selector) external pure returns (Kind) {
        bool isNamed =
            selector == ICommonsFund.setPolicy.selector ||
                selector == ICommonsFund.spendReserve.selector ||
                selector == ICommonsFund.pour.selector ||
                selector == ICommonsFund.pourWithPermit.selector ||
                selector == ICommonsFund.skim.selector ||
                selector == ICommonsFund.closeEpoch.selector ||
                selector == ICommonsFund.claim.selector ||
                selector == ICommonsFund.claimTo.selector ||
                selector == ICommonsFund.claimFor.selector ||
                selector == ICommonsFund.inheritFrom.selector ||
                selector == ICommonsFund.settle.selector;
        return isNamed ? Kind.SPECIAL : Kind.ENTRENCHED;
    }

    /* READING */

    /// @inheritdoc ICommonsFund
    function policy() external view returns (Policy memory policy_) {
        (uint256 bondsBps, uint256 reserveBps) = _shares(true);
        (policy_.machineBondsBps, policy_.machineReserveBps) = (uint16(bondsBps), uint16(reserveBps));
        (bondsBps, reserveBps) = _shares(false);
        (policy_.otherBondsBps, policy_.otherReserveBps) = (uint16(bondsBps), uint16(reserveBps));
    }

    /* DIVIDING, INSIDE */

    function _pour(uint256 amount, Source source, uint256 ref) private {
        if (amount == 0) revert NothingPoured();
        if (source == Source.LICENCE && !_sellsLicences(msg.sender)) revert OnlyLicences(msg.sender);
        if (source == Source.LEVY) {
            if (!_phyle().isCoop(msg.sender)) revert LevyNotFromACoop(msg.sender);
            _phyle().noteLevy(msg.sender, amount);
        }

        _closeEnded();
        _distribute(msg.sender, amount, source, ref);
        _takeIn(msg.sender, amount);
    }

    /// @dev Tells whether the root ever opened it as licences. Money for the fund still comes in from one that was
    /// replaced.
    function _sellsLicences(address chapter) private view returns (bool) {
        (bytes32 codeHash, ) = _phyle().chapterAt(chapter);
        // PHY-6
        return codeHash != 0 && Chapters.keyOf(IChapter(chapter).chapterName()) == LICENCES;
    }

    /// @dev Splits what is taken in: the machine's own series, endorsed series, reserve, heads.
    function _distribute(address from, uint256 amount, Source source, uint256 ref) private {
        if (amount > type(uint96).max - tracked()) revert AmountTooLarge(amount);
        (uint256 bondsBps, uint256 reserveBps) = _shares(source == Source.MACHINE);
        // MCH-3
        uint256 own = source == Source.MACHINE ? _payOwn(MachineId.wrap(ref), amount) : 0;
        uint256 rest = amount - own;
        uint256 common = bondsBps == 0 ? 0 : _payEndorsed(Waterfall.share(rest, bondsBps));
        uint256 saved = Waterfall.share(rest, reserveBps);
        // I13, FND-2
        uint256 income = rest - common - saved;

        if (own + common != 0) {
            _till += (own + common) << HELD;
            _toBonds += uint96(own + common);
        }
        (_undistributed, _reserve) = (_undistributed + uint96(income), _reserve + uint96(saved));
        emit Poured(from, source, ref, amount, own, common, saved, income);
    }
}
