// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {Chapter} from "../libraries/Chapter.sol";
import {CloneArgs} from "../libraries/CloneArgs.sol";
import {Text} from "../libraries/Text.sol";
import {IPhyle} from "../phyle/IPhyle.sol";
import {IChapter} from "../types/IChapter.sol";
import {Kind} from "../types/Kind.sol";

import {IOffers} from "./IOffers.sol";
import {IWorks} from "./IWorks.sol";
import {Offers} from "./Offers.sol";

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

    struct Slot {
        address steward;
        uint32 family;
        uint48 registered;
        bytes32 digest;
    }

    /// @inheritdoc IWorks
    uint256 public count;

    mapping(uint256 work => Slot) private _works;
    /// @dev Up to 8 ids of 32 bits each, from the lowest bit, ended by 0.
    mapping(uint256 work => uint256) private _parents;
    mapping(address steward => mapping(bytes32 digest => uint256 work)) public idOf;
    mapping(address coop => mapping(address wallet => uint48)) public delegateUntil;
    mapping(bytes32 licenceHash => Verdict) private _verdicts;

    /* REGISTERING */

    /// @inheritdoc IWorks
    function register(Entry calldata entry) external returns (uint256 id) {
        address steward = entry.steward;
        // WRK-1
        if (msg.sender != steward && !isDelegate(steward, msg.sender)) revert NotTheStewards(msg.sender, steward);
        IPhyle phyle_ = IPhyle(phyle());
        if (!phyle_.isCoop(steward)) revert NotAStewardCoop(steward);
        if (entry.digest == 0) revert DigestMissing();
        _checkWords(entry);
        uint256 before = idOf[steward][entry.digest];
        // WRK-4
        if (before != 0) revert AlreadyRegistered(before);

        id = ++count;
        uint256 family = _familyFor(entry, id);
        // WRK-3
        _works[id] = Slot(steward, uint32(family), uint48(block.timestamp), entry.digest);
        if (entry.parents.length != 0) _parents[id] = _packParents(entry.parents, family, id);
        idOf[steward][entry.digest] = id;
        bool approved = isApprovedLicence(entry.licence);

        emit WorkRegistered(id, family, steward, msg.sender, approved, entry);

        if (approved) phyle_.noteWork(steward);
    }

    function _familyFor(Entry calldata entry, uint256 id) private view returns (uint256 family) {
        family = entry.family;
        if (family == 0) return id;
        Slot storage first = _works[family];
        if (first.steward == address(0) || first.family != family) revert FamilyUnknown(family);
        if (first.steward != entry.steward) revert FamilyOfAnother(family, first.steward);
    }

    /// @dev Ascending, so that none stands there twice; all older than the work, so that there is no cycle (L7).
    function _packParents(
        uint256[] calldata parents,
        uint256 family,
        uint256 id
    ) private view returns (uint256 packed) {
        // WRK-2
        if (parents.length > MAX_PARENTS) revert ParentsTooMany(parents.length);
        uint256 last = 0;
        for (uint256 i = 0; i < parents.length; ++i) {
            uint256 parent = parents[i];
            // L7, WRK-2
            if (parent <= last || parent >= id || _works[parent].family == family) revert ParentInvalid(parent);
            packed |= parent << (32 * i);
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
        if (msg.sender != IPhyle(phyle()).root()) revert IPhyle.NotTheRoot(msg.sender);

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

    /* WHAT IT IS */

    /// @inheritdoc IChapter
    function chapterName() external pure returns (string memory) {
        return "works";
    }

    /// @inheritdoc IChapter
    function floorOf(bytes4 selector) external pure returns (Kind) {
        if (selector == IWorks.approveLicence.selector) return Kind.ORDINARY;
        bool isNamed =
            selector == IWorks.register.selector ||
                selector == IWorks.nameDelegate.selector ||
                selector == IOffers.offer.selector ||
                selector == IOffers.bringForward.selector;
        return isNamed ? Kind.SPECIAL : Kind.ENTRENCHED;
    }

    /* READING */

    /// @inheritdoc IWorks
    function workOf(uint256 work) external view returns (Work memory) {
        Slot storage slot = _known(work);
        return Work(slot.steward, slot.family, slot.registered, slot.digest, parentsOf(work));
    }

    /// @inheritdoc IWorks
    function stewardOf(uint256 work) external view returns (uint256 family, address steward) {
        return _familyAndSteward(work);
    }

    function _familyAndSteward(uint256 work) internal view override returns (uint256 family, address steward) {
        Slot storage slot = _known(work);
        return (slot.family, slot.steward);
    }

    /// @inheritdoc IWorks
    function parentsOf(uint256 work) public view returns (uint256[] memory parents) {
        uint256 packed = _parents[work];
        uint256 length = 0;
        while (length < MAX_PARENTS && packed >> (32 * length) != 0) ++length;
        parents = new uint256[](length);
        for (uint256 i = 0; i < length; ++i) parents[i] = uint32(packed >> (32 * i));
    }

    function _known(uint256 work) private view returns (Slot storage slot) {
        slot = _works[work];
        if (slot.steward == address(0)) revert WorkUnknown(work);
    }

    /// @inheritdoc IWorks
    function phyle() public view returns (address) {
        return CloneArgs.addressInWord(CloneArgs.PHYLE);
    }
}
