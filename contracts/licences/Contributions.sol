// SPDX-License-Identifier: AGPL-3.0-or-later
pragma solidity 0.8.37;

import {IWorks} from "../commons/IWorks.sol";
import {Chapter} from "../libraries/Chapter.sol";
import {CloneArgs} from "../libraries/CloneArgs.sol";
import {IPhyle} from "../phyle/IPhyle.sol";
import {WORKS} from "../types/ChapterNames.sol";
import {IChapter} from "../types/IChapter.sol";
import {Kind} from "../types/Kind.sol";
import {Family} from "../types/WorkId.sol";

import {IContributions} from "./IContributions.sol";
import {Reciprocity} from "./Reciprocity.sol";

/// @title Contributions
/// @notice See {IContributions}.
/// @dev A clone, see {CloneArgs}.
contract Contributions is IContributions, Chapter {
    uint256 private constant MAX_ATTESTERS = 56;
    uint256 private constant MAX_TERM = 2 * 366 days;
    uint256 private constant MATURES_AFTER = 14 days;

    /// @dev The highest bit of `numberAndState`: the points are in the book.
    uint8 private constant COUNTED = 0x80;

    /// @dev One slot.
    struct Slot {
        address contributor;
        uint32 family;
        uint32 maturesAt;
        uint24 points;
        uint8 numberAndState;
    }

    /// @dev See {works}; zero until the first contribution.
    address private _works;
    /// @dev The steward of a family, as Works says; written down at its first contribution, because it never changes.
    mapping(Family family => address) private _stewards;
    mapping(address coop => mapping(address attester => Attester)) private _attesters;
    mapping(address coop => uint256) private _attesterCount;
    /// @dev An artefact counts once, whatever the steward and the family (L4).
    mapping(bytes32 artefact => Slot) private _contributions;
    /// @dev Points by quarter and attesters by half-year, see {Reciprocity}.
    mapping(Family family => mapping(address contributor => uint256)) private _books;
    mapping(Family family => mapping(address contributor => uint256)) private _attestersSeen;

    /* ATTESTERS */

    /// @inheritdoc IContributions
    function nameAttester(address attester, uint24 quota, uint48 until) external {
        if (!IPhyle(phyle()).isCoop(msg.sender)) revert NotACoopOfThePhyle(msg.sender);
        if (until > block.timestamp + MAX_TERM) revert AttestersTermTooLong(until);
        Attester storage record = _attesters[msg.sender][attester];

        if (!record.named) {
            uint256 number = _attesterCount[msg.sender];
            if (number == MAX_ATTESTERS) revert AttestersTooMany(msg.sender);
            _attesterCount[msg.sender] = number + 1;
            record.number = uint8(number);
            record.named = true;
        }
        record.quota = quota;
        record.until = until;

        emit AttesterNamed(msg.sender, attester, record.number, quota, until);
    }

    /* GIVING POINTS */

    /// @inheritdoc IContributions
    function attest(
        Family family,
        address contributor,
        bytes32 artefact,
        uint24 points,
        string calldata link
    ) external {
        address steward = _stewardOf(family);
        if (_stewards[family] == address(0)) (_works, _stewards[family]) = (works(), steward);
        Attester memory attester = _attesters[steward][msg.sender];
        // CON-1
        if (block.timestamp >= attester.until) revert NotAnAttester(msg.sender, steward);
        // CON-2
        if (contributor == msg.sender || contributor == address(0)) revert ContributorInvalid(contributor);
        if (artefact == 0) revert ArtefactMissing();
        if (points == 0) revert NoPoints();
        Slot storage slot = _contributions[artefact];
        // L4, CON-2
        if (slot.contributor != address(0)) revert ArtefactCounted(artefact);
        _useQuota(attester, points);

        _attesters[steward][msg.sender] = attester;
        uint256 maturesAt = block.timestamp + MATURES_AFTER;
        _contributions[artefact] = Slot({
            contributor: contributor,
            family: uint32(Family.unwrap(family)),
            maturesAt: uint32(maturesAt),
            points: points,
            numberAndState: attester.number
        });

        emit ContributionAttested(family, contributor, msg.sender, artefact, points, uint48(maturesAt), link);
    }

    function _useQuota(Attester memory attester, uint24 points) private view {
        uint32 quarter_ = quarter();
        if (attester.quarter != quarter_) (attester.used, attester.quarter) = (0, quarter_);
        uint256 left = attester.quota > attester.used ? attester.quota - attester.used : 0;
        // CON-1
        if (points > left) revert QuotaExceeded(msg.sender, left, points);
        attester.used += points;
    }

    /// @inheritdoc IContributions
    function withdraw(Family family, bytes32 artefact) external {
        (address steward, Slot memory slot) = _attested(family, artefact);
        Attester storage attester = _attesters[steward][msg.sender];
        bool gave = attester.named && attester.number == slot.numberAndState;
        if (!gave && msg.sender != steward) revert NotItsAttester(msg.sender);
        if (block.timestamp >= slot.maturesAt) revert AlreadyMatured(slot.maturesAt);

        delete _contributions[artefact];

        emit ContributionWithdrawn(family, slot.contributor, artefact);
    }

    /// @inheritdoc IContributions
    function mature(Family family, bytes32 artefact) external {
        (, Slot memory slot) = _attested(family, artefact);
        // CON-3
        if (block.timestamp < slot.maturesAt) revert NotMatured(slot.maturesAt);
        uint32 matured = Reciprocity.quarterOf(slot.maturesAt);
        uint32 now_ = quarter();

        _contributions[artefact].numberAndState = slot.numberAndState | COUNTED;
        uint256 book = _books[family][slot.contributor];
        _books[family][slot.contributor] = Reciprocity.addPoints(book, matured, now_, slot.points);
        uint256 seen = _attestersSeen[family][slot.contributor];
        _attestersSeen[family][slot.contributor] = Reciprocity.addAttester(seen, matured, now_, slot.numberAndState);

        emit ContributionCounted(family, slot.contributor, artefact, slot.points, matured);
    }

    /// @dev Finds points that were attested for the family and are not in the book yet.
    function _attested(Family family, bytes32 artefact) private view returns (address steward, Slot memory slot) {
        steward = _stewardOf(family);
        slot = _contributions[artefact];
        if (
            slot.contributor == address(0) || Family.wrap(slot.family) != family || slot.numberAndState & COUNTED != 0
        ) {
            revert NotAttested(family, artefact);
        }
    }

    /* WHAT IT IS */

    /// @inheritdoc IChapter
    function chapterName() external pure returns (string memory) {
        return "contributions";
    }

    /// @inheritdoc IChapter
    function floorOf(bytes4 selector) external pure returns (Kind) {
        bool isNamed =
            selector == IContributions.nameAttester.selector ||
                selector == IContributions.attest.selector ||
                selector == IContributions.withdraw.selector ||
                selector == IContributions.mature.selector;
        return isNamed ? Kind.SPECIAL : Kind.ENTRENCHED;
    }

    /* READING */

    /// @inheritdoc IContributions
    function creditOf(
        Family family,
        address contributor
    ) external view returns (uint32[8] memory quarters, uint256 distinctAttesters) {
        uint32 quarter_ = quarter();
        quarters = Reciprocity.quartersOf(_books[family][contributor], quarter_);
        distinctAttesters = Reciprocity.distinctOf(_attestersSeen[family][contributor], quarter_);
    }

    /// @inheritdoc IContributions
    function contributionOf(bytes32 artefact) external view returns (Contribution memory) {
        Slot memory slot = _contributions[artefact];
        State state = State.NONE;
        if (slot.contributor != address(0)) {
            state = slot.numberAndState & COUNTED == 0 ? State.ATTESTED : State.COUNTED;
        }
        return
            Contribution({
                contributor: slot.contributor,
                family: Family.wrap(slot.family),
                points: slot.points,
                maturesAt: slot.maturesAt,
                attester: slot.numberAndState & ~COUNTED,
                state: state
            });
    }

    /// @inheritdoc IContributions
    function attesterOf(address coop, address attester) external view returns (Attester memory) {
        return _attesters[coop][attester];
    }

    /// @inheritdoc IContributions
    function quarter() public view returns (uint32) {
        return Reciprocity.quarterOf(block.timestamp);
    }

    function _stewardOf(Family family) private view returns (address steward) {
        steward = _stewards[family];
        if (steward != address(0)) return steward;
        Family first;
        (first, steward) = IWorks(works()).stewardOf(family.firstRelease());
        if (first != family) revert NotAFamilyOfWorks(family.firstRelease());
    }

    /// @inheritdoc IContributions
    function works() public view returns (address) {
        address kept = _works;
        return kept == address(0) ? IPhyle(phyle()).chapterOf(WORKS) : kept;
    }

    /// @inheritdoc IContributions
    function phyle() public view returns (address) {
        return CloneArgs.addressInWord(CloneArgs.PHYLE);
    }
}
