// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

import {Chapter} from "../libraries/Chapter.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {IChapter} from "../types/IChapter.sol";
import {Kind} from "../types/Kind.sol";
import {Family, WorkId} from "../types/WorkId.sol";

import {Case, Escrow, Permission} from "./Case.sol";
import {GrantKey, GrantKeys} from "./GrantKey.sol";
import {GrantWords} from "./GrantWord.sol";
import {IBodies} from "./IBodies.sol";
import {ILicences, LicenceGround, Unproved} from "./ILicences.sol";
import {Quotes} from "./Quotes.sol";
import {Reciprocity} from "./Reciprocity.sol";
import {Requests} from "./Requests.sol";
import {Spans} from "./Spans.sol";

/// @title Licences
/// @notice See {ILicences}. {Quotes} says who may and for how much, {Grants} keeps what was given, {Proceeds} where the
/// fees go; here permissions are given, renewed and taken back.
/// @dev A clone, see {CloneArgs}.
contract Licences is Quotes, Chapter {
    uint256 private constant BETWEEN_REFUNDS = 365 days;

    /* GRANTING */

    /// @inheritdoc ILicences
    function acquire(Request calldata request, bytes calldata signature) external nonReentrant returns (bytes32) {
        if (msg.sender != request.licensee) {
            if (!Signatures.isBy(request.licensee, requestDigest(request), signature)) {
                revert LicenseeSignatureInvalid(request.licensee);
            }
        }
        return _acquire(request);
    }

    /// @inheritdoc ILicences
    function acquireWithPermit(
        Request calldata request,
        Permit calldata permit
    ) external nonReentrant returns (bytes32) {
        if (msg.sender != request.licensee) revert LicenseeSignatureInvalid(request.licensee);
        // Somebody may have sent the permit before; what counts is the allowance.
        try
            IERC20Permit(address(_cash())).permit(
                msg.sender,
                address(this),
                permit.value,
                permit.deadline,
                permit.v,
                permit.r,
                permit.s
            )
        {} catch {}
        return _acquire(request);
    }

    function _acquire(Request calldata request) private returns (bytes32) {
        if (block.timestamp > request.deadline) revert DeadlinePassed(request.deadline);
        _moveIn();
        Case memory found = _examine(request);
        if (found.unproved != Unproved.NONE) revert GroundUnproved(request.claim, found.unproved);
        address payer = request.payer == address(0) ? request.licensee : request.payer;
        // LIC-12
        if (found.fee != 0 && msg.sender != payer) revert NotThePayer(msg.sender, payer);
        if (found.pending) _notePending(request.licensee, request.statement, found.most);
        Entry memory entry;
        entry.purchaseOrder = request.purchaseOrder;
        entry.statement = request.statement;
        return _grant(GrantKeys.pack(found.family, request.licensee), found, entry, request.terms, request.maxFee);
    }

    /// @inheritdoc ILicences
    function renew(
        Family family,
        LicenceGround claim,
        uint32 duration,
        uint256 maxFee,
        uint256 terms,
        bytes32 purchaseOrder,
        bytes32 statement
    ) external nonReentrant returns (bytes32) {
        GrantKey key = GrantKeys.pack(family, msg.sender);
        Case memory found = _examineRenewal(key, claim, duration, statement != 0);
        Entry memory entry;
        entry.purchaseOrder = purchaseOrder;
        entry.statement = statement;
        return _grant(key, found, entry, terms, maxFee);
    }

    /// @dev Writes grant, payment and receipt, and takes the fee.
    function _grant(
        GrantKey key,
        Case memory found,
        Entry memory entry,
        uint256 terms,
        uint256 maxFee
    ) private returns (bytes32 fingerprint) {
        if (found.terms != terms) revert TermsNotInForce(terms, found.terms);
        uint256 fee = found.fee;
        // LIC-2
        if (fee > maxFee) revert FeeAboveMax(fee, maxFee);

        if (fee != 0) _book(key, found);
        entry.number = _setGrant(key, found);
        entry.payer = msg.sender;
        // LIC-8
        entry.work = found.work;
        entry.terms = terms;
        entry.ground = found.ground;
        entry.tier = found.tier;
        entry.issued = uint48(block.timestamp);
        entry.from = uint48(found.from);
        entry.to = uint48(found.to);
        IERC20 token = _cash();
        entry.token = address(token);
        entry.amount = fee;
        bytes memory told;
        (fingerprint, told) = _chain(key, entry);

        _tell(Receipt.selector, key, fingerprint, told);

        if (fee != 0) _collect(token, fee);
    }

    /// @dev Emits {Receipt}, whose data is the end of what was hashed: to encode it once more would cost 1 000 gas.
    function _tell(bytes32 topic, GrantKey key, bytes32 fingerprint, bytes memory told) private {
        // As a number: an address may have other bits above its own in assembly.
        uint256 licensee = uint160(key.licensee());
        Family family = key.family();
        assembly ("memory-safe") {
            log4(add(told, 0x60), sub(mload(told), 0x40), topic, licensee, family, fingerprint)
        }
    }

    /* CHANGING ONE'S MIND */

    /// @inheritdoc ILicences
    function refund(Family family, uint256 receipt, address to) external nonReentrant {
        GrantKey key = GrantKeys.pack(family, msg.sender);
        (Escrow memory escrow, address payer) = _paid(key, receipt);
        if (escrow.amount == 0) revert NothingToRefund();
        if (block.timestamp >= escrow.refundUntil) revert RefundWindowOver(escrow.refundUntil);
        Permission memory grant = _grants[key].unpack();
        uint48 refundedAt = grant.refundedAt;
        if (refundedAt != 0 && block.timestamp < refundedAt + BETWEEN_REFUNDS) revert RefundedBefore(refundedAt);

        _clear(key, receipt);
        // L3, L5, LIC-3, LIC-4: only the licensee comes here, whose name is in the key.
        grant = Spans.cut(grant, _spans[key], escrow.from, escrow.to);
        grant.refundedAt = uint48(block.timestamp);
        ++grant.receipts;
        _grants[key] = GrantWords.pack(grant);
        if (payer != msg.sender) claimable[payer] += escrow.amount;
        Entry memory entry = Entry({
            number: grant.receipts,
            payer: payer,
            work: WorkId.wrap(escrow.work),
            terms: escrow.terms,
            ground: LicenceGround.PAID,
            tier: grant.tier,
            issued: uint48(block.timestamp),
            from: escrow.from,
            to: escrow.from,
            token: address(_cash()),
            amount: escrow.amount,
            purchaseOrder: 0,
            statement: 0,
            previous: 0
        });
        (bytes32 fingerprint, ) = _chain(key, entry);

        emit Refunded(msg.sender, family, fingerprint, receipt, payer == msg.sender ? to : payer, entry);

        if (payer == msg.sender) _payOut(to, escrow.amount);
    }

    /* WHAT IT IS */

    /// @inheritdoc IChapter
    function chapterName() external pure returns (string memory) {
        return "licences";
    }

    /// @inheritdoc IChapter
    function floorOf(bytes4 selector) external pure returns (Kind) {
        if (selector == IBodies.accredit.selector) return Kind.ORDINARY;
        bool isNamed =
            selector == ILicences.acquire.selector ||
                selector == ILicences.acquireWithPermit.selector ||
                selector == ILicences.renew.selector ||
                selector == ILicences.refund.selector ||
                selector == ILicences.release.selector ||
                selector == ILicences.split.selector ||
                selector == ILicences.pourToFund.selector ||
                selector == ILicences.claimTo.selector ||
                selector == ILicences.claimFor.selector ||
                selector == IBodies.attestCommonGood.selector ||
                selector == IBodies.withdrawCommonGood.selector;
        return isNamed ? Kind.SPECIAL : Kind.ENTRENCHED;
    }

    /* READING */

    /// @inheritdoc ILicences
    function requestDigest(Request calldata request) public view returns (bytes32) {
        (, Family family, , , , ) = _worksOf().priceOf(request.work);
        uint256 receipt = _grants[GrantKeys.pack(family, request.licensee)].unpack().receipts + 1;
        return Requests.digestOf(request, receipt);
    }

    /// @inheritdoc ILicences
    function feeOf(
        uint256 pricePerYear,
        uint256 tierBps,
        uint256 duration,
        uint256 waivePoints,
        uint32[8] calldata quarters,
        uint256 distinctAttesters,
        uint256 minAttesters
    ) external pure returns (uint256 credit, uint256 fee) {
        credit = Reciprocity.creditIn(quarters);
        fee = Reciprocity.feeOf(
            pricePerYear,
            tierBps,
            duration,
            Math.min(duration, Reciprocity.YEAR),
            waivePoints,
            credit,
            distinctAttesters >= minAttesters
        );
    }
}
