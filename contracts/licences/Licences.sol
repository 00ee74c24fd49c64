// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {PriceWord} from "../libraries/PriceWord.sol";
import {Signatures} from "../libraries/Signatures.sol";
import {IPhyle} from "../phyle/IPhyle.sol";
import {IContributions} from "./IContributions.sol";
import {ILicences, LicenceGround, Unproved} from "./ILicences.sol";
import {Proceeds} from "./Proceeds.sol";
import {Reciprocity} from "./Reciprocity.sol";
import {Requests} from "./Requests.sol";

/// @title Licences
/// @notice See {ILicences}. Here: who may, for how much, the grants and their receipts.
/// @dev Clone arguments: the Phyle.
contract Licences is Proceeds {
    uint256 private constant LEAST_DURATION = 1 days;
    uint256 private constant MOST_FREE = 365 days;
    uint256 private constant MOST_PAID = 5 * 365 days;
    uint256 private constant BETWEEN_REFUNDS = 365 days;
    uint256 private constant WHOLE = 10_000;

    /// @inheritdoc ILicences
    uint8 public constant UNDECLARED = type(uint8).max;

    /// @dev One offer.
    struct GrantSlot {
        uint48 from;
        uint48 to;
        uint48 refundedAt;
        uint32 receipts;
        /// a {LicenceGround}
        uint8 ground;
        uint8 tier;
        uint16 terms;
    }

    /// @dev What {quote} and {acquire} find out about a request, in this order.
    struct Case {
        GrantSlot grant;
        uint256 family;
        uint256 terms;
        PriceWord price;
        bool free;
        uint8 tier;
        LicenceGround ground;
        Unproved unproved;
        /// COMMON_GOOD by registry number
        bool pending;
        /// the last second that the ground allows
        uint256 most;
        /// whether the new span follows the running one without a break or a change of ground
        bool extends_;
        uint256 from;
        uint256 to;
        uint256 credit;
        uint256 distinctAttesters;
        uint256 fee;
    }

    mapping(uint256 key => GrantSlot) private _grants;
    mapping(uint256 key => uint256[]) private _spans;
    mapping(uint256 key => bytes32) private _heads;

    /* ASKING */

    /// @inheritdoc ILicences
    function quote(Request calldata request) external view returns (Quote memory answer) {
        Case memory found = _examine(request);
        answer.ground = found.ground;
        answer.terms = found.terms;
        answer.fee = found.fee;
        answer.from = uint48(found.from);
        answer.to = uint48(found.to);
        if (found.free) {
            answer.may = true;
            answer.provedGrounds = _bit(LicenceGround.FREE);
            return answer;
        }
        answer.unproved = found.unproved;
        if (found.unproved == Unproved.NONE && !found.extends_) {
            if (_openUntil(_key(found.family, request.licensee)) != 0) answer.unproved = Unproved.NOT_YET;
        }
        answer.may = answer.unproved == Unproved.NONE;
        PriceWord price = found.price;
        answer.fullPrice = Reciprocity.feeOf(price.pricePerYear(), WHOLE, found.to - found.from, 1, 0, true);
        if (!answer.may) answer.fee = answer.fullPrice;
        (answer.credit, answer.distinctAttesters) = _creditOf(found.family, request.licensee);
        uint256 bps = price.tierBps(found.tier);
        uint256 needed = Reciprocity.pointsToWaive(price.waivePoints(), bps);
        answer.pointsMissing = answer.credit < needed ? needed - answer.credit : 0;
        bool enough = answer.distinctAttesters >= price.minAttesters();
        (answer.provedGrounds, answer.declarableGrounds) = _waysToBeFree(request);
        if (bps == 0 || answer.pointsMissing != 0 || !enough) return answer;
        // A size below the largest is declared, and so is what follows from it.
        if (found.tier + 1 == price.tiersOf()) answer.provedGrounds |= _bit(LicenceGround.CONTRIBUTOR);
        else answer.declarableGrounds |= _bit(LicenceGround.CONTRIBUTOR);
    }

    function _waysToBeFree(Request calldata request) private view returns (uint8 proved, uint8 declarable) {
        IPhyle phyle_ = IPhyle(phyle());
        if (_whyNotACoop(phyle_, request.licensee) == Unproved.NONE) proved |= _bit(LicenceGround.MEMBER_COOP);
        declarable = _bit(LicenceGround.NON_COMMERCIAL) | _bit(LicenceGround.SMALL_FIRM);
        if (phyle_.isSettledUser(request.licensee)) declarable |= _bit(LicenceGround.COOPERATOR);
        (uint256 until, bool pending) = _commonGoodUntil(request.licensee, bytes32(type(uint256).max));
        if (until != 0) {
            if (pending) declarable |= _bit(LicenceGround.COMMON_GOOD);
            else proved |= _bit(LicenceGround.COMMON_GOOD);
        }
    }

    /// @dev The one path of {quote} and {acquire}.
    function _examine(Request calldata request) private view returns (Case memory found) {
        _askWorks(request.work, found);
        found.grant = _grants[_key(found.family, request.licensee)];
        _judgeClaim(request, found);
        _setSpan(request.duration, found);
        if (found.ground == LicenceGround.PAID) _setFee(found);
    }

    /// @dev Tier, ground, and until when the ground allows.
    function _judgeClaim(Request calldata request, Case memory found) private view {
        found.most = block.timestamp + MOST_FREE;
        if (found.free) {
            found.ground = LicenceGround.FREE;
            return;
        }
        PriceWord price = found.price;
        uint8 tiers = uint8(price.tiersOf());
        found.tier = request.tier == UNDECLARED ? tiers - 1 : request.tier;
        if (found.tier >= tiers) revert TierUnknown(request.tier);

        LicenceGround claim = request.claim;
        bool declared = request.statement != 0;
        if (claim == LicenceGround.SMALL_FIRM) found.tier = 0;
        bool pays = claim == LicenceGround.PAID || claim == LicenceGround.CONTRIBUTOR;
        if (pays && price.tierBps(found.tier) == 0) (claim, pays) = (LicenceGround.SMALL_FIRM, false);
        found.ground = claim;
        if (pays) {
            if (price.pricePerYear() == 0) found.ground = LicenceGround.FREE;
            else _judgePayer(claim, request.licensee, declared, found);
        } else if (claim == LicenceGround.NON_COMMERCIAL || claim == LicenceGround.SMALL_FIRM) {
            if (!declared) found.unproved = Unproved.NO_STATEMENT;
        } else if (claim == LicenceGround.COMMON_GOOD) {
            (uint256 until, bool pending) = _commonGoodUntil(request.licensee, request.statement);
            if (until == 0) found.unproved = Unproved.NOT_ATTESTED;
            else if (until < found.most) found.most = until;
            found.pending = pending;
        } else if (claim == LicenceGround.MEMBER_COOP) {
            found.unproved = _whyNotACoop(IPhyle(phyle()), request.licensee);
        } else if (claim == LicenceGround.COOPERATOR) {
            if (!IPhyle(phyle()).isSettledUser(request.licensee)) found.unproved = Unproved.NOT_A_SETTLED_USER;
            else if (!declared) found.unproved = Unproved.NO_STATEMENT;
        } else {
            found.unproved = Unproved.NOT_CLAIMABLE;
        }
    }

    function _whyNotACoop(IPhyle phyle_, address licensee) private view returns (Unproved) {
        if (!phyle_.isCoop(licensee)) return Unproved.NOT_A_COOP;
        return phyle_.inGoodStanding(licensee) ? Unproved.NONE : Unproved.NOT_IN_GOOD_STANDING;
    }

    /// @dev Who pays, in which size, and whether contributions waive the whole fee; what is left of it makes it PAID.
    function _judgePayer(LicenceGround claim, address licensee, bool declared, Case memory found) private view {
        PriceWord price = found.price;
        if (!declared && found.tier + 1 != price.tiersOf()) found.unproved = Unproved.NO_STATEMENT;
        if (claim == LicenceGround.CONTRIBUTOR) {
            (found.credit, found.distinctAttesters) = _creditOf(found.family, licensee);
            uint256 needed = Reciprocity.pointsToWaive(price.waivePoints(), price.tierBps(found.tier));
            if (found.credit >= needed && found.distinctAttesters >= price.minAttesters()) return;
        }
        found.ground = LicenceGround.PAID;
        found.most = block.timestamp + MOST_PAID;
    }

    /// @dev Where the span begins and ends. The same ground goes on from the running end, also when that is over for
    /// less than the grace, unless what followed was refunded. Another ground begins after it; only a non-commercial
    /// permission gives way at once.
    function _setSpan(uint256 duration, Case memory found) private view {
        GrantSlot memory grant = found.grant;
        if (duration < LEAST_DURATION || duration > MOST_PAID) revert DurationInvalid(uint32(duration), MOST_PAID);
        uint256 from = block.timestamp;
        bool same = grant.receipts != 0 && grant.ground == uint8(found.ground);
        if (same && from <= grant.to + found.price.grace() && (from < grant.to || grant.refundedAt < grant.to)) {
            found.extends_ = true;
            from = grant.to;
        } else if (from < grant.to) {
            if (grant.ground != uint8(LicenceGround.NON_COMMERCIAL)) from = grant.to;
            else if (from < grant.from) from = grant.from;
        }
        uint256 to = from + duration;
        if (to > found.most) {
            bool free = found.ground != LicenceGround.PAID;
            if (free && from + LEAST_DURATION <= found.most) to = found.most;
            else if (!free || from <= block.timestamp) {
                revert DurationInvalid(uint32(duration), from < found.most ? found.most - from : 0);
            } else if (found.unproved == Unproved.NONE) found.unproved = Unproved.NOT_YET;
        }
        (found.from, found.to) = (from, to);
    }

    function _setFee(Case memory found) private pure {
        PriceWord price = found.price;
        found.fee = Reciprocity.feeOf(
            price.pricePerYear(),
            price.tierBps(found.tier),
            found.to - found.from,
            price.waivePoints(),
            found.credit,
            found.distinctAttesters >= price.minAttesters()
        );
    }

    function _creditOf(uint256 family, address licensee) private view returns (uint256 credit, uint256 distinct) {
        uint32[8] memory quarters;
        (quarters, distinct) = IContributions(IPhyle(phyle()).contributions()).creditOf(family, licensee);
        credit = Reciprocity.creditIn(quarters);
    }

    function _askWorks(uint256 work, Case memory found) private view {
        uint256 firstFrom;
        uint256 changeDate;
        (found.family, found.terms, firstFrom, changeDate, found.price) = _worksOf().priceOf(work);
        found.free = _isFreeAt(block.timestamp, firstFrom, changeDate);
    }

    /// @dev Whether nothing is asked for at `t`: before the first terms, and from the change date on.
    function _isFreeAt(uint256 t, uint256 firstFrom, uint256 changeDate) private pure returns (bool) {
        return firstFrom == 0 || t < firstFrom || (changeDate != 0 && t >= changeDate);
    }

    function _familyOf(uint256 work) private view returns (uint256 family) {
        (family, ) = _worksOf().stewardOf(work);
    }

    function _bit(LicenceGround ground) private pure returns (uint8) {
        return uint8(1 << uint8(ground));
    }

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
        address token = IPhyle(phyle()).cash();
        // Somebody may have sent the permit before; what counts is the allowance.
        try
            IERC20Permit(token).permit(
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

    function _acquire(Request calldata request) private returns (bytes32 head) {
        if (block.timestamp > request.deadline) revert DeadlinePassed(request.deadline);
        _moveIn();
        Case memory found = _examine(request);
        if (found.unproved != Unproved.NONE) revert GroundUnproved(request.claim, found.unproved);
        if (found.pending) _notePending(request.licensee, request.statement, found.most);
        Entry memory entry;
        entry.work = request.work;
        entry.purchaseOrder = request.purchaseOrder;
        entry.statement = request.statement;
        return _grant(_key(found.family, request.licensee), found, entry, request.terms, request.maxFee);
    }

    /// @inheritdoc ILicences
    function renew(
        uint256 family,
        LicenceGround claim,
        uint32 duration,
        uint256 maxFee,
        uint256 terms,
        bytes32 purchaseOrder,
        bytes32 statement
    ) external nonReentrant returns (bytes32) {
        uint256 key = _key(family, msg.sender);
        Case memory found;
        _examineRenewal(key, claim, statement != 0, found);
        _setSpan(duration, found);
        if (found.unproved != Unproved.NONE) revert GroundUnproved(claim, found.unproved);
        if (found.ground == LicenceGround.PAID) _setFee(found);
        Entry memory entry;
        entry.work = _escrows[key].work;
        entry.purchaseOrder = purchaseOrder;
        entry.statement = statement;
        return _grant(key, found, entry, terms, maxFee);
    }

    /// @dev The short way of {_examine}: the ground and the size are those of the grant.
    function _examineRenewal(uint256 key, LicenceGround claim, bool declared, Case memory found) private view {
        GrantSlot memory grant = _grants[key];
        if (grant.receipts == 0 || grant.ground != uint8(LicenceGround.PAID)) revert NothingToRenew();
        _askWorks(key >> 160, found);
        if (found.free) revert NothingToRenew();
        if (grant.tier >= found.price.tiersOf()) revert TierUnknown(grant.tier);
        (found.grant, found.tier) = (grant, grant.tier);
        if (claim == LicenceGround.CONTRIBUTOR) {
            found.ground = claim;
            found.most = block.timestamp + MOST_FREE;
        } else if (claim != LicenceGround.PAID) {
            revert GroundUnproved(claim, Unproved.NOT_CLAIMABLE);
        }
        _judgePayer(claim, msg.sender, declared, found);
    }

    /// @dev Writes grant, payment and receipt, and takes the fee.
    function _grant(
        uint256 key,
        Case memory found,
        Entry memory entry,
        uint256 terms,
        uint256 maxFee
    ) private returns (bytes32 head) {
        if (found.terms != terms) revert TermsNotInForce(terms, found.terms);
        uint256 fee = found.fee;
        if (fee > maxFee) revert FeeAboveMax(fee, maxFee);
        IERC20 token = _cash;

        entry.number = _setGrant(key, found);
        if (fee != 0) _book(key, fee, entry.work, terms, found.from, found.price.refundWindow());
        entry.payer = msg.sender;
        entry.terms = terms;
        entry.ground = found.ground;
        entry.tier = found.tier;
        entry.issued = uint48(block.timestamp);
        entry.from = uint48(found.from);
        entry.to = uint48(found.to);
        entry.token = address(token);
        entry.amount = fee;
        head = _chain(key, entry);

        emit Receipt(address(uint160(key)), key >> 160, head, entry);

        if (fee != 0) _collect(token, fee);
    }

    /// @dev Chains an entry to the one before it.
    function _chain(uint256 key, Entry memory entry) private returns (bytes32 head) {
        entry.previous = _heads[key];
        head = receiptHash(address(uint160(key)), key >> 160, entry);
        _heads[key] = head;
    }

    /// @dev A span that is not extended is kept in the list of earlier ones.
    function _setGrant(uint256 key, Case memory found) private returns (uint256 number) {
        GrantSlot memory grant = found.grant;
        if (!found.extends_) {
            uint48 openUntil = _openUntil(key);
            if (openUntil != 0) revert RefundStillOpen(openUntil);
            uint256 end = found.from < grant.to ? found.from : grant.to;
            if (grant.from < end) _spans[key].push(_packSpan(grant, end));
            grant.from = uint48(found.from);
        }
        grant.to = uint48(found.to);
        grant.ground = uint8(found.ground);
        grant.tier = found.tier;
        grant.terms = uint16(found.terms);
        number = ++grant.receipts;
        _grants[key] = grant;
    }

    function _packSpan(GrantSlot memory grant, uint256 end) private pure returns (uint256) {
        return
            uint256(grant.from) |
            (end << 40) |
            (uint256(grant.ground) << 80) |
            (uint256(grant.tier) << 88) |
            (uint256(grant.terms) << 96);
    }

    /* CHANGING ONE'S MIND */

    /// @inheritdoc ILicences
    function refund(uint256 family, address to) external nonReentrant {
        uint256 key = _key(family, msg.sender);
        Escrow memory escrow = _escrows[key];
        GrantSlot memory grant = _grants[key];
        if (escrow.amount == 0) revert NothingToRefund();
        if (block.timestamp >= escrow.refundUntil) revert RefundWindowOver(escrow.refundUntil);
        if (grant.refundedAt != 0 && block.timestamp < grant.refundedAt + BETWEEN_REFUNDS) {
            revert RefundedBefore(grant.refundedAt);
        }
        address payer = _payerOf(key, escrow);

        _escrows[key].amount = 0;
        grant.to = escrow.from;
        grant.refundedAt = uint48(block.timestamp);
        ++grant.receipts;
        _grants[key] = grant;
        if (payer != msg.sender) claimable[payer] += escrow.amount;
        Entry memory entry = Entry({
            number: grant.receipts,
            payer: payer,
            work: escrow.work,
            terms: escrow.terms,
            ground: LicenceGround(grant.ground),
            tier: grant.tier,
            issued: uint48(block.timestamp),
            from: escrow.from,
            to: escrow.from,
            token: address(_cash),
            amount: escrow.amount,
            purchaseOrder: 0,
            statement: 0,
            previous: 0
        });
        bytes32 head = _chain(key, entry);

        emit Refunded(msg.sender, family, head, payer == msg.sender ? to : payer, entry);

        if (payer == msg.sender) _payOut(to, escrow.amount);
    }

    /* READING */

    /// @inheritdoc ILicences
    function coveredAt(
        address licensee,
        uint256 work,
        uint48 t
    ) external view returns (bool covered, LicenceGround ground) {
        (uint256 family, , uint256 firstFrom, uint256 changeDate, ) = _worksOf().priceOf(work);
        if (_isFreeAt(t, firstFrom, changeDate)) return (true, LicenceGround.FREE);
        uint256 key = _key(family, licensee);
        GrantSlot memory grant = _grants[key];
        if (grant.from <= t && t < grant.to) return (true, LicenceGround(grant.ground));
        uint256[] storage spans = _spans[key];
        for (uint256 i = spans.length; i > 0; --i) {
            uint256 span = spans[i - 1];
            if (uint40(span) <= t && t < uint40(span >> 40)) return (true, LicenceGround(uint8(span >> 80)));
        }
    }

    /// @inheritdoc ILicences
    function grantOf(uint256 family, address licensee) external view returns (Grant memory) {
        GrantSlot memory grant = _grants[_key(family, licensee)];
        return
            Grant({
                from: grant.from,
                to: grant.to,
                ground: LicenceGround(grant.ground),
                tier: grant.tier,
                terms: grant.terms,
                receipts: grant.receipts,
                refundedAt: grant.refundedAt
            });
    }

    /// @inheritdoc ILicences
    function spansOf(uint256 family, address licensee) external view returns (uint256[] memory) {
        return _spans[_key(family, licensee)];
    }

    /// @inheritdoc ILicences
    function receiptHead(uint256 family, address licensee) external view returns (bytes32) {
        return _heads[_key(family, licensee)];
    }

    /// @inheritdoc ILicences
    function receiptHash(address licensee, uint256 family, Entry memory entry) public pure returns (bytes32) {
        return keccak256(abi.encode(licensee, family, entry));
    }

    /// @inheritdoc ILicences
    function requestDigest(Request calldata request) public view returns (bytes32) {
        uint256 receipt = _grants[_key(_familyOf(request.work), request.licensee)].receipts + 1;
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
            waivePoints,
            credit,
            distinctAttesters >= minAttesters
        );
    }
}
