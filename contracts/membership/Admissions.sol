// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {ICooperative} from "../cooperative/ICooperative.sol";
import {CloneArgs} from "../libraries/CloneArgs.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {TypedData} from "../libraries/TypedData.sol";
import {IStatutes} from "../statutes/IStatutes.sol";
import {Kind} from "../types/Kind.sol";
import {LONGEST_VOTE} from "../types/Periods.sol";

import {IMembership} from "./IMembership.sol";
import {Roll} from "./Roll.sol";

/// @title Admissions
/// @notice Who may come in: on whose word, and how many in a while.
abstract contract Admissions is Roll {
    /// @dev Admissions are counted in seven spans of five days, the running one included: never fewer than the last 30
    /// days, and at most 35.
    uint256 private constant SPAN = 5 days;
    uint256 private constant SPANS = 7;
    uint256 private constant SPAN_BITS = 24;
    uint256 private constant SPAN_MOST = (1 << SPAN_BITS) - 1;
    uint256 private constant FREE_ADMISSIONS = 3;

    /// @dev Where the founding name's hash stands in the clone's arguments.
    uint256 private constant NAME_AT = 40;

    bytes32 private constant APPLICATION_TYPEHASH = keccak256(
        "Application(string cooperative,address applicant,uint8 class,bytes32 document,uint256 deadline)"
    );
    bytes32 private constant SPONSORSHIP_TYPEHASH = keccak256(
        "Sponsorship(string cooperative,address applicant,uint8 class,address sponsor,uint256 deadline)"
    );

    /// @dev An application that was made on chain.
    struct Filed {
        bytes32 document;
        uint8 class;
        uint48 deadline;
    }

    mapping(address wallet => Filed application) internal _filed;

    /* READING */

    /// @inheritdoc IMembership
    function applicationOf(address wallet) external view returns (uint8 class, bytes32 document, uint256 deadline) {
        Filed storage filed = _filed[wallet];
        return (filed.class, filed.document, filed.deadline);
    }

    /// @inheritdoc IMembership
    function admissionsLeft() external view returns (uint256) {
        RollNow memory roll = _open();
        uint256 admitted = _admitted(roll);
        uint256 most = _mostAdmissions(roll);
        return admitted < most ? most - admitted : 0;
    }

    /* WHOSE WORD */

    function _requireApplied(Application calldata application, bytes32 domain) internal {
        address wallet = application.wallet;
        _requireInTime(wallet, application.deadline);
        if (application.signature.length == 0) {
            Filed memory filed = _filed[wallet];
            // MEM-2
            if (
                filed.deadline != application.deadline ||
                filed.class != application.class ||
                filed.document != application.document
            ) revert NotApplied(wallet);
            delete _filed[wallet];
            return;
        }
        bytes memory structure = abi.encode(
            APPLICATION_TYPEHASH,
            0,
            wallet,
            application.class,
            application.document,
            application.deadline
        );
        if (!_isSigned(wallet, domain, structure, application.signature)) {
            // MEM-2
            revert ApplicationSignatureInvalid(wallet);
        }
    }

    function _requireSponsored(
        Application calldata application,
        address[] calldata sponsors,
        bytes[] calldata signatures,
        bytes32 domain
    ) internal view {
        address before;
        for (uint256 i = 0; i < sponsors.length; ++i) {
            address sponsor = sponsors[i];
            // Ascending, so that nobody counts twice.
            if (sponsor <= before || !isMember(sponsor)) revert SponsorInvalid(sponsor);
            bytes memory structure = abi.encode(
                SPONSORSHIP_TYPEHASH,
                0,
                application.wallet,
                application.class,
                sponsor,
                application.deadline
            );
            if (!_isSigned(sponsor, domain, structure, signatures[i])) {
                revert SponsorInvalid(sponsor);
            }
            before = sponsor;
        }
    }

    /// @dev The upper bound makes an application expire before its wallet could use it a second time: whoever leaves or
    /// changes class waits for LONGEST_VOTE.
    function _requireInTime(address wallet, uint256 deadline) internal view {
        if (block.timestamp > deadline) revert ApplicationExpired(wallet, deadline);
        // A member who joins and leaves in one second may return when as much time has passed.
        uint256 end = block.timestamp + LONGEST_VOTE;
        if (deadline >= end) revert DeadlineTooFar(wallet, deadline, end - 1);
    }

    /// @dev Whether `signer` signed the struct under the name of the co-op: the one that it was founded with or, where it
    /// has another by now, that one. The signature is bound to this roll under either. The name's hash is the second
    /// word of the struct and is filled in here.
    function _isSigned(
        address signer,
        bytes32 domain,
        bytes memory structure,
        bytes calldata signature
    ) private view returns (bool) {
        bytes32 name_ = CloneArgs.bytesAt(NAME_AT);
        if (Signatures.isBy(signer, _digest(domain, structure, name_), signature)) return true;
        bytes32 nameNow = keccak256(bytes(IStatutes(statutes()).name()));
        return nameNow != name_ && Signatures.isBy(signer, _digest(domain, structure, nameNow), signature);
    }

    function _digest(bytes32 domain, bytes memory structure, bytes32 name_) private pure returns (bytes32) {
        assembly ("memory-safe") {
            mstore(add(structure, 0x40), name_)
        }
        return TypedData.digest(domain, keccak256(structure));
    }

    /* HOW MANY */

    /// @dev Admissions that are decided as SPECIAL are counted too, and not refused.
    function _countAdmissions(RollNow memory roll, uint256 joining, bool byDecision) internal view {
        uint256 admitted = _admitted(roll) + joining;
        if (admitted > FREE_ADMISSIONS && admitted > _mostAdmissions(roll)) {
            // MEM-4
            if (!byDecision) revert AdmissionLimit(admitted, _mostAdmissions(roll));
            (, Kind kind) = ICooperative(msg.sender).executing();
            // MEM-4
            if (kind < Kind.SPECIAL) revert AdmissionLimit(admitted, _mostAdmissions(roll));
        }
        uint256 running = (roll.admissions & SPAN_MOST) + joining;
        // A full counter stays full: 2^24 admissions in five days do not fit into any chain's blocks.
        if (running > SPAN_MOST) running = SPAN_MOST;
        roll.admissions = (roll.admissions & ~SPAN_MOST) | running;
    }

    /// @dev Brings the spans up to date, and adds them up. What falls out at the top is older than 30 days.
    function _admitted(RollNow memory roll) private view returns (uint256 admitted) {
        // Time does not go back, and seven counters of 24 bits do not overflow.
        unchecked {
            uint256 span = block.timestamp / SPAN;
            uint256 passed = span - roll.span;
            uint256 kept = passed < SPANS ? roll.admissions << (SPAN_BITS * passed) : 0;
            kept &= (1 << (SPAN_BITS * SPANS)) - 1;
            (roll.span, roll.admissions) = (span, kept);
            for (; kept != 0; kept >>= SPAN_BITS) admitted += kept & SPAN_MOST;
        }
    }

    function _mostAdmissions(RollNow memory roll) private pure returns (uint256 most) {
        most = _sum(roll.counts) / 10;
        if (most < FREE_ADMISSIONS) most = FREE_ADMISSIONS;
    }
}
