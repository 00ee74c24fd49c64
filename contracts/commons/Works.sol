// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Chapter} from "../libraries/Chapter.sol";
import {CloneArgs} from "../libraries/CloneArgs.sol";
import {Text} from "../libraries/Text.sol";
import {IPhyle} from "../phyle/IPhyle.sol";
import {IChapter} from "../types/IChapter.sol";
import {Kind} from "../types/Kind.sol";
import {Right} from "../types/Right.sol";
import {Family, NEW_FAMILY, NO_WORK, WorkId} from "../types/WorkId.sol";

import {IOffers} from "./IOffers.sol";
import {IWorks} from "./IWorks.sol";
import {Offers} from "./Offers.sol";
import {Rights} from "./Rights.sol";

/// @title Works
/// @notice See {IWorks}.
/// @dev A clone, see {CloneArgs}.
contract Works is IWorks, Offers, Chapter {
    uint256 private constant MAX_PARENTS = 8;
    uint256 private constant MAX_LINKS = 16;
    uint256 private constant MAX_PURPOSE_BYTES = 2_000;
    uint256 private constant MAX_LINK_BYTES = 500;
    uint256 private constant MAX_DELEGATION = 2 * 366 days;

    /// @dev The root's word about a licence; the usual free ones need none.
    enum Verdict {
        NONE,
        APPROVED,
        STRUCK
    }

    /// @dev Two slots. `isLater`: another work with the same content stands.
    struct Slot {
        address steward;
        uint32 family;
        uint48 registered;
        Right right;
        bool isLater;
        bytes32 digest;
    }

    /// @inheritdoc IWorks
    uint256 public count;

    mapping(WorkId work => Slot) private _works;
    /// @dev Up to 8 ids of 32 bits each, from the lowest bit, ended by 0.
    mapping(WorkId work => uint256) private _parents;
    mapping(address steward => mapping(bytes32 digest => WorkId work)) public idOf;
    mapping(address coop => mapping(address wallet => uint48)) public delegateUntil;
    mapping(bytes32 digest => WorkId work) public originOf;
    mapping(bytes32 licenceHash => Verdict) private _verdicts;
    /// @dev It keeps what the root said, by the hash of an identifier or of a whole expression.
    mapping(bytes32 licenceHash => Right) private _rights;

    /* REGISTERING */

    /// @inheritdoc IWorks
    function register(Entry calldata entry) external returns (WorkId id) {
        address steward = entry.steward;
        // WRK-1
        if (msg.sender != steward && !isDelegate(steward, msg.sender)) revert NotTheStewards(msg.sender, steward);
        IPhyle phyle_ = IPhyle(phyle());
        if (!phyle_.isCoop(steward)) revert NotAStewardCoop(steward);
        if (entry.digest == 0) revert DigestMissing();
        _checkWords(entry);
        WorkId before = idOf[steward][entry.digest];
        // WRK-4
        if (before != NO_WORK) revert AlreadyRegistered(before);

        id = WorkId.wrap(++count);
        idOf[steward][entry.digest] = id;
        bool approved = isApprovedLicence(entry.licence);
        _enter(entry, id, approved);

        if (approved) phyle_.noteWork(steward);
    }

    function _enter(Entry calldata entry, WorkId id, bool approved) private {
        Family family = _familyFor(entry, id);
        if (entry.parents.length != 0) _parents[id] = _packParents(entry.parents, family, id);
        Right right = rightOfLicence(entry.licence);
        // WRK-5
        WorkId origin = originOf[entry.digest];
        if (origin == NO_WORK) originOf[entry.digest] = origin = id;
        // WRK-3
        _works[id] = Slot(
            entry.steward,
            uint32(Family.unwrap(family)),
            uint48(block.timestamp),
            right,
            origin != id,
            entry.digest
        );
        if (_isSold(_works[id])) _countSold(family, true);

        emit WorkRegistered(id, family, entry.steward, msg.sender, approved, right, origin, entry);
    }

    function _familyFor(Entry calldata entry, WorkId id) private view returns (Family family) {
        family = entry.family;
        if (family == NEW_FAMILY) return id.asFamily();
        Slot storage first = _works[family.firstRelease()];
        if (first.steward == address(0) || Family.wrap(first.family) != family) revert FamilyUnknown(family);
        if (first.steward != entry.steward) revert FamilyOfAnother(family, first.steward);
    }

    /// @dev Ascending, so that none stands there twice; all older than the work, so that there is no cycle (L7).
    function _packParents(WorkId[] calldata parents, Family family, WorkId id) private view returns (uint256 packed) {
        // WRK-2
        if (parents.length > MAX_PARENTS) revert ParentsTooMany(parents.length);
        WorkId last = NO_WORK;
        for (uint256 i = 0; i < parents.length; ++i) {
            WorkId parent = parents[i];
            // L7, WRK-2
            bool inOrder = last < parent && parent < id;
            if (!inOrder || Family.wrap(_works[parent].family) == family) revert ParentInvalid(parent);
            packed |= WorkId.unwrap(parent) << (32 * i);
            last = parent;
        }
    }

    function _checkWords(Entry calldata entry) private pure {
        bool fits =
            Text.isPlain(bytes(entry.title), 1, 200) &&
                Text.isPlain(bytes(entry.version), 0, 64) &&
                Text.isPlain(bytes(entry.licence), 1, 200) &&
                Text.isPlain(bytes(entry.licensor), 0, 200) &&
                bytes(entry.purpose).length <= MAX_PURPOSE_BYTES &&
                entry.links.length <= MAX_LINKS;
        for (uint256 i = 0; fits && i < entry.links.length; ++i) {
            fits = Text.isPlain(bytes(entry.links[i]), 1, MAX_LINK_BYTES);
        }
        if (!fits) revert WorkTextInvalid(bytes(entry.title).length, bytes(entry.licence).length);
    }

    /* DELEGATES */

    /// @inheritdoc IWorks
    function nameDelegate(address wallet, uint48 until) external {
        if (!IPhyle(phyle()).isCoop(msg.sender)) revert NotAStewardCoop(msg.sender);
        if (until > block.timestamp + MAX_DELEGATION) revert TooLongAhead(until);

        delegateUntil[msg.sender][wallet] = until;

        emit WorksDelegateNamed(msg.sender, wallet, until);
    }

    /// @inheritdoc IWorks
    function isDelegate(address coop, address wallet) public view returns (bool) {
        return block.timestamp < delegateUntil[coop][wallet];
    }

    /* LICENCES THAT COUNT */

    /// @inheritdoc IWorks
    function approveLicence(string calldata licence, bool approved) external {
        _onlyRoot();

        _verdicts[keccak256(bytes(licence))] = approved ? Verdict.APPROVED : Verdict.STRUCK;

        emit LicenceApproved(licence, approved);
    }

    /// @inheritdoc IWorks
    function isApprovedLicence(string calldata licence) public view returns (bool) {
        bytes calldata words = bytes(licence);
        if (_verdicts[keccak256(words)] != Verdict.NONE) return _isApproved(keccak256(words));
        uint256 begin = 0;
        for (uint256 end = 0; end + 5 < words.length; ++end) {
            if (bytes5(words[end:end + 5]) != " AND ") continue;
            if (!_isApproved(keccak256(words[begin:end]))) return false;
            begin = end + 5;
        }
        return _isApproved(keccak256(words[begin:]));
    }

    function _isApproved(bytes32 hash) private view returns (bool) {
        Verdict verdict = _verdicts[hash];
        if (verdict != Verdict.NONE) return verdict == Verdict.APPROVED;
        return
            hash == keccak256("CERN-OHL-S-2.0") ||
            hash == keccak256("CERN-OHL-W-2.0") ||
            hash == keccak256("CERN-OHL-P-2.0") ||
            hash == keccak256("CC-BY-SA-4.0") ||
            hash == keccak256("CC-BY-4.0") ||
            hash == keccak256("CC0-1.0") ||
            hash == keccak256("AGPL-3.0-or-later") ||
            hash == keccak256("GPL-3.0-or-later") ||
            hash == keccak256("LGPL-3.0-or-later") ||
            hash == keccak256("MPL-2.0") ||
            hash == keccak256("Apache-2.0") ||
            hash == keccak256("MIT") ||
            hash == keccak256("LicenseRef-CBRL-1.0");
    }

    /* WHAT LICENCES ALLOW, AND WHICH WORK STANDS */

    /// @inheritdoc IWorks
    function listRight(string calldata licence, Right right) external {
        _onlyRoot();

        _rights[keccak256(bytes(licence))] = right;

        emit RightListed(licence, right);
    }

    /// @inheritdoc IWorks
    function decideRight(WorkId work, Right right) external {
        _onlyRoot();
        Slot storage slot = _known(work);
        bool wasSold = _isSold(slot);

        slot.right = right;
        _recount(slot, wasSold);

        emit RightDecided(work, right);
    }

    /// @inheritdoc IWorks
    function decideOrigin(WorkId work) external {
        _onlyRoot();
        Slot storage slot = _known(work);
        // WRK-5
        if (!slot.isLater) revert StandsAlready(work);
        bytes32 digest = slot.digest;
        WorkId before = originOf[digest];
        Slot storage other = _works[before];
        bool wasSold = _isSold(other);

        originOf[digest] = work;
        slot.isLater = false;
        other.isLater = true;
        _recount(slot, false);
        _recount(other, wasSold);

        emit OriginDecided(digest, work, before);
    }

    function _recount(Slot storage slot, bool wasSold) private {
        bool sold = _isSold(slot);
        if (sold != wasSold) _countSold(Family.wrap(slot.family), sold);
    }

    /// @dev Tells whether permissions can be sold for a work: its own licence does not allow everything, and it stands.
    function _isSold(Slot storage slot) private view returns (bool) {
        // L9, WRK-5
        return slot.right >= Right.SHARE_ALIKE && !slot.isLater;
    }

    function _onlyRoot() private view {
        if (msg.sender != IPhyle(phyle()).root()) revert IPhyle.NotTheRoot(msg.sender);
    }

    /* WHAT IT IS */

    /// @inheritdoc IChapter
    function chapterName() external pure returns (string memory) {
        return "works";
    }

    /// @inheritdoc IChapter
    function floorOf(bytes4 selector) external pure returns (Kind) {
        bool isOrdinary =
            selector == IWorks.approveLicence.selector ||
                selector == IWorks.listRight.selector ||
                selector == IWorks.decideRight.selector ||
                selector == IWorks.decideOrigin.selector;
        if (isOrdinary) return Kind.ORDINARY;
        bool isNamed =
            selector == IWorks.register.selector ||
                selector == IWorks.nameDelegate.selector ||
                selector == IOffers.offer.selector ||
                selector == IOffers.bringForward.selector;
        return isNamed ? Kind.SPECIAL : Kind.ENTRENCHED;
    }

    /* READING */

    /// @inheritdoc IWorks
    function workOf(WorkId work) external view returns (Work memory) {
        Slot storage slot = _known(work);
        return
            Work({
                steward: slot.steward,
                family: Family.wrap(slot.family),
                registered: slot.registered,
                right: slot.right,
                origin: originOf[slot.digest],
                digest: slot.digest,
                parents: parentsOf(work)
            });
    }

    /// @inheritdoc IWorks
    function stewardOf(WorkId work) external view returns (Family family, address steward) {
        return _familyAndSteward(work);
    }

    function _familyAndSteward(WorkId work) internal view override returns (Family family, address steward) {
        Slot storage slot = _known(work);
        return (Family.wrap(slot.family), slot.steward);
    }

    function _standing(WorkId work) internal view override returns (WorkId origin, Family family, bool sold) {
        Slot storage slot = _known(work);
        origin = work;
        if (slot.isLater) {
            origin = originOf[slot.digest];
            slot = _works[origin];
        }
        return (origin, Family.wrap(slot.family), slot.right >= Right.SHARE_ALIKE);
    }

    /// @inheritdoc IWorks
    function rightOfLicence(string calldata licence) public view returns (Right) {
        return Rights.rightOf(licence, _rights);
    }

    /// @inheritdoc IWorks
    function parentsOf(WorkId work) public view returns (WorkId[] memory parents) {
        uint256 packed = _parents[work];
        uint256 length = 0;
        while (length < MAX_PARENTS && packed >> (32 * length) != 0) ++length;
        parents = new WorkId[](length);
        for (uint256 i = 0; i < length; ++i) parents[i] = WorkId.wrap(uint32(packed >> (32 * i)));
    }

    function _known(WorkId work) private view returns (Slot storage slot) {
        slot = _works[work];
        if (slot.steward == address(0)) revert WorkUnknown(work);
    }

    /// @inheritdoc IWorks
    function phyle() public view returns (address) {
        return CloneArgs.addressInWord(CloneArgs.PHYLE);
    }
}
